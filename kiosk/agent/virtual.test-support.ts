import type { AnyRoute } from '../../contract/ask.ts'
import { menu as menuRoute } from '../../contract/points.ts'
import { handInEmergency, takeTicket } from '../../contract/tickets.ts'
import { hallWith, kiosk, nine, settings } from '../../domain/hall.test-support.ts'
import { applyToHall, type Hall, labelOf } from '../../domain/hall.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { take } from '../../domain/take.ts'
import { takeEmergency } from '../../domain/take-emergency.ts'
import { type Instant, iso } from '../../domain/time.ts'
import type { PrintOutcome } from '../../printers/print.ts'
import type { Slip } from '../../printers/slip.ts'
import type { TicketOut } from './paper.ts'
import type { Answer, Clock, Disk, Menu, Net, Ports, Printer } from './ports.ts'

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

/** A clock that moves only when told; a wall clock beside it that may be wrong. */
export function virtualClock(startAt: Instant = nine) {
  let ms = 0
  let wrongMs = 0
  let n = 0
  const timers: { at: number; n: number; act: () => void }[] = []
  const clock: Clock = {
    wall: () => startAt + ms + wrongMs,
    monoMs: () => ms,
    after(wait, act) {
      const timer = { at: ms + Math.max(0, wait), n: n++, act }
      timers.push(timer)
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
    },
  }
  return {
    clock,
    now: () => startAt + ms,
    setWrong: (by: number) => {
      wrongMs = by
    },
    /** Runs everything that is due in so many milliseconds, in order. */
    async pass(forMs: number): Promise<void> {
      const until = ms + forMs
      await settled()
      for (;;) {
        const due = timers.filter((t) => t.at <= until).sort((a, b) => a.at - b.at || a.n - b.n)[0]
        if (!due) break
        timers.splice(timers.indexOf(due), 1)
        ms = Math.max(ms, due.at)
        due.act()
        await settled()
      }
      ms = until
    },
  }
}

/** Lets every promise that can be kept be kept. */
export async function settled(): Promise<void> {
  for (let n = 0; n < 40; n++) await Promise.resolve()
}

/** A disk in memory that can lose its power: in the middle of a write it keeps the bytes so far and never answers again. */
export function virtualDisk() {
  let journal = new Uint8Array()
  const files = new Map<string, string>()
  let off = false
  let dieAfterBytes = Number.POSITIVE_INFINITY
  let fails = false
  const never = new Promise<never>(() => {})
  const put = (bytes: Uint8Array) => {
    const kept = bytes.slice(0, Math.max(0, dieAfterBytes))
    dieAfterBytes -= bytes.length
    if (kept.length < bytes.length) off = true
    return kept
  }
  const disk: Disk = {
    read: async () => journal.slice(),
    async append(bytes) {
      if (off) return never
      if (fails) throw new Error('no space left')
      journal = new Uint8Array(Buffer.concat([journal, put(bytes)]))
      return off ? never : undefined
    },
    async replace(bytes) {
      if (off) return never
      if (fails) throw new Error('no space left')
      const whole = put(bytes)
      if (off) return never
      journal = whole
    },
    load: async (name) => files.get(name) ?? null,
    async keep(name, text) {
      if (!off) files.set(name, text)
    },
  }
  return {
    disk,
    journal: () => journal,
    isOff: () => off,
    dieAfter: (bytes: number) => {
      dieAfterBytes = bytes
    },
    powerOn: () => {
      off = false
      dieAfterBytes = Number.POSITIVE_INFINITY
    },
    fail: (on: boolean) => {
      fails = on
    },
  }
}

/** What may happen to one ask: it gets there or not, its answer comes back or not, and when. */
export type Fate = { reaches: boolean; answers: boolean; delayMs: number; twice?: boolean; insteadOf?: Answer<never> }

/** The real rules of a hall behind a network whose fate is drawn for each ask. */
export function virtualHall(clock: ReturnType<typeof virtualClock>, fate: () => Fate) {
  const hall: Hall = hallWith([], { spans: [{ from: nine, until: nine + 12 * 3_600_000 }] })
  const asked: { route: AnyRoute; at: Instant; input: Record<string, unknown> }[] = []

  const runs = (route: AnyRoute, input: Record<string, unknown>, key: string | undefined): Answer<unknown> => {
    const at = clock.now()
    if (route === menuRoute) return { kind: 'good', value: menuAt(at) }
    if (route === takeTicket) return takeOne(key!, input, at)
    if (route === handInEmergency) return handInAll(input, at)
    return { kind: 'good', value: { id: 'device', pointId: 'aalter', number: 2 } }
  }

  function takeOne(id: string, input: Record<string, unknown>, at: Instant): Answer<TicketOut> {
    const request = { actor: kiosk, ticketId: id, visitId: id, ...given(input), origin: 'kiosk' as const, said: null, kept: null }
    const decision = take(hall, request, at)
    if (isRefusal(decision)) return refused(decision.refused)
    applyToHall(hall, decision)
    return { kind: 'good', value: outOf(hall, id) }
  }

  function handInAll(input: Record<string, unknown>, at: Instant): Answer<unknown> {
    const tickets = (input.tickets as { id: string; number: number; agoMs: number }[]).map((t) => {
      const request = { actor: kiosk, ticketId: t.id, visitId: t.id, kiosk: 2, number: t.number, takenAt: at - t.agoMs }
      const decision = takeEmergency(hall, { ...request, ...given(t) }, at)
      const label = labelOf({ series: 'N2', number: t.number })
      if (isRefusal(decision)) return { id: t.id, label, outcome: 'refused', code: decision.refused }
      applyToHall(hall, decision)
      return { id: t.id, label, outcome: decision.answer.outcome, code: null }
    })
    return { kind: 'good', value: { tickets } }
  }

  const net: Net = {
    ask(route, input, { key }) {
      const { reaches, answers, delayMs, twice, insteadOf } = fate()
      return new Promise((resolve) => {
        clock.clock.after(delayMs / 2, () => {
          asked.push({ route, at: clock.now(), input })
          const answer = reaches ? runs(route, input, key) : { kind: 'none' as const, cause: 'lost' }
          if (twice && reaches) runs(route, input, key)
          const back = insteadOf ?? (answers ? answer : { kind: 'none' as const, cause: 'lost on the way back' })
          clock.clock.after(delayMs / 2, () => resolve(back as never))
        })
      })
    },
    follow() {},
  }
  return { hall, net, asked }
}

const given = (input: object) => input as { serviceIds: string[]; people: number; language: string }

export const refused = (code: string): Answer<never> => ({
  kind: 'refused',
  problem: { type: '', title: '', status: 409, detail: '', code: code as never, requestId: '' },
})

export function outOf(hall: Hall, id: string): TicketOut {
  const t = hall.tickets.get(id)!
  return {
    ...{ id, pointId: hall.pointId, pointName: 'Aalter', pointAddress: 'Markt 1', zone: settings.zone, label: labelOf(t), state: t.state },
    ...{ serviceIds: [...t.serviceIds], people: t.people, language: t.language, takenAt: iso(t.takenAt), appointmentAt: null },
    ...{ counter: null, ahead: 0, wait: { fromMinutes: 5, untilMinutes: 10 }, followUrl: `https://beurt.test/t/${id}`, otherPointId: null },
  }
}

export const menuAt = (at: Instant, change: Partial<Menu> = {}): Menu => ({
  version: 1,
  at: iso(at),
  point: { id: 'aalter', name: 'Stadskantoor Aalter', zone: settings.zone, languages: ['nl', 'en', 'ar'] },
  state: 'open',
  opensAt: null,
  closesAt: iso(nine + 12 * 3_600_000),
  peopleMax: 6,
  services: ['passport', 'parking'].map((id) => ({
    ...{ id, names: { nl: id }, icon: 'document', bring: {}, walkIn: true, wait: { fromMinutes: 5, untilMinutes: 10 }, ahead: 2 },
  })),
  offers: [],
  ...change,
})

/** A printer that keeps what came out. */
export function virtualPrinter(clock: Clock, outcome: () => { outcome: PrintOutcome; comesOut: boolean; takesMs: number }) {
  const papers: Slip[] = []
  const before: (() => void)[] = []
  const printer: Printer = {
    print(slip) {
      for (const look of before) look()
      const fate = outcome()
      return new Promise((resolve) => {
        clock.after(fate.takesMs, () => {
          if (fate.comesOut) papers.push(slip)
          resolve(fate.outcome)
        })
      })
    },
    status: async () => ({ online: true, coverOpen: false, paper: 'ok', fault: null }),
  }
  return { printer, papers, before }
}

export const portsOf = (clock: Clock, random: () => number, net: Net, disk: Disk, printer: Printer): Ports => ({
  clock,
  random,
  net,
  disk,
  printer,
})
