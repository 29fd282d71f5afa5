import readSheets, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node'
import type { Row, Table } from './table.ts'
import { paddingsOf } from './xlsx-paddings.ts'

/** A number as its sheet keeps it; apart from text, so that it may be shown as its cell shows it. */
class Figure {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Reads one sheet of a workbook: the one of that name, else the first. Throws a sentence where it cannot be read. */
export async function xlsxTable(bytes: Uint8Array, name: string | null): Promise<Table> {
  const sheets = await readSheets(Buffer.from(bytes), { parseNumber: (text) => new Figure(text), trim: false }).catch((error) => {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError)
      throw new Error(`cannot be read as a spreadsheet (${error.message}): save it anew as .xlsx, or as CSV`)
    throw error
  })
  const sheet = name === null ? sheets[0] : sheets.find((s) => s.sheet.trim().toLowerCase() === name.trim().toLowerCase())
  if (!sheet) throw new Error(`has no sheet "${name}". There are: ${sheets.map((s) => s.sheet).join(', ')}`)
  const paddings = paddingsOf(bytes, sheet.sheet)
  const rows = (sheet.data as unknown[][]).flatMap((cells, i) => rowOf(cells, i + 1, paddings))
  const [header, ...rest] = rows
  return { header: header?.cells ?? [], rows: rest, counts: 'row' }
}

function rowOf(cells: readonly unknown[], line: number, paddings: ReturnType<typeof paddingsOf>): Row | [] {
  const wrong = new Map<number, string>()
  const texts = cells.map((cell, column) => {
    if (cell === null || cell === undefined) return ''
    if (cell instanceof Figure) return paddings(line, column + 1, cell.text) ?? plainNumber(cell.text)
    if (cell instanceof Date)
      wrong.set(column, `is a date in the sheet (${dateText(cell)}): format the column as text and fill it in again`)
    else if (typeof cell === 'string' && /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/.test(cell))
      wrong.set(column, `is ${cell}: the formula in the sheet gives no value`)
    return cell instanceof Date ? dateText(cell) : String(cell)
  })
  return texts.every((text) => text.trim() === '') ? [] : { line, cells: texts, broken: null, wrong }
}

/** Sheets keep 40.6399306 as 40.639930599999999: the shortest that is the same number. */
const plainNumber = (text: string): string => {
  const number = Number(text)
  return Number.isFinite(number) && (Math.abs(number) < 1e15 || number === 0) ? String(number) : text
}

const dateText = (date: Date): string => {
  if (Number.isNaN(date.getTime())) return 'no date that exists'
  const [day, time] = date.toISOString().split('T')
  return day! < '1900-03' ? time!.slice(0, 5) : day!
}
