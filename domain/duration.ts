import { quantumMinutes } from './time.ts'

/**
 * How long a visit takes, in whole quanta of minutes: the sum over its services of base + extra × (people − 1), rounded up to 5 minutes,
 * at least 5. The client never sends an end.
 */
export function durationMinutes(services: readonly { baseMinutes: number; extraMinutes: number }[], people: number): number {
  let minutes = 0
  for (const s of services) minutes += s.baseMinutes + s.extraMinutes * (people - 1)
  return Math.max(1, Math.ceil(minutes / quantumMinutes)) * quantumMinutes
}
