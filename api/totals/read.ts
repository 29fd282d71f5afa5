import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { totals, totalsFile } from '../../contract/totals.ts'
import type { Tallies } from '../../db/tallies.ts'
import { addDays, type Day, dayOf, mondayOf } from '../../domain/time.ts'
import { addTallies, totalsOfTally } from '../../domain/totals.ts'
import { told } from '../about-service.ts'
import type { Point } from '../catalogue.ts'
import { may } from '../identity.ts'
import type { Asked } from '../serve.ts'
import { firstFreeOf, type Wait, waitsForSlot } from './first-free.ts'
import { type Gathered, gather } from './gather.ts'
import { type DaySpan, earlier, shiftOf, spanOf } from './span.ts'

export type Asking = Asked<typeof totals> | Asked<typeof totalsFile>
export type Answer = ResultOf<typeof totals>
type Row = Answer['rows'][number]

/** Points whose totals this manager may see, of those that are asked for. */
const pointsOf = ({ house, identity, input }: Asking): Point[] =>
  [...house.catalogue.points()].filter((p) => (input.point === undefined || p.id === input.point) && may(identity, ['point-manager'], p.id))

/** A point manager has no network, but sees the totals of their own points. */
export const mayAsk = (asked: Asking): boolean => pointsOf(asked).length > 0

/** What halls came to, each row made from tallies by the same rule, and so is their sum. */
export async function readTotals(asked: Asking): Promise<Answer> {
  const { house, input } = asked
  refuseUnknown(asked)
  const points = pointsOf(asked)
  const today = lastToday(asked, points)
  const span = spanOf(input, today)
  const shift = shiftOf(span)
  const there = untilToday(span, today)
  const then = shift === null ? null : earlier(there, shift)
  const found = await over(asked, points, there)
  const before = then && (await over(asked, points, then))
  const waits = input.by === 'point' || input.by === 'service' ? await waitsForSlot(house, points, input.service ?? null) : []
  const waitsOf = Map.groupBy(waits, (wait) => (input.by === 'point' ? wait.pointId : wait.serviceId))
  const seen = { asked, points, found: found.tallies, before: before?.tallies ?? null, shift: shift ?? 0, waitsOf }
  return {
    ...span,
    by: input.by,
    today,
    ...narrowedTo(asked),
    underWay: found.open.size > 0,
    before: then,
    rows: idsOf(seen, there).map((id) => rowOf(seen, id)),
    sum: {
      ...sumOf(found.tallies),
      firstFree: firstFreeOf(waits),
      before: before && sumOf(before.tallies),
    },
  }
}

function refuseUnknown({ house, input }: Asking): void {
  if (input.point !== undefined && !house.catalogue.point(input.point)) throw new Problem('not-found', { point: input.point })
  if (input.service !== undefined && !house.catalogue.offers().has(input.service))
    throw new Problem('service-not-here', { serviceId: input.service })
}

function narrowedTo({ house, input }: Asking): Pick<Answer, 'point' | 'service'> {
  const point = input.point === undefined ? undefined : house.catalogue.point(input.point)
  const service = input.service === undefined ? undefined : house.catalogue.offers().get(input.service)?.service
  return {
    point: point ? { id: point.id, name: point.name } : null,
    service: service ? { id: service.id, names: told(service.names) } : null,
  }
}

/** The date where it is furthest ahead. */
function lastToday({ house }: Asking, points: readonly Point[]): Day {
  const now = house.clock.now()
  const zones = new Set(points.map((p) => p.zone))
  return (
    [...zones]
      .map((zone) => dayOf(now, zone))
      .sort()
      .at(-1) ?? dayOf(now, 'UTC')
  )
}

/** Of tomorrow nothing is known. */
const untilToday = ({ from, until }: DaySpan, today: Day): DaySpan => {
  const end = addDays(today, 1)
  return { from, until: until < end ? until : end }
}

function over({ house, identity, input }: Asking, points: readonly Point[], { from, until }: DaySpan): Promise<Gathered> {
  return gather(house.connections.slowSql, {
    by: input.by,
    pointIds: points.map((p) => p.id),
    serviceId: input.service ?? null,
    fromDay: from,
    untilDay: until,
    whole: input.point === undefined && may(identity, ['network-manager'], null),
  })
}

const sumOf = (tallies: Tallies) => totalsOfTally(addTallies([...tallies.values()]))

type Seen = {
  asked: Asking
  points: readonly Point[]
  found: Tallies
  before: Tallies | null
  shift: number
  waitsOf: ReadonlyMap<string, readonly Wait[]>
}

/** A row for everything that could have tickets, and for whatever has. */
function idsOf({ asked, points, found, before }: Seen, { from, until }: DaySpan): string[] {
  const { by, service } = asked.input
  const has = (point: Point) => service === undefined || point.services.some((s) => s.service.id === service)
  if (by === 'point') return [...new Set([...points.filter(has).map((p) => p.id), ...found.keys(), ...(before?.keys() ?? [])])]
  if (by === 'service') {
    const offered = points.flatMap((p) => p.services.map((s) => s.service.id))
    return [...new Set([...(service === undefined ? offered : [service]), ...found.keys(), ...(before?.keys() ?? [])])].sort()
  }
  const ids: Day[] = []
  for (let day = by === 'week' ? mondayOf(from) : from; day < until; day = addDays(day, by === 'week' ? 7 : 1)) ids.push(day)
  return ids
}

const nothing = addTallies([])

function rowOf({ asked, found, before, shift, waitsOf }: Seen, id: string): Row {
  const { house, input } = asked
  const { by } = input
  const isTime = by === 'day' || by === 'week'
  const then = before?.get(isTime ? addDays(id, -shift) : id) ?? nothing
  return {
    id,
    names: by === 'service' ? told(house.catalogue.offers().get(id)?.service.names ?? {}) : null,
    name: by === 'point' ? (house.catalogue.point(id)?.name ?? id) : null,
    ...totalsOfTally(found.get(id) ?? nothing),
    firstFree: firstFreeOf(waitsOf.get(id) ?? []),
    before: before && totalsOfTally(then),
  }
}
