import type { ShiftDay } from '../domain/calendar.ts'
import { dayWords } from '../domain/time.ts'
import type { Sql } from './connect.ts'

/** The lanes of one shift that are open at the same times: what is the same on all of them is told once. `busy` and `taken` are null where nothing is. */
type Alike = Pick<ShiftDay, 'kind' | 'serviceIds' | 'channels' | 'seats'> & {
  pointId: string
  shiftId: string
  open: number[]
  days: [day: string, busy: number[] | null, taken: Record<number, number> | null][]
}

/** Lanes as one JSON row for each kind of day of a shift (`l`): of the `shift_days s` that `from` names, with its conditions. */
export const lanesAlike = (sql: Sql, from: ReturnType<Sql>) => sql`
  select s.point_id as "pointId", s.shift_id as "shiftId", s.kind, s.service_ids as "serviceIds", s.channels, s.seats, s.open,
    json_agg(json_build_array(s.day, nullif(s.busy, array_fill(0, array[10])), nullif(s.taken, '{}'))) as days
  from ${from} group by s.point_id, s.shift_id, s.kind, s.service_ids, s.channels, s.seats, s.open`

/** Bits of a lane on which nothing is taken: one for all, since lanes are replaced and never changed. */
const nothing = new Uint32Array(dayWords)
const nobody: Record<number, number> = Object.freeze({})

const days = new Map<string, string>()

/** The same text for the same day: thousands of lanes are of one day. */
function oneDay(day: string): string {
  const known = days.get(day)
  if (known === undefined) days.set(day, day)
  return known ?? day
}

/** The lanes of a row of `lanesAlike`, which share what is the same on all of them. */
export function lanesOfAlike(alike: Alike): ShiftDay[] {
  const { shiftId, kind, serviceIds, channels, seats } = alike
  const open = Uint32Array.from(alike.open)
  return alike.days.map(([day, busy, taken]) => ({
    shiftId,
    day: oneDay(day),
    kind,
    serviceIds,
    channels,
    open,
    busy: busy ? Uint32Array.from(busy) : nothing,
    seats,
    taken: taken ?? nobody,
  }))
}
