import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { buildScreen } from '../../build.ts'
import { newKey } from '../../contract/uuid.ts'
import { openBrowser } from '../setup/browser.ts'
import { clear, clerkToken, kioskToken, startApi, type World } from './world.ts'

export const roomPoints = 1000
const movedPerSecond = 50
const seconds = 20
const quietSeconds = 10

type Frames = { perSecond: number; p50: number; p99: number; longTasks: number; longMs: number }

const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN

/** The time between frames while the page is seen, and tasks over 50 ms. */
const framesOf = (page: Page, forSeconds: number): Promise<Frames> =>
  page
    .evaluate(async (ms) => {
      const gaps: number[] = []
      const long: number[] = []
      const watcher = new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration)))
      watcher.observe({ entryTypes: ['longtask'] })
      const from = performance.now()
      let last = from
      await new Promise<void>((resolve) => {
        const frame = (now: number) => {
          gaps.push(now - last)
          last = now
          if (now - from < ms) requestAnimationFrame(frame)
          else resolve()
        }
        requestAnimationFrame(frame)
      })
      watcher.disconnect()
      return { gaps: gaps.slice(1), long, ms: last - from }
    }, forSeconds * 1000)
    .then(({ gaps, long, ms }) => ({
      perSecond: (1000 * gaps.length) / ms,
      p50: quantile(gaps, 0.5),
      p99: quantile(gaps, 0.99),
      longTasks: long.length,
      longMs: long.reduce((sum, one) => sum + one, 0),
    }))

/** Somebody takes a number in fifty other halls each second, evenly, until it is stopped. */
function moveHalls(port: number): { stop(): Promise<number> } {
  let taken = 0
  let faults = 0
  const under = new Set<Promise<void>>()
  const body = JSON.stringify({ serviceIds: ['passport'], people: 1, language: 'nl' })
  const timer = setInterval(() => {
    const n = 1 + (taken++ % roomPoints)
    const headers = { authorization: `Bearer ${kioskToken(n)}`, 'idempotency-key': newKey(), 'content-type': 'application/json' }
    const one = fetch(`http://127.0.0.1:${port}/api/points/p${n}/tickets`, { method: 'POST', headers, body })
      .then(async (answer) => {
        await answer.arrayBuffer()
        if (!answer.ok) faults += 1
      })
      .finally(() => under.delete(one))
    under.add(one)
  }, 1000 / movedPerSecond)
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(under)
      return faults
    },
  }
}

/** Seconds of work that a process has done; only Linux tells it this way. */
function workOf(pid: number): number {
  try {
    const [, user = 0, system = 0] =
      /^\d+ \(.*?\)(?: \S+){11} (\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.map(Number) ?? []
    return (user + system) / 100
  } catch {
    return Number.NaN
  }
}

async function shareOfCore(pid: number, during: () => Promise<unknown>): Promise<number> {
  const [before, from] = [workOf(pid), performance.now()]
  await during()
  return (100_000 * (workOf(pid) - before)) / (performance.now() - from)
}

const rest = (s: number) => new Promise((resolve) => setTimeout(resolve, s * 1000))

/** How long who follows the network waits for all of it. */
async function firstValue(port: number): Promise<{ ms: number; kilobytes: number }> {
  const from = performance.now()
  const headers = { accept: 'text/event-stream', cookie: `beurt=${clerkToken}` }
  const stop = new AbortController()
  const answer = await fetch(`http://127.0.0.1:${port}/api/network`, { headers, signal: stop.signal })
  let bytes = 0
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of answer.body!) {
    bytes += chunk.length
    text = (text + decoder.decode(chunk, { stream: true })).slice(-2)
    if (text === '\n\n') break
  }
  const ms = performance.now() - from
  stop.abort()
  return { ms, kilobytes: Math.round(bytes / 1024) }
}

/** The control room over 1,000 points while 50 halls change each second: what the page and the api make of it. */
export async function controlRoom(world: World): Promise<string[]> {
  await clear(world)
  await world.sql`select setseed(0.5)`
  await world.sql`update points set latitude = 37 + 5.1 * random(), longitude = -9.4 + 2.9 * random(), revision = revision + 1`
  const dist = mkdtempSync(join(tmpdir(), 'beurt-bench-'))
  await buildScreen('control-room', join(dist, 'control-room'))
  const api = await startApi(world, dist)
  const browser = await openBrowser()
  try {
    const unwatched = moveHalls(api.port)
    await rest(quietSeconds / 2)
    const alone = await shareOfCore(api.pid, () => rest(quietSeconds))
    let faults = await unwatched.stop()
    await firstValue(api.port)
    const first = [await firstValue(api.port), await firstValue(api.port), await firstValue(api.port)]
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' })
    await context.addCookies([{ name: 'beurt', value: clerkToken, url: `http://127.0.0.1:${api.port}` }])
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${api.port}/control-room/`)
    await page.locator('.mark').first().waitFor()
    await rest(3)
    const still = await framesOf(page, quietSeconds)
    const moving = moveHalls(api.port)
    let busy!: Frames
    const watched = await shareOfCore(api.pid, async () => {
      busy = await framesOf(page, seconds)
    })
    faults += await moving.stop()
    const share = (frames: Frames, s: number) =>
      `${frames.longTasks} tasks over 50 ms (${((frames.longMs / s / 1000) * 100).toFixed(1)} % of the time)`
    const ms = quantile(
      first.map((one) => one.ms),
      0.5,
    )
    return [
      `| control room, ${roomPoints} points, ${movedPerSecond} halls change each second | ${busy.perSecond.toFixed(0)} frames a second, p99 ${busy.p99.toFixed(0)} ms, ${share(busy, seconds)}${faults ? `, ${faults} faults` : ''} | the same page, nothing changes: ${still.perSecond.toFixed(0)} a second, p99 ${still.p99.toFixed(0)} ms, ${share(still, quietSeconds)} | ${(busy.perSecond / still.perSecond).toFixed(2)} | 60 a second |`,
      `| its first value, ${first[0]?.kilobytes} kB | ${ms.toFixed(0)} ms | | | < 100 ms |`,
      `| one who watches costs the api | ${(watched - alone).toFixed(1)} % of a core | the same changes, nobody watches: ${alone.toFixed(1)} % | | a few % |`,
    ]
  } finally {
    await browser.close()
    await api.stop()
    rmSync(dist, { recursive: true, force: true })
  }
}
