import type { Hours } from './hours.ts'

/** A place as a row tells it. What is undefined has no column: what is known of it stays. */
export type Place = {
  line: number
  /** The point's own id, where the row gives one that is a short name. */
  id: string | null
  externalId: string | null
  name: string
  address: string | undefined
  postalCode: string | undefined
  district: string | undefined
  phone: string | undefined
  kind: string | undefined
  languages: string[] | undefined
  organisation: { id: string; name: string } | undefined
  position: readonly [latitude: number, longitude: number] | null
  /** As the row says it; null where it does not. */
  zone: string | null
  /** The zone at its position; null without one. */
  zoneFound: string | null
  hours: Hours | undefined
}

/** What is wrong with a row. The line is that of the file, 1 being the header; the column as the file calls it. */
export type Fault = { line: number; column: string | null; reason: string }
