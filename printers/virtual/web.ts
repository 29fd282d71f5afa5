import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Language, languages } from '../../contract/language.ts'
import type { Condition, Machine } from './machine.ts'
import { printerPage, printerRoll, scriptOfPage } from './page.ts'
import type { Paper } from './paper.ts'
import { pngOf, svgOf } from './png.ts'

const simple: Record<string, Condition> = {
  '/mend': 'mend',
  '/paper-low': 'paper-low',
  '/paper-out': 'paper-out',
  '/cover-open': 'cover-open',
  '/cutter-jam': 'cutter-jam',
  '/hang': 'hang',
}

type Answer = { status: number; type: string; body: string | Uint8Array; location?: string }

const scriptHash = createHash('sha256').update(scriptOfPage).digest('base64')

const policy = (framedBy: readonly string[]) =>
  `default-src 'none'; script-src 'sha256-${scriptHash}'; style-src 'unsafe-inline'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${["'self'", ...framedBy].join(' ')}`

/**
 * Answers the virtual printer's web requests: `GET /` the page, `GET /roll` the mouth of the printer with its last paper, `GET /papers` all papers as JSON, `GET /papers/3`, `/papers/3.png`
 * and `/papers/3.svg` one of them, `GET /standing`, and `POST /paper-out` and its kin. A browser's form is sent back to the page.
 * Only its own pages and those of `framedBy` may show it within them.
 */
export function answerWeb(machine: Machine, request: IncomingMessage, response: ServerResponse, framedBy: readonly string[] = []): void {
  request.resume()
  const { status, type, body, location } = answerOf(machine, request)
  const headers = {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': policy(framedBy),
    ...(location ? { location } : {}),
  }
  response.writeHead(status, headers).end(body)
}

function answerOf(machine: Machine, request: IncomingMessage): Answer {
  const url = new URL(request.url ?? '/', 'http://printer')
  if (request.method === 'POST') return act(machine, url.pathname, request.headers.accept ?? '')
  if (request.method !== 'GET' && request.method !== 'HEAD') return nothing(405)
  if (url.pathname === '/' || url.pathname === '/roll') {
    const page = (url.pathname === '/' ? printerPage : printerRoll)(languageOf(url, request), machine.standing(), machine.papers)
    return { status: 200, type: 'text/html; charset=utf-8', body: page }
  }
  if (url.pathname === '/standing') return json(machine.standing())
  if (url.pathname === '/papers') return json(machine.papers.map(described).reverse())
  const match = /^\/papers\/(\d+)(\.png|\.svg)?$/.exec(url.pathname)
  const paper = match ? machine.papers.find((one) => one.n === Number(match[1])) : undefined
  if (!match || !paper) return nothing(404)
  if (match[2] === '.png') return { status: 200, type: 'image/png', body: pngOf(paper.bitmap) }
  if (match[2] === '.svg') return { status: 200, type: 'image/svg+xml; charset=utf-8', body: svgOf(paper.bitmap) }
  return json(described(paper))
}

function act(machine: Machine, path: string, accept: string): Answer {
  const condition = simple[path]
  if (condition === undefined) return nothing(404)
  machine.set(condition)
  return accept.includes('text/html') ? { ...nothing(303), location: '/' } : json(machine.standing())
}

function described({ n, cutAt, cut, bitmap, lines, qr, unknown }: Paper) {
  const pictures = { png: `/papers/${n}.png`, svg: `/papers/${n}.svg` }
  return {
    n,
    cutAt: new Date(cutAt).toISOString(),
    cut,
    widthDots: bitmap.width,
    heightDots: bitmap.height,
    lines,
    qr,
    unknown,
    ...pictures,
  }
}

function languageOf(url: URL, request: IncomingMessage): Language {
  const wanted = [url.searchParams.get('language') ?? '', ...(request.headers['accept-language'] ?? '').split(',')]
  for (const one of wanted) {
    const found = languages.find((language) => language === one.trim().slice(0, 2).toLowerCase())
    if (found) return found
  }
  return languages[0]
}

function json(value: unknown): Answer {
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

function nothing(status: number): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: '' }
}
