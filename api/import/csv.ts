import Papa from 'papaparse'
import { decode } from './decode.ts'
import type { Knows, Row, Table } from './table.ts'

/** Reads text with commas, semicolons, tabs or bars between; line breaks in quotes; lines as the file has them. */
export function csvTable(given: Uint8Array | string, knows: Knows): Table {
  const { text, skipped } = withoutMarks(typeof given === 'string' ? given : decode(given))
  const [header, ...rows] = rowsOf(text, delimiterOf(text, knows), skipped)
  return { header: header?.cells ?? [], rows, counts: 'line' }
}

/** The mark at the beginning, and Excel's own first line `sep=;`. */
function withoutMarks(given: string): { text: string; skipped: number } {
  const text = given.replace(/^\ufeff/, '')
  const rest = text.replace(/^"?sep=.[^\n]*\n/i, '')
  return { text: rest, skipped: rest === text ? 0 : 1 }
}

/** The one by which the first line has most columns that we know. */
function delimiterOf(text: string, knows: Knows): string {
  const count = (delimiter: string) => knows(Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0] ?? [])
  return [',', ';', '\t', '|'].reduce((best, next) => (count(next) > count(best) ? next : best))
}

/** Rows with the line of the file on which each begins: a cell may hold line breaks. */
function rowsOf(text: string, delimiter: string, skipped: number): Row[] {
  const rows: Row[] = []
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

const linesIn = (text: string, from: number, until: number): number => text.slice(from, until).match(/\r\n|\n|\r/g)?.length ?? 0
