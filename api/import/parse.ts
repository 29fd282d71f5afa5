import { columnsOf, missingColumns } from './columns.ts'
import type { Hours } from './hours.ts'
import type { Fault, Place } from './place.ts'
import { readPlace } from './place-from-row.ts'
import { faultOfShape, type Knows, type Table } from './table.ts'

/** `missing` says, once, why the file as a whole will not do. `notes` are worth a look, and stop nothing. */
export type Parsed = { places: Place[]; faults: Fault[]; missing: string[]; notes: string[] }

/** How many columns of a file of places are known. */
export const knowsPlaces: Knows = (header) => Object.keys(columnsOf(header).at).length

/** Reads a table of places, with any order of columns. `usual` are opening hours where a row tells none. */
export function parse({ header, rows }: Table, usual: Hours | undefined): Parsed {
  const columns = columnsOf(header)
  const missing = missingColumns(columns, header)
  if (missing.length) return { places: [], faults: [], missing, notes: [] }
  const places: Place[] = []
  const faults: Fault[] = []
  const notes = new Set(columns.unused.length ? [`not used: ${columns.unused.join(', ')}`] : [])
  for (const row of rows) {
    const reason = faultOfShape(row, header)
    const read = reason ? { faults: [{ line: row.line, column: null, reason }], notes: [] } : readPlace({ row, columns, usual })
    if ('place' in read) places.push(read.place)
    faults.push(...read.faults)
    for (const note of read.notes) notes.add(note)
  }
  return { places, faults, missing, notes: [...notes] }
}
