import { Window } from 'happy-dom'
import type { Instant } from '../domain/time.ts'

type Answer = (request: Request, now: Instant) => Promise<Response>

type Typed = Record<string, string | string[]>

/** The fields of a form as they stand there, but for what is typed, and the button that is pressed. */
function fieldsOf(form: Element, pressed: Element, typed: Typed): URLSearchParams {
  const fields = new URLSearchParams()
  for (const field of form.querySelectorAll('input, select')) {
    const name = field.getAttribute('name')!
    if (typed[name] !== undefined) continue
    if (field.getAttribute('type') === 'checkbox' && !field.hasAttribute('checked')) continue
    const chosen = field.tagName === 'SELECT' ? (field.querySelector('option[selected]') ?? field.querySelector('option')) : field
    fields.append(name, chosen?.getAttribute('value') ?? '')
  }
  for (const [name, value] of Object.entries(typed)) for (const each of [value].flat()) fields.append(name, each)
  const name = pressed.getAttribute('name')
  if (name) fields.append(name, pressed.getAttribute('value') ?? '')
  return fields
}

/** A browser without JavaScript: it follows links, fills in forms, goes where it is sent, and keeps cookies. */
export function makePlainBrowser(answer: Answer, now: () => Instant, headers: Record<string, string> = {}) {
  const window = new Window({
    settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true, disableJavaScriptFileLoading: true },
  })
  let cookie = ''
  let at = 'http://beurt.test/book/'
  let status = 0
  let html = ''
  let document = window.document

  async function load(request: Request): Promise<void> {
    const response = await answer(request, now())
    const set = response.headers.get('set-cookie')?.split(';')[0]
    if (set) cookie = set
    if (response.status === 303) return load(make(new URL(response.headers.get('location')!, request.url)))
    at = request.url
    status = response.status
    html = await response.text()
    document = new window.DOMParser().parseFromString(html, 'text/html')
  }
  const make = (url: URL, form?: URLSearchParams) =>
    new Request(url, {
      method: form ? 'POST' : 'GET',
      headers: { ...headers, ...(cookie ? { cookie } : {}), ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
      body: form?.toString(),
    })
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  const one = (selector: string) => {
    const found = document.querySelector(selector)
    if (!found) throw new Error(`no ${selector} on ${at}:\n${document.body.textContent}`)
    return found
  }

  /** What is sent when `button` is pressed, with what is typed by name. */
  function requestOf(button: string, typed: Typed = {}): Request {
    const pressed = one(button) as unknown as HTMLElement
    const form = pressed.closest('form')!
    const fields = fieldsOf(form, pressed, typed)
    const url = new URL(form.getAttribute('action')!, at)
    if (form.getAttribute('method') === 'post') return make(url, fields)
    url.search = fields.toString()
    return make(url)
  }

  return {
    go: (address: string) => load(make(new URL(address, at))),
    click: (selector: string) => load(make(new URL(one(selector).getAttribute('href')!, at))),
    press: (button: string, typed: Typed = {}) => load(requestOf(button, typed)),
    requestOf,
    load,
    all,
    one,
    texts: (selector: string) => all(selector).map((part) => part.textContent.replace(/\s+/g, ' ').trim()),
    get at() {
      return new URL(at)
    },
    get status() {
      return status
    },
    get html() {
      return html
    },
    get title() {
      return document.title
    },
    get text() {
      return document.body.textContent.replace(/\s+/g, ' ')
    },
  }
}
export type PlainBrowser = ReturnType<typeof makePlainBrowser>
