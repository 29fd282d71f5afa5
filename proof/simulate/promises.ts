import { type Hall, type HallChange, labelKey, labelOf } from '../../domain/hall.ts'
import type { Uuid } from '../../domain/ids.ts'
import { canDo } from '../../domain/order.ts'
import { readJournal } from '../../kiosk/agent/journal.ts'
import { slowestMs } from './network.ts'

/** What must be true at every moment of a simulated day, and what must be true once everything has healed. */
export type Promises = {
  broken(): readonly string[]
  tapped(id: Uuid, atMs: number): void
  told(id: Uuid, label: string): void
  /** A slip goes to the printer of a kiosk: its label has to be on that kiosk's disk, and nobody else may have it. */
  printing(kiosk: number, label: string, journal: Uint8Array): void
  paper(kiosk: number, label: string): void
  /** Whether somebody's paper has come out. */
  hasPaper(id: Uuid): boolean
  applied(hall: Hall, change: HallChange): void
  /** The agent's own code threw. */
  fault(what: string): void
  healed(hall: Hall, owed: readonly Uuid[]): void
}

/** An emergency number stands where its holder came, within a round trip and two seconds. */
const placeMs = 2000 + slowestMs

export function makePromises(nowAt: (ms: number) => number, say: (what: string) => void): Promises {
  const broken: string[] = []
  const taps = new Map<Uuid, number>()
  const tellings = new Map<Uuid, string>()
  const holders = new Map<string, Uuid>()
  const papers = new Map<Uuid, string>()
  const fail = (what: string) => {
    broken.push(what)
    say(`BROKEN ${what}`)
  }

  /** One label belongs to one ticket, for ever: on paper, on screens and in the hall. */
  function belongs(label: string, id: Uuid): void {
    const holder = holders.get(label)
    if (holder !== undefined && holder !== id) fail(`the label ${label} belongs to ${holder} and to ${id}`)
    holders.set(label, id)
  }

  return {
    broken: () => broken,
    tapped: (id, atMs) => void (taps.has(id) || taps.set(id, atMs)),
    told(id, label) {
      belongs(label, id)
      const before = tellings.get(id)
      if (before !== undefined && before !== label) fail(`${id} was told ${before} and ${label}`)
      tellings.set(id, label)
    },
    printing(kiosk, label, journal) {
      const id = idIn(journal, kiosk, label)
      if (id === null) fail(`kiosk ${kiosk} prints ${label}, which is not on its disk`)
      else belongs(label, id)
    },
    paper(_, label) {
      const id = holders.get(label)
      if (id === undefined) return
      const before = papers.get(id)
      if (before !== undefined && before !== label) fail(`${id} has papers with ${before} and ${label}`)
      papers.set(id, label)
    },
    hasPaper: (id) => papers.has(id),
    applied(hall, change) {
      for (const t of change.tickets) {
        belongs(labelOf(t), t.id)
        const tapMs = taps.get(t.id)
        if (t.origin === 'emergency' && tapMs !== undefined && Math.abs(t.rankAt - nowAt(tapMs)) > placeMs)
          fail(`${t.id} stands ${t.rankAt - nowAt(tapMs)} ms from where it came`)
        if (t.state === 'called') refuseOvertaking(hall, t.id, fail)
      }
      for (const c of change.counters) {
        const ticket = c.ticketId === null ? undefined : hall.tickets.get(c.ticketId)
        if (ticket && ticket.counterId !== c.id) fail(`counter ${c.id} has ${ticket.id}, which is at ${ticket.counterId}`)
      }
    },
    fault: (what) => fail(`a fault: ${what}`),
    healed(hall, owed) {
      for (const id of owed) fail(`${id} was never handed in`)
      for (const [id, label] of [...tellings, ...papers]) {
        const ticket = hall.tickets.get(id)
        if (!ticket) fail(`${id} was given ${label} and the hall has no ticket`)
        else if (labelOf(ticket) !== label) fail(`${id} was given ${label} and the hall says ${labelOf(ticket)}`)
      }
      for (const gap of gapsOf(hall)) fail(gap)
    },
  }
}

/** Which ticket has a label in what is surely on the disk of a kiosk. */
function idIn(journal: Uint8Array, kiosk: number, label: string): Uuid | null {
  const entry = readJournal(journal).entries.findLast(
    (e) => (e.t === 'normal' && e.label === label) || (e.t === 'emergency' && labelOf({ series: `N${kiosk}`, number: e.number }) === label),
  )
  return entry && 'id' in entry ? entry.id : null
}

/** Among walk-ins of one class whoever came first is called first, as far as the hall knows who came. */
function refuseOvertaking(hall: Hall, calledId: Uuid, fail: (what: string) => void): void {
  const called = hall.tickets.get(calledId)!
  const counter = hall.counters.get(called.counterId!)
  if (!counter) return
  for (const [id, other] of hall.active) {
    const sooner = other.state === 'waiting' && other.priority === called.priority && other.rankAt < called.rankAt
    if (sooner && canDo(hall, counter, other.serviceIds))
      fail(`${calledId} was called before ${id}, who came ${called.rankAt - other.rankAt} ms sooner`)
  }
}

/** Normal numbers run without a gap, but for those that an emergency number took the place of. */
function gapsOf(hall: Hall): string[] {
  const used = new Set<string>()
  for (const t of hall.tickets.values()) {
    used.add(labelKey(t.series, t.number))
    if (t.voided) used.add(t.voided)
  }
  const gaps: string[] = []
  for (const [series, last] of hall.series)
    for (let n = 1; n <= last && !series.startsWith('N'); n++)
      if (!used.has(labelKey(series, n))) gaps.push(`nobody ever had ${labelKey(series, n)}`)
  return gaps
}
