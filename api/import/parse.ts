import Papa from 'papaparse'
import type { Openings } from '../../domain/openings.ts'
import { columnsOf, missingColumns } from './columns.ts'
import type { Fault, Place } from './place.ts'
import { readPlace } from './place-from-row.ts'

/** `missing` says, once, why the file as a whole will not do. `notes` are worth a look, and stop nothing. */
export type Parsed = { places: Place[]; faults: Fault[]; missing: string[]; notes: string[] }

type Raw = { line: number; cells: string[]; broken: string | null }

/** Reads a file of places: any order of columns, comma, semicolon or tab, line breaks in quotes. */
export function parse(given: string, week: Openings['week'] | undefined): Parsed {
  const { text, skipped } = withoutMarks(given)
  const delimiter = delimiterOf(text)
  const [header, ...rows] = rawRows(text, delimiter, skipped)
  const columns = columnsOf(header?.cells ?? [])
  const missing = missingColumns(columns, header?.cells ?? [])
  if (missing.length) return { places: [], faults: [], missing, notes: [] }
  const places: Place[] = []
  const faults: Fault[] = []
  const notes = new Set(columns.unused.length ? [`not used: ${columns.unused.join(', ')}`] : [])
  for (const row of rows) {
    const fault = faultOfShape(row, header!.cells.length)
    const read = fault ? { faults: [fault], notes: [] } : readPlace({ line: row.line, cells: row.cells, columns, week })
    if ('place' in read) places.push(read.place)
    faults.push(...read.faults)
    for (const note of read.notes) notes.add(note)
  }
  return { places, faults, missing, notes: [...notes] }
}

/** The mark at the beginning, and Excel's own first line `sep=;`. */
function withoutMarks(given: string): { text: string; skipped: number } {
  const text = given.replace(/^\ufeff/, '')
  const rest = text.replace(/^"?sep=.[^\n]*\n/i, '')
  return { text: rest, skipped: rest === text ? 0 : 1 }
}

/** The one by which the first line has most columns that we know. */
function delimiterOf(text: string): string {
  const count = (delimiter: string) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: 1 })
    const { at } = columnsOf(data[0] ?? [])
    return Object.keys(at).length
  }
  return [',', ';', '\t', '|'].reduce((best, next) => (count(next) > count(best) ? next : best))
}

/** Rows with the line of the file on which each begins: a cell may hold line breaks. */
function rawRows(text: string, delimiter: string, skipped: number): Raw[] {
  const rows: Raw[] = []
  let [from, line] = [0, skipped + 1]
  Papa.parse<string[]>(text, {
    delimiter,
    step({ data, meta, errors }) {
      const empty = data.every((cell) => cell.trim() === '')
      const quotes = errors.some(({ type }) => type === 'Quotes')
      if (!empty)
        rows.push({ line, cells: data, broken: quotes ? 'a quotation mark is not closed, or stands in the middle of a cell' : null })
      line += linesIn(text, from, meta.cursor)
      from = meta.cursor
    },
  })
  return rows
}

function linesIn(text: string, from: number, until: number): number {
  return text.slice(from, until).match(/\r\n|\n|\r/g)?.length ?? 0
}

function faultOfShape({ line, cells, broken }: Raw, width: number): Fault | null {
  if (broken) return { line, column: null, reason: broken }
  const used = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  if (used <= width) return null
  return {
    line,
    column: null,
    reason: `has ${used} cells where the first line has ${width}: put text with a separator in it in quotes`,
  }
}
