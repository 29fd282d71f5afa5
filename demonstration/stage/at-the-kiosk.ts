import type { Agent } from '../../kiosk/agent/agent.ts'
import { labelFor } from '../../kiosk/agent/paper.ts'
import type { Held } from '../../kiosk/agent/records.ts'
import type { ShownTicket } from '../../kiosk/agent/view.ts'
import type { Wanted } from '../people.ts'

/** Whoever took a number stands before the screen for so long after it. */
const standsMs = 45_000
const standsWithoutPaperMs = 90_000
const keptMax = 60
/** Numbers that were handed in are told of for so long. */
const toldMs = 150_000

export type Taken = { id: string; label: string; path: string; isReal: boolean }

/** The real kiosk between two kinds of people: those who touch its screen, and those who are simulated and leave it to them. */
export function makeKioskPeople(agent: Agent, newId: () => string, monoMs: () => number) {
  const simulated = new Set<string>()
  const taken: Taken[] = []
  const merged = new Map<string, number>()
  let lastReal = { id: '', at: Number.NEGATIVE_INFINITY, printed: true }
  let ready = () => {}
  const isReady = new Promise<void>((resolve) => {
    ready = resolve
  })

  const keep = (ticket: ShownTicket, isReal: boolean) => {
    if (!ticket.followUrl || taken.some(({ id }) => id === ticket.id)) return
    taken.push({ id: ticket.id, label: ticket.label, path: new URL(ticket.followUrl).pathname, isReal })
    taken.splice(0, taken.length - keptMax)
  }
  const leave = agent.onChange((shown) => {
    const { ticket } = shown
    if (shown.ready) ready()
    if (!ticket || simulated.has(ticket.id)) return
    if (ticket.id !== lastReal.id) lastReal = { id: ticket.id, at: monoMs(), printed: false }
    lastReal.printed ||= ticket.print === 'printed'
    keep(ticket, true)
  })
  const isFree = () => monoMs() - lastReal.at > (lastReal.printed ? standsMs : standsWithoutPaperMs)

  for (const { id } of handedIn()) merged.set(id, Number.NEGATIVE_INFINITY)

  function handedIn() {
    return [...agent.state().memory.tickets.values()].flatMap((held) =>
      held.given?.kind === 'emergency' && held.given.handedIn !== null ? [{ id: held.intent.id, held }] : [],
    )
  }
  const labelOf = (held: Held) => labelFor(held) ?? ''

  return {
    isReady,
    /** Somebody simulated takes a number, unless somebody real stands there or the kiosk cannot give one. */
    async take(wanted: Wanted): Promise<boolean> {
      if (!isFree()) return false
      const id = newId()
      simulated.add(id)
      const ticket = await agent.take(id, wanted).catch(() => null)
      if (ticket) keep(ticket, false)
      return ticket !== null
    },
    /** Numbers taken here that a phone can follow, the newest last. */
    taken: (): readonly Taken[] => taken,
    /** Numbers that the kiosk gave by itself, the newest last: those that the hall has not heard of yet, and those that it has just heard of. */
    ownNumbers(): { owed: string[]; merged: string[] } {
      const tickets = [...agent.state().memory.tickets.values()]
      for (const { id } of handedIn()) if (!merged.has(id)) merged.set(id, monoMs())
      return {
        owed: tickets.filter(({ given }) => given?.kind === 'emergency' && given.handedIn === null).map(labelOf),
        merged: handedIn().flatMap(({ id, held }) => (monoMs() - merged.get(id)! < toldMs ? [labelOf(held)] : [])),
      }
    },
    stop: leave,
  }
}
export type KioskPeople = ReturnType<typeof makeKioskPeople>

const over = new Set(['finished', 'missed', 'left', 'sent'])

/** Whose number the phone shows: the newest real person's; else whoever it showed before, until that visit is over; else the newest that is not over. */
export function followedOf(taken: readonly Taken[], before: Taken | null, stateOf: (id: string) => string | undefined): Taken | null {
  const real = taken.findLast(({ isReal }) => isReal)
  const goesOn = (one: Taken) => !over.has(stateOf(one.id) ?? 'finished')
  if (real && (real.id !== before?.id || goesOn(real)) && (goesOn(real) || !before)) return real
  if (before && goesOn(before)) return before
  return taken.findLast(goesOn) ?? before
}
