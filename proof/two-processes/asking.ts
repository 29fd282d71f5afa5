import { type AnyRoute, requestOf } from '../../contract/ask.ts'
import type { ApiRun } from './api-run.ts'

/** One thing that somebody asked, under one key, however often it was sent. */
export type Asked = {
  kind: string
  key: string
  pointId: string
  /** Who asks: the headers that prove it. */
  headers: Record<string, string>
  route: AnyRoute
  input: Record<string, unknown>
  sent: Sent[]
}
/** One sending of it and what came back; status 0 where nothing did. */
export type Sent = {
  by: number
  beganAt: number
  endedAt: number
  status: number
  body: Record<string, unknown>
  repeat: 'first' | 'at-once' | 'later'
}

export const isGood = (sent: Sent): boolean => sent.status >= 200 && sent.status < 300
const isUnknown = (sent: Sent): boolean => sent.status === 0 || sent.status === 503

/** The answer that was acknowledged, if one was. */
export const goodOf = (asked: Asked): Sent | undefined => asked.sent.find(isGood)

const patienceMs = 25_000

/** Sends things to two processes. With `retries` what got no answer is sent again, with the same key, through the other one. */
export function makeAsking(runs: readonly ApiRun[], given: { draw: () => number; retries: boolean; repeats: number }) {
  const { draw } = given
  const all: Asked[] = []
  const later: Promise<void>[] = []

  async function send(asked: Asked, by: number, repeat: Sent['repeat']): Promise<Sent> {
    const { route, input, headers, key } = asked
    const asker = { send: fetch, base: runs[by]!.base(), headers: () => headers, deadlineMs: 10_000 }
    const beganAt = performance.now()
    const sent: Sent = { by, beganAt, endedAt: 0, status: 0, body: {}, repeat }
    try {
      const response = await fetch(requestOf(asker, route, input, key))
      sent.status = response.status
      sent.body = (await response.json()) as Record<string, unknown>
    } catch {
      sent.status = 0
    }
    sent.endedAt = performance.now()
    asked.sent.push(sent)
    return sent
  }

  async function surely(asked: Asked, by: number, repeat: Sent['repeat']): Promise<Sent> {
    const until = performance.now() + patienceMs
    for (let at = by; ; at = 1 - at) {
      const sent = await send(asked, at, repeat)
      if (!given.retries || !isUnknown(sent) || performance.now() > until) return sent
      await pause(20 + draw() * 60)
    }
  }

  return {
    all,
    /** Asks one thing; one in so many times it is sent twice: at once through both processes, or later through the other one. */
    async ask(asked: Omit<Asked, 'sent'>): Promise<Sent> {
      const one: Asked = { ...asked, sent: [] }
      all.push(one)
      const by = draw() < 0.5 ? 0 : 1
      const chance = draw() / given.repeats
      if (chance < 0.5) {
        const [first] = await Promise.all([surely(one, by, 'first'), surely(one, 1 - by, 'at-once')])
        return goodOf(one) ?? first
      }
      const first = await surely(one, by, 'first')
      // Nobody asks once more for a next visitor when there was none: it would call somebody to a counter behind the clerk's back.
      if (chance < 1 && (isGood(first) || asked.kind !== 'callNext'))
        later.push(pause(draw() * 1500).then(async () => void (await surely(one, 1 - by, 'later'))))
      return first
    },
    /** Waits for the repeats that are still to come. */
    async settled(): Promise<void> {
      while (later.length) await Promise.all(later.splice(0))
      while (all.some((one) => one.sent.length === 0)) await pause(20)
    },
  }
}
export type Asking = ReturnType<typeof makeAsking>

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

let made = 0
/** A UUIDv7 as an asker mints it; the time in it is the order in which they were made. */
export function mint(): string {
  const hex = crypto.randomUUID().replaceAll('-', '')
  const at = (Date.now() * 16 + (made++ % 16)).toString(16).padStart(13, '0').slice(-13)
  const all = `${at.slice(0, 12)}7${hex.slice(13)}`
  return `${all.slice(0, 8)}-${all.slice(8, 12)}-${all.slice(12, 16)}-${all.slice(16, 20)}-${all.slice(20)}`
}

/** Draws from 0 up to 1 that the same seed repeats (mulberry32). */
export function drawsOf(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
