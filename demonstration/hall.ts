import type { Asker } from '../contract/ask.ts'
import type { Day, Instant, Span } from '../domain/time.ts'

/** One hall of the demonstration, and how everybody in it reaches the api. */
export type Hall = {
  pointId: string
  /** One of the few that are lived in as fully as a real one. */
  isMain: boolean
  /** When it is open on its day; a place may close over noon. None: it stays closed. */
  spans: readonly Span[]
  opensAt: Instant
  closesAt: Instant
  day: Day
  counters: readonly number[]
  comersPerHour: number
  known: Known
  kiosk: Asker
  visitor: Asker
  visitorWith: (token: string) => Asker
  clerk: (counter: number) => Asker
}

/** What people know of their point; hundreds of halls would hold every text of the catalogue otherwise. */
export type Known = {
  languages: readonly string[]
  services: readonly { id: string; walkIn: boolean; bookable: boolean; baseMinutes: number }[]
}
