import type { CalendarSettings, ShiftDay } from './calendar.ts'
import { durationMinutes } from './duration.ts'
import type { Channel, ServiceId } from './ids.ts'
import { quantumMinutes } from './time.ts'

type ServiceRule = { baseMinutes: number; extraMinutes: number; gridMinutes: number }

/** All that a search looks at in a lane and its point but the time and the place: lanes alike in this are judged once. */
export type LaneClass = {
  zone: string
  leadMinutes: number
  horizonDays: number
  peopleMax: number
  /** Channels that may book it; empty means all. */
  channels: readonly Channel[]
  seats: boolean
  /** The bookable services of the lane. */
  services: ReadonlyMap<ServiceId, ServiceRule>
  /** Every start of any of its services lies on this grid of wall-clock minutes. */
  gridMinutes: number
}

/** What one search wants of a class: how many quanta, on which grid. */
export type ClassWant = { quanta: number; gridMinutes: number }

/** Classes by what they are, and by the settings and lanes that have been seen. */
export type Classes = { byKey: Map<string, LaneClass>; seen: WeakMap<CalendarSettings, Map<string, LaneClass | null>> }

/** No classes yet. */
export const makeClasses = (): Classes => ({ byKey: new Map(), seen: new WeakMap() })

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

function makeClass(settings: CalendarSettings, lane: ShiftDay): LaneClass | null {
  const services = new Map<ServiceId, ServiceRule>()
  let gridMinutes = 0
  for (const id of lane.serviceIds) {
    const rule = Object.hasOwn(settings.services, id) ? settings.services[id] : undefined
    if (!rule?.bookable) continue
    const { baseMinutes, extraMinutes } = rule
    const own = rule.gridMinutes ?? settings.gridMinutes
    services.set(id, { baseMinutes, extraMinutes, gridMinutes: own })
    gridMinutes = divisor(gridMinutes, own)
  }
  if (services.size === 0) return null
  const { zone, leadMinutes, horizonDays, peopleMax } = settings
  return { zone, leadMinutes, horizonDays, peopleMax, channels: lane.channels, seats: lane.kind === 'seats', services, gridMinutes }
}

/** The class of a lane at a point with these settings; null where nothing of it can be booked. */
export function classOf(classes: Classes, settings: CalendarSettings, lane: ShiftDay): LaneClass | null {
  const short = `${lane.kind === 'seats'} ${lane.channels.join()} ${lane.serviceIds.join()}`
  const seen = classes.seen.get(settings) ?? new Map<string, LaneClass | null>()
  classes.seen.set(settings, seen)
  const known = seen.get(short)
  if (known !== undefined) return known
  const made = makeClass(settings, lane)
  const key = made && JSON.stringify({ ...made, services: [...made.services] })
  const one = key === null ? null : (classes.byKey.get(key) ?? made)
  if (key !== null && one) classes.byKey.set(key, one)
  seen.set(short, one)
  return one
}

/** What it takes in lanes of a class; null where they do not do it: another service or channel, or too many people. */
export function wantOf(
  laneClass: LaneClass,
  wanted: { serviceIds: readonly ServiceId[]; people: number; channel: Channel },
): ClassWant | null {
  if (laneClass.channels.length > 0 && !laneClass.channels.includes(wanted.channel)) return null
  if (wanted.people > laneClass.peopleMax) return null
  const rules: ServiceRule[] = []
  let gridMinutes = 1
  for (const id of new Set(wanted.serviceIds)) {
    const rule = laneClass.services.get(id)
    if (!rule) return null
    rules.push(rule)
    gridMinutes = (gridMinutes * rule.gridMinutes) / divisor(gridMinutes, rule.gridMinutes)
  }
  return rules.length === 0 ? null : { quanta: durationMinutes(rules, wanted.people) / quantumMinutes, gridMinutes }
}
