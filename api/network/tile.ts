import type * as v from 'valibot'
import type { tile } from '../../contract/network.ts'
import { hasBit } from '../../domain/bits.ts'
import { clockOf, quantumAt } from '../../domain/day-clock.ts'
import type { Diversion } from '../../domain/diversion.ts'
import type { Hall, WaitRange } from '../../domain/hall.ts'
import type { ServiceId } from '../../domain/ids.ts'
import { type Instant, iso } from '../../domain/time.ts'
import type { Wait } from '../../domain/wait.ts'
import type { Catalogue, Point } from '../catalogue.ts'
import type { PointTown } from '../gazetteer.ts'
import type { Kept } from '../keeper/keeper.ts'

export type Tile = v.InferOutput<typeof tile>
export type Alert = Tile['alerts'][number]

/** A diversion, and how many have taken a number there through it. */
export type Running = Diversion & { went: number }

type Seen = {
  point: Point
  town: PointTown | undefined
  kept: Kept
  waits: ReadonlyMap<ServiceId, Wait | null>
  alerts: readonly Alert[]
  diversions: readonly Running[]
  catalogue: Catalogue
}

/** One hall as the control room sees it: a pure read of what is kept. */
export function tileOf({ point, town, kept, waits, alerts, diversions, catalogue }: Seen, now: Instant): Tile {
  const { hall } = kept
  const open = hall.state === 'open' && hall.settings.spans.some((s) => s.from <= now && now < s.until)
  const { id, name, organisationId, district, zone, latitude, longitude } = point
  return {
    pointId: id,
    name,
    organisationId,
    district,
    towns: [...(town?.names ?? [])],
    country: town?.country ?? '',
    zone,
    latitude,
    longitude,
    version: hall.version,
    open,
    ...countsOf(hall),
    wait: open ? longestOf(hall, waits) : null,
    waitLimitMinutes: hall.settings.policy.waitLimitMinutes,
    countersOpen: [...hall.counters.values()].filter((c) => c.state === 'open').length,
    countersPlanned: plannedOf(kept, now),
    alerts: [...alerts],
    diversions: diversions.map((d) => ({
      id: d.id,
      toPointId: d.toPointId,
      toName: catalogue.point(d.toPointId)?.name ?? d.toPointId,
      until: iso(d.until),
      minGainMinutes: d.minGainMinutes,
      concerns: d.concerns,
      serviceIds: [...d.serviceIds],
      went: d.went,
    })),
  }
}

function countsOf(hall: Hall): Pick<Tile, 'waiting' | 'longestSince' | 'serving' | 'finishedToday'> {
  let [waiting, serving, finishedToday] = [0, 0, 0]
  let since = Number.POSITIVE_INFINITY
  for (const ticket of hall.tickets.values()) {
    if (ticket.state === 'finished') finishedToday += 1
    else if (ticket.state === 'serving') serving += 1
    else if (ticket.state === 'waiting') {
      waiting += 1
      since = Math.min(since, ticket.rankAt)
    }
  }
  return { waiting, serving, finishedToday, longestSince: waiting ? iso(since) : null }
}

/** The longest of the waits that a walk-in would be told now. */
function longestOf(hall: Hall, waits: Seen['waits']): WaitRange | null {
  let longest: WaitRange | null = null
  for (const [id, wait] of waits)
    if (wait && hall.settings.services[id]?.walkIn && wait.range.untilMinutes > (longest?.untilMinutes ?? -1)) longest = wait.range
  return longest
}

/** How many counters the plan has at this moment: lanes of the day whose bit stands open; overbooking is no counter. */
function plannedOf({ calendar, hall }: Kept, now: Instant): number {
  const quantum = quantumAt(now, clockOf(hall.day, hall.settings.zone))
  let planned = 0
  for (const key of calendar.byDay.get(hall.day) ?? []) {
    const lane = calendar.shiftDays.get(key)
    if (lane && lane.kind !== 'overbooking' && hasBit(lane.open, quantum)) planned += 1
  }
  return planned
}
