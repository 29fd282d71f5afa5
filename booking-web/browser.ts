import './booking.css'
import { becomeWithin } from './become.ts'

// Three sorts of pages have a script, and work without: the one that follows a ticket (it then comes again by itself), those that ask where, and a form
// that has to be mended.
const cutAfterMs = 30_000
const againAfterMs = 5000
const sayEveryMs = 60_000

const main = document.querySelector<HTMLElement>('main[data-live]')
if (main?.dataset.live) followTicket(main, main.dataset.live)

// Who comes back here from a later page gets the form, and no question whether to send it once more.
if (document.querySelector('main[data-posted]')) history.replaceState(null, '')

for (const room of document.querySelectorAll<HTMLElement>('[data-near]')) offerNearMe(room)

/** Asks where somebody is when they press for it, and sends that to a hundredth of a degree: about a kilometre is near enough. */
function offerNearMe(room: HTMLElement): void {
  const form = room.closest('form')
  const status = room.querySelector<HTMLElement>('[data-failed]')
  if (!form || !navigator.geolocation) return
  room.hidden = false
  const go = ({ coords }: GeolocationPosition) => {
    const query = new URLSearchParams(Array.from(new FormData(form), ([name, value]) => [name, String(value)]))
    query.delete('place')
    query.set('latitude', coords.latitude.toFixed(2))
    query.set('longitude', coords.longitude.toFixed(2))
    location.assign(`${location.pathname}?${query}`)
  }
  const fail = () => {
    if (status) status.textContent = status.dataset.failed ?? ''
  }
  room.querySelector('button')?.addEventListener('click', () => {
    if (status) status.textContent = ''
    navigator.geolocation.getCurrentPosition(go, fail, { maximumAge: 600_000, timeout: 10_000 })
  })
}

/** Shows the page anew, as the server draws it, whenever the ticket has changed. */
function followTicket(room: HTMLElement, live: string): void {
  const spoken = document.body.appendChild(Object.assign(document.createElement('p'), { className: 'unseen' }))
  spoken.setAttribute('role', 'status')
  let source: EventSource | undefined
  let seen = ''
  let timer = 0
  let saidAt = 0

  const showCut = (cut: boolean) => {
    const notice = room.querySelector<HTMLElement>('[data-cut]')
    if (notice) notice.hidden = !cut
  }
  const hear = () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => showCut(true), cutAfterMs)
    showCut(false)
  }
  const say = (state: string) => {
    if (state !== 'called' && Date.now() - saidAt < sayEveryMs) return
    saidAt = Date.now()
    spoken.textContent = room.querySelector('[data-say]')?.textContent ?? ''
  }
  const redraw = async (state: string, mark: string) => {
    const response = await fetch(location.href)
    const drawn = new DOMParser().parseFromString(await response.text(), 'text/html')
    const next = drawn.querySelector('main')
    if (!response.ok || !next || seen === mark) return
    becomeWithin(room, next)
    document.title = drawn.title
    seen = mark
    say(state)
    if (state === 'called') navigator.vibrate?.([300, 150, 300, 150, 300])
  }
  const open = () => {
    source?.close()
    source = new EventSource(live)
    source.onmessage = ({ data }) => {
      hear()
      const { state, counter, ahead, wait } = JSON.parse(data)
      const mark = JSON.stringify([state, counter, ahead, wait])
      if (mark !== seen) void redraw(state, mark).catch(() => showCut(true))
    }
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) window.setTimeout(look, againAfterMs)
    }
    hear()
  }
  const look = () => {
    if (!document.hidden) return open()
    source?.close()
    clearTimeout(timer)
  }
  document.addEventListener('visibilitychange', look)
  look()
}
