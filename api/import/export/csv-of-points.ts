import Papa from 'papaparse'
import { hoursAsOsm } from '../hours-as-osm.ts'
import type { Known } from '../registry.ts'

const columns: readonly (readonly [name: string, of: (point: Known) => string])[] = [
  ['id', (point) => point.id],
  ['external_id', (point) => point.externalId ?? ''],
  ['organisation', (point) => point.organisationId],
  ['kind', (point) => point.kind],
  ['name', (point) => point.name],
  ['address', (point) => point.address],
  ['postal_code', (point) => point.postalCode],
  ['district', (point) => point.district],
  ['phone', (point) => point.phone],
  ['latitude', (point) => numberText(point.latitude)],
  ['longitude', (point) => numberText(point.longitude)],
  ['time_zone', (point) => point.zone],
  ['languages', (point) => point.languages.join(' ')],
  ['opening_hours', (point) => hoursAsOsm(point.openings)],
]

/** Points as a file that can be imported: with the mark by which spreadsheets know UTF-8, a line for each point, by id. */
export function csvOfPoints(points: readonly Known[]): string {
  const sorted = [...points].sort((a, b) => (a.id < b.id ? -1 : 1))
  const fields = columns.map(([name]) => name)
  const rows = sorted.map((point) => columns.map(([, of]) => of(point)))
  return `\ufeff${Papa.unparse({ fields, data: rows }, { newline: '\r\n' })}\r\n`
}

const numberText = (degrees: number | null): string => (degrees === null ? '' : String(degrees))
