import { readFile } from 'node:fs/promises'
import { csvTable } from './csv.ts'
import type { Knows, Table } from './table.ts'
import { xlsxTable } from './xlsx.ts'

/** Reads a file of rows, a workbook or a text, told apart by how they begin. Throws a sentence where it is none. */
export async function readTable(path: string, sheet: string | null, knows: Knows): Promise<Table> {
  const bytes = new Uint8Array(
    await readFile(path).catch((error) => {
      throw new Error(`${path} cannot be read: ${error.code ?? error}`)
    }),
  )
  const begins = (...start: number[]) => start.every((byte, i) => bytes[i] === byte)
  if (begins(0xd0, 0xcf, 0x11, 0xe0))
    throw new Error(`${path} is a spreadsheet of before 2007 (.xls), or has a password: save it as .xlsx without one, or as CSV`)
  if (!begins(0x50, 0x4b, 0x03, 0x04)) return csvTable(bytes, knows)
  return xlsxTable(bytes, sheet).catch((error) => {
    throw new Error(`${path} ${error instanceof Error ? error.message : error}`)
  })
}
