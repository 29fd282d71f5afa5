import type { Hall, WaitRange } from './hall.ts'
import type { ServiceId, Uuid } from './ids.ts'
import { type Due, type Line, lineUp } from './line.ts'
import { aheadOf, play, quick, slow } from './play.ts'
import { type Instant, minuteMs } from './time.ts'
import { friendlyRange } from './wait-range.ts'

/** How many go before, among those that the same counters call; and the wait, as it is told. */
export type Wait = { ahead: number; range: WaitRange }

/** So much later than its time, an appointment is not late yet. */
const patienceMs = 5 * minuteMs

/** Whether an appointment is called at about its time: at most five minutes after it, should the wait that is told from now be a quick one. */
export const isOnTime = (appointmentAt: Instant, wait: WaitRange | null, now: Instant): boolean =>
  now + (wait?.fromMinutes ?? 0) * minuteMs <= appointmentAt + patienceMs

const range = (line: Line, lowAt: number, highAt: number): WaitRange =>
  friendlyRange((lowAt - line.now) / minuteMs, (highAt - line.now) / minuteMs)

function waitsOf(hall: Hall, lists: readonly (readonly ServiceId[])[], now: Instant, due: readonly Due[]): (Wait | null)[] {
  const line = lineUp(hall, now, due)
  if (line.counters.length === 0) return lists.map(() => null)
  const probes = lists.map((serviceIds) => ({ rank: now, lanes: line.lanesFor(serviceIds) }))
  const low = play(hall, line, quick, probes, -1).probes
  const high = play(hall, line, slow, probes, -1).probes
  return probes.map((probe, i) => {
    const [lowAt, highAt] = [low[i] ?? Number.NaN, high[i] ?? Number.NaN]
    if (Number.isNaN(lowAt) || Number.isNaN(highAt)) return null
    const ahead = aheadOf(line, now, probe.lanes, (player) => player.arrivesAt <= now && player.opensAt <= now)
    return { ahead, range: range(line, lowAt, highAt) }
  })
}

/**
 * The wait of a walk-in who takes a number now, for every service of the hall; null where no open counter serves it. Plays the hall forward
 * with its own policy, once quick and once slow, with the counters that are open now (paused ones are not), and appointments that are due.
 */
export function waits(hall: Hall, now: Instant, due: readonly Due[] = []): Map<ServiceId, Wait | null> {
  const ids = Object.keys(hall.settings.services)
  const found = waitsOf(
    hall,
    ids.map((id) => [id]),
    now,
    due,
  )
  return new Map(ids.map((id, i) => [id, found[i] ?? null]))
}

/** As `waits`, for one list of services asked together. */
export const waitFor = (hall: Hall, serviceIds: readonly ServiceId[], now: Instant, due: readonly Due[] = []): Wait | null =>
  waitsOf(hall, [serviceIds], now, due)[0] ?? null

/** How many go before a waiting ticket and how long it still waits; null where it does not wait or no open counter may call it. */
export function placeOf(hall: Hall, ticketId: Uuid, now: Instant, due: readonly Due[] = []): Wait | null {
  if (hall.tickets.get(ticketId)?.state !== 'waiting') return null
  const line = lineUp(hall, now, due)
  const target = line.players.findIndex((player) => player.id === ticketId)
  const me = line.players[target]
  if (!me) return null
  const lowAt = play(hall, line, quick, [], target).target
  const highAt = play(hall, line, slow, [], target).target
  if (Number.isNaN(lowAt) || Number.isNaN(highAt)) return null
  const early = me.opensAt > now
  const before = (i: number, opensAt: Instant) => (early ? opensAt <= now || i < target : opensAt <= now && i < target)
  const all = Number.POSITIVE_INFINITY
  const ahead = aheadOf(line, all, me.lanes, (player, i) => i !== target && player.arrivesAt <= now && before(i, player.opensAt))
  return { ahead, range: range(line, lowAt, highAt) }
}
