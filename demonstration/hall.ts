import type { Asker } from '../contract/ask.ts'
import type { Day, Instant } from '../domain/time.ts'

/** One hall of the demonstration, and how everybody in it reaches the api. */
export type Hall = {
  pointId: string
  opensAt: Instant
  closesAt: Instant
  day: Day
  counters: readonly number[]
  comersPerHour: number
  kiosk: Asker
  visitor: Asker
  visitorWith: (token: string) => Asker
  clerk: (counter: number) => Asker
}
