import type { CalendarSettings, ShiftDay } from './calendar.ts'
import { durationMinutes } from './duration.ts'
import type { Channel, ServiceId } from './ids.ts'
import { type Refusal, refuse } from './refusal.ts'
import { addDays, type Day, dayOf, type Instant, minuteMs, quantumMinutes } from './time.ts'

/** What somebody wants to come for. */
export type Wanted = { serviceIds: readonly ServiceId[]; people: number; channel: Channel }

/** The same, checked against a point's services: how many quanta it takes, and the wall-clock grid that all its services start on. */
export type Want = Wanted & { quanta: number; gridMinutes: number }

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

/** Checks what is wanted: service-not-here for none, unknown or not bookable ones; too-many-people outside 1 to the point's most. */
export function readWanted(settings: CalendarSettings, wanted: Wanted): Want | Refusal {
  const { people, channel } = wanted
  const serviceIds = wanted.serviceIds.length > 1 ? [...new Set(wanted.serviceIds)] : wanted.serviceIds
  if (serviceIds.length === 0) return refuse('service-not-here')
  const services = []
  let gridMinutes = 1
  for (const serviceId of serviceIds) {
    const service = Object.hasOwn(settings.services, serviceId) ? settings.services[serviceId] : undefined
    if (!service?.bookable) return refuse('service-not-here', { serviceId })
    services.push(service)
    const grid = service.gridMinutes ?? settings.gridMinutes
    gridMinutes = (gridMinutes * grid) / divisor(gridMinutes, grid)
  }
  if (!Number.isInteger(people) || people < 1 || people > settings.peopleMax)
    return refuse('too-many-people', { peopleMax: settings.peopleMax })
  return { serviceIds, people, channel, gridMinutes, quanta: durationMinutes(services, people) / quantumMinutes }
}

/** True for a lane that has all the services wanted and is open to the channel. */
export function serves(shiftDay: ShiftDay, wanted: Wanted): boolean {
  if (shiftDay.channels.length > 0 && !shiftDay.channels.includes(wanted.channel)) return false
  for (const serviceId of wanted.serviceIds) if (!shiftDay.serviceIds.includes(serviceId)) return false
  return true
}

/** The earliest start that may be booked now. */
export const earliestStart = (settings: CalendarSettings, now: Instant): Instant => now + Math.max(0, settings.leadMinutes) * minuteMs

/** The last day that may be booked now, by the point's own date. */
export const lastBookableDay = (settings: CalendarSettings, now: Instant): Day => addDays(dayOf(now, settings.zone), settings.horizonDays)
