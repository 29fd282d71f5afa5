import { connect } from 'node:net'
import { ask } from '../../contract/ask.ts'
import { counterActs, takeTicket } from '../../contract/tickets.ts'
import { newKey } from '../../contract/uuid.ts'
import { clear, clerkToken, kioskToken, startApi, type World } from './world.ts'

const streams = 300
const callsPerSecond = 200
const seconds = 6
/** Points that call in turn, with four counters each: no counter calls faster than a person could press. */
const points = 100

const quantile = (times: number[], q: number): number =>
  times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN

/** The median over the rounds of: p99 from the press to the board's bytes at a listener, over p99 of the commit, with 300 streams open. */
export async function callToBoard(world: World, rounds: number): Promise<string> {
  const list: { board: number; commit: number; p50: number }[] = []
  for (let i = 0; i < rounds; i++) list.push(await round(world))
  const ratios = list.map((r) => Math.max(r.board, 5) / Math.max(r.commit, 5))
  const middle = [...ratios].sort((a, b) => a - b)[Math.floor(rounds / 2)]!
  const mid = (pick: (r: (typeof list)[number]) => number) => list.map(pick).sort((a, b) => a - b)[Math.floor(rounds / 2)]!
  return `| call to board, ${callsPerSecond} calls a second, ${streams} streams | p50 ${mid((r) => r.p50).toFixed(1)} ms, p99 ${mid((r) => r.board).toFixed(1)} ms | p99 from press to committed answer, ${mid((r) => r.commit).toFixed(1)} ms | ${middle.toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}; floor 5 ms) | ≤ 1.5 |`
}

async function round(world: World): Promise<{ board: number; commit: number; p50: number }> {
  await clear(world)
  const api = await startApi(world)
  const stop = new AbortController()
  const base = `http://127.0.0.1:${api.port}`
  const clerk = { base, send: fetch, headers: () => ({ cookie: `beurt=${clerkToken}` }) }
  try {
    const pressed = new Map<string, number>()
    const board: number[] = []
    const commit: number[] = []
    await Promise.all(Array.from({ length: points }, (_, i) => prepare(base, i + 1)))
    // Three displays hang in each hall; one of them is timed.
    const time = (i: number) => (pointId: string) => {
      const at = pressed.get(pointId)
      if (i >= points || at === undefined) return
      board.push(performance.now() - at)
      pressed.delete(pointId)
    }
    await Promise.all(Array.from({ length: streams }, (_, i) => listen(api.port, `p${1 + (i % points)}`, stop.signal, time(i))))
    await press(clerk, pressed, commit)
    await new Promise((resolve) => setTimeout(resolve, 500))
    return { board: quantile(board, 0.99), p50: quantile(board, 0.5), commit: quantile(commit, 0.99) }
  } finally {
    stop.abort()
    await api.stop()
  }
}

async function prepare(base: string, n: number): Promise<void> {
  const kiosk = { base, send: fetch, headers: () => ({ authorization: `Bearer ${kioskToken(n)}` }) }
  const each = Math.ceil((callsPerSecond * seconds) / points) + 2
  for (let i = 0; i < each; i++)
    await ask(kiosk, takeTicket, { point: `p${n}`, serviceIds: ['passport'], people: 1, language: 'nl' }, newKey())
}

/** Presses at an even pace whatever the answers do: a slow answer makes no room for itself. */
async function press(clerk: Parameters<typeof ask>[0], pressed: Map<string, number>, commit: number[]): Promise<void> {
  const under: Promise<void>[] = []
  const began = performance.now()
  for (let i = 0; i < callsPerSecond * seconds; i++) {
    const due = began + (i * 1000) / callsPerSecond
    if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
    under.push(callAt(clerk, 1 + (i % points), pressed, commit))
  }
  await Promise.all(under)
}

async function callAt(clerk: Parameters<typeof ask>[0], n: number, pressed: Map<string, number>, commit: number[]): Promise<void> {
  const at = performance.now()
  const counter = { point: `p${n}`, counter: '1' }
  pressed.set(counter.point, at)
  await ask(clerk, counterActs.callNext, counter, newKey())
  commit.push(performance.now() - at)
  await ask(clerk, counterActs.miss, counter, newKey())
}

/** Follows a board over SSE on a socket of its own, and says which point has shown a new call. */
function listen(port: number, pointId: string, signal: AbortSignal, shown: (pointId: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let latest = ''
    let text = ''
    socket.setEncoding('utf8')
    socket.once('error', reject)
    socket.once('connect', () =>
      socket.write(`GET /api/points/${pointId}/board HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\n\r\n`),
    )
    socket.on('data', (chunk: string) => {
      text += chunk
      const parts = text.split('\n\n')
      text = parts.pop()!
      for (const part of parts) {
        const called = /"ticketId":"([^"]+)"/.exec(part)?.[1] ?? ''
        if (called && called !== latest) shown(pointId)
        latest = called
      }
      resolve()
    })
    signal.addEventListener('abort', () => socket.destroy(), { once: true })
  })
}
