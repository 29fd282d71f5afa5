import type { Openings } from '../../domain/openings.ts'
import { type Cell, degreesIn, phoneIn, positionIn, textIn, zoneAt, zoneIn } from './cells.ts'
import type { Columns, Field } from './columns.ts'
import { weekFromOsm } from './openings-from-osm.ts'
import type { Fault, Place } from './place.ts'

type Row = { line: number; cells: readonly string[]; columns: Columns; week: Openings['week'] | undefined }
type Read = { place: Place; faults: Fault[]; notes: string[] } | { faults: Fault[]; notes: string[] }

/** Reads one row: the place, or everything that is wrong with it. */
export function readPlace(row: Row): Read {
  const faults: Fault[] = []
  const notes: string[] = []
  const at = readerOf(row, faults)
  const name = at.cell('name', (cell) => textIn(cell, 160)) ?? ''
  if (name === '' && !faults.length) at.wrong('name', 'is empty')
  const position = positionOf(at)
  const zone = at.cell('zone', zoneIn) ?? null
  const zoneFound = position && zoneAt(...position)
  if (!faults.length && !zone && !zoneFound)
    at.wrong(
      row.columns.at.zone === undefined ? 'latitude' : 'zone',
      position ? 'lies where no time zone is known: give its time zone' : 'has neither a position nor a time zone',
    )
  const place: Place = {
    line: row.line,
    externalId: at.cell('externalId', (cell) => textIn(cell, 120)) || null,
    name,
    address: at.cell('address', (cell) => textIn(cell, 240, ', ')),
    postalCode: at.cell('postalCode', (cell) => textIn(cell, 24)),
    district: at.cell('district', (cell) => textIn(cell, 120)),
    phone: at.cell('phone', phoneIn),
    position,
    zone,
    zoneFound,
    week: weekOf(at, row.week, notes),
  }
  return faults.length ? { faults, notes } : { place, faults, notes }
}

type Reader = {
  /** Undefined where there is no such column, or what stands there does not do. */
  cell<T>(field: Field, read: (cell: string) => Cell<T>): T | undefined
  wrong(field: Field, reason: string): void
}

function readerOf({ line, cells, columns }: Row, faults: Fault[]): Reader {
  const wrong = (field: Field, reason: string) => void faults.push({ line, column: columns.called[field] ?? null, reason })
  return {
    wrong,
    cell(field, read) {
      const at = columns.at[field]
      if (at === undefined) return undefined
      const value = read(cells[at] ?? '')
      if ('value' in value) return value.value
      wrong(field, value.reason)
      return undefined
    },
  }
}

function positionOf(at: Reader): Place['position'] {
  const latitude = at.cell('latitude', (cell) => degreesIn(cell, 'latitude'))
  const longitude = at.cell('longitude', (cell) => degreesIn(cell, 'longitude'))
  if (latitude === undefined || longitude === undefined) return at.cell('position', positionIn) ?? null
  if (latitude === null && longitude === null) return at.cell('position', positionIn) ?? null
  if (latitude === null || longitude === null) {
    at.wrong(latitude === null ? 'latitude' : 'longitude', 'is empty, and the other half of the position is not')
    return null
  }
  if (latitude === 0 && longitude === 0) {
    at.wrong('latitude', 'is 0, 0: that lies in the Atlantic. Leave the position empty where it is not known')
    return null
  }
  return [latitude, longitude]
}

function weekOf(at: Reader, usual: Openings['week'] | undefined, notes: string[]): Openings['week'] | undefined {
  let week = usual
  at.cell('openings', (cell) => {
    if (cell.trim() === '') return { value: null }
    const read = weekFromOsm(cell)
    if ('reason' in read) return { reason: `"${cell.trim().slice(0, 60)}" ${read.reason}` }
    if (read.readAs) notes.push(`opening hours "${cell.trim()}" were read as ${read.readAs}`)
    week = read.week
    return { value: null }
  })
  return week
}
