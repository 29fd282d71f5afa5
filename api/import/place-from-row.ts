import { isPointName } from '../../domain/ids.ts'
import { type Cell, degreesIn, phoneIn, positionIn, textIn, zoneAt, zoneIn } from './cells.ts'
import type { Columns, Field } from './columns.ts'
import { type Hours, hoursFromOsm } from './hours.ts'
import { kindIn, languagesIn, organisationIn } from './own-cells.ts'
import type { Fault, Place } from './place.ts'
import { type Row, short } from './table.ts'

type Given = { row: Row; columns: Columns; usual: Hours | undefined }
type Read = { place: Place; faults: Fault[]; notes: string[] } | { faults: Fault[]; notes: string[] }

/** Reads one row: the place, or everything that is wrong with it. */
export function readPlace(given: Given): Read {
  const { row, columns, usual } = given
  const faults: Fault[] = []
  const notes: string[] = []
  const at = readerOf(given, faults)
  const name = at.cell('name', (cell) => textIn(cell, 160)) ?? ''
  if (name === '' && !faults.length) at.wrong('name', 'is empty')
  const position = positionOf(at)
  const zone = at.cell('zone', zoneIn) ?? null
  const zoneFound = position && zoneAt(...position)
  if (!faults.length && !zone && !zoneFound)
    at.wrong(
      columns.at.zone === undefined ? 'latitude' : 'zone',
      position ? 'lies where no time zone is known: give its time zone' : 'has neither a position nor a time zone',
    )
  const place: Place = {
    line: row.line,
    ...idsOf(at),
    name,
    address: at.cell('address', (cell) => textIn(cell, 240, ', ')),
    postalCode: at.cell('postalCode', (cell) => textIn(cell, 24)),
    district: at.cell('district', (cell) => textIn(cell, 120)),
    phone: at.cell('phone', phoneIn),
    position,
    zone,
    zoneFound,
    hours: hoursOf(at, usual, notes),
    kind: at.cell('kind', kindIn) || undefined,
    languages: at.cell('languages', languagesIn) ?? undefined,
    organisation: at.cell('organisation', organisationIn) ?? undefined,
  }
  return faults.length ? { faults, notes } : { place, faults, notes }
}

type Reader = {
  /** Undefined where there is no such column, or what stands there does not do. */
  cell<T>(field: Field, read: (cell: string) => Cell<T>): T | undefined
  wrong(field: Field, reason: string): void
}

function readerOf({ row, columns }: Given, faults: Fault[]): Reader {
  const wrong = (field: Field, reason: string) => void faults.push({ line: row.line, column: columns.called[field] ?? null, reason })
  return {
    wrong,
    cell(field, read) {
      const at = columns.at[field]
      if (at === undefined) return undefined
      const reason = row.wrong?.get(at)
      const value = reason ? { reason } : read(row.cells[at] ?? '')
      if ('value' in value) return value.value
      wrong(field, value.reason)
      return undefined
    },
  }
}

/** An id that is a short name is the point's own; any other is remembered as that of the file. */
function idsOf(at: Reader): Pick<Place, 'id' | 'externalId'> {
  const given = at.cell('id', (cell) => textIn(cell, 120)) || null
  const external = at.cell('externalId', (cell) => textIn(cell, 120)) || null
  if (given === null || isPointName(given)) return { id: given, externalId: external }
  if (external !== null)
    at.wrong('id', `"${short(given)}" is no id: small letters a to z, digits and single dashes, at most 64, such as loket-gent`)
  return { id: null, externalId: external ?? given }
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

function hoursOf(at: Reader, usual: Hours | undefined, notes: string[]): Hours | undefined {
  let hours = usual
  at.cell('openings', (cell) => {
    if (cell.trim() === '') return { value: null }
    const read = hoursFromOsm(cell)
    if ('reason' in read) return { reason: `"${cell.trim().slice(0, 60)}" ${read.reason}` }
    if (read.readAs) notes.push(`opening hours "${cell.trim()}" were read as ${read.readAs}`)
    hours = read.hours
    return { value: null }
  })
  return hours
}
