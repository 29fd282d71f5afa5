import './booking.css'

// Only the page that follows a ticket has a script, and it works without: it then comes again by itself.
const cutAfterMs = 30_000
const againAfterMs = 5000
const sayEveryMs = 60_000

const main = document.querySelector<HTMLElement>('main[data-live]')
if (main?.dataset.live) followTicket(main, main.dataset.live)

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
    room.replaceChildren(...next.childNodes)
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
