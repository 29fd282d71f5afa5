import type { Asker } from '../contract/ask.ts'
import { type Language, languages } from '../contract/language.ts'
import { Problem } from '../contract/problems.ts'
import type { Instant } from '../domain/time.ts'

/** What the api hands in beside the request: its own door, a nonce for the policy of the page, the present, and where bugs are told. */
export type Given = { asker: Asker; nonce: string; now: Instant; fault?: (error: unknown) => void }

type Query = Record<string, string | number | null | undefined>

/** A request as the pages read it. */
export type Asked = Given & {
  url: URL
  method: string
  /** The parts of the address below `/book/`. */
  parts: readonly string[]
  language: Language
  /** What was typed and pressed; empty for a GET. */
  form: URLSearchParams
  /** An address below `/book`, with the language that was chosen. */
  to: (path: string, query?: Query) => string
  /** This page in another language. */
  inLanguage: (language: Language) => string
  /** The cookie that remembers a language chosen by its link. */
  cookie: string | null
}

const formMax = 16_384
const patienceMs = 15_000
const isLanguage = (wanted: string | null | undefined): wanted is Language => languages.includes(wanted as Language)

/** Reads a request. Throws a `Problem` for a form that is too large, too slow or comes from another site. */
export async function readAsked(request: Request, given: Given): Promise<Asked> {
  const asked = readAddress(request, given)
  if (request.method !== 'POST') return asked
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw new Problem('not-allowed')
  return { ...asked, form: new URLSearchParams(await textOf(request)) }
}

/** All but the form: enough to say in somebody's language what is wrong. */
export function readAddress(request: Request, given: Given): Asked {
  const url = new URL(request.url)
  const chosen = url.searchParams.get('language')
  const kept = /(?:^|;\s*)language=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  const language = [chosen, kept, ...acceptedBy(request)].find(isLanguage) ?? 'nl'
  const inLanguage = (other: Language) => {
    const query = new URLSearchParams(url.searchParams)
    query.set('language', other)
    return `${url.pathname}?${query}`
  }
  const secure = url.protocol === 'https:' ? '; Secure' : ''
  return {
    ...given,
    url,
    method: request.method === 'HEAD' ? 'GET' : request.method,
    parts: partsOf(url.pathname),
    language,
    form: new URLSearchParams(),
    to: (path, query = {}) => addressOf(path, { ...query, language: isLanguage(chosen) ? chosen : null }),
    inLanguage,
    cookie:
      isLanguage(chosen) && chosen !== kept ? `language=${chosen}; Path=/book; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}` : null,
  }
}

/** The asker of whoever holds the link of a visit. Throws `link-not-valid` for what cannot be such a link. */
export function visitorOf(asked: Asked, token: string): Asker {
  if (!/^[0-9a-f-]{36}\.\d{1,6}\.[\w-]{24}$/.test(token)) throw new Problem('link-not-valid')
  return { ...asked.asker, headers: () => ({ authorization: `Visit ${token}` }) }
}

/** Where the pages of one visit or hold are. */
export const visitPath = (token: string): string => `/visit/${token}`
export const holdPath = (token: string): string => `/hold/${token}`

function addressOf(path: string, query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  const text = search.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return `/book${path}${text ? `?${text}` : ''}`
}

function partsOf(pathname: string): string[] {
  try {
    return pathname.split('/').slice(2).filter(Boolean).map(decodeURIComponent)
  } catch {
    return ['', '']
  }
}

function acceptedBy(request: Request): string[] {
  const wanted = (request.headers.get('accept-language') ?? '').split(',').map((part) => {
    const [name = '', quality] = part.split(';')
    return { name: name.trim().slice(0, 2).toLowerCase(), quality: Number(quality?.replace(/^\s*q=/, '') ?? 1) || 0 }
  })
  return wanted.sort((a, b) => b.quality - a.quality).map(({ name }) => name)
}

async function textOf(request: Request): Promise<string> {
  const reader = request.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let late = false
  const timer = setTimeout(() => {
    late = true
    void reader?.cancel()
  }, patienceMs)
  try {
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      text += decoder.decode(chunk.value, { stream: true })
      if (text.length > formMax) throw new Problem('body-too-large')
    }
  } finally {
    clearTimeout(timer)
  }
  if (late) throw new Problem('body-too-slow')
  return text + decoder.decode()
}
