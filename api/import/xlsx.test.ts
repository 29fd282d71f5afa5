import { expect, test } from 'vitest'
import writeSheets from 'write-excel-file/node'
import { knowsPlaces, parse } from './parse.ts'
import { xlsxTable } from './xlsx.ts'

type Cell = string | number | boolean | Date | null | { value: number | string; format?: string; type?: NumberConstructor }
const sheet = (name: string, data: Cell[][]) => ({ data: data as never, sheet: name, dateFormat: 'yyyy-mm-dd' })
const workbook = (...sheets: ReturnType<typeof sheet>[]) => writeSheets(sheets).toBuffer()
const padded = (value: number, format: string): Cell => ({ value, format, type: Number })
const header = ['id', 'Bezeichnung', 'PLZ', 'Breitengrad', 'Längengrad', 'Telefon', 'Öffnungszeiten']

/** A sheet as people send them: numbers as numbers, as text, padded by their format, dates where none belong, empty rows between. */
const crooked = () =>
  workbook(
    sheet('Standorte', [
      header,
      ['ost', 'Bürgeramt Ost', '01067', 51.0504, 13.7373, '0351 4880', 'Mo-Fr 09:00-12:30,13:30-16:30'],
      ['west', 'Bürgeramt West', padded(1067, '00000'), 40.6399306, -8.637916299999999, 3514881, null],
      [null, null, null, null, null, null, null],
      ['nord', 'Bürgeramt Nord', padded(3800003, '0000-000'), '51,0504', '13,7373', padded(351000, '"0"000 000'), ''],
      ['tag', 'Bürgeramt Tag', new Date(Date.UTC(2026, 4, 1)), 51.05, 13.73, '', ''],
      ['uhr', 'Bürgeramt Uhr', '01067', 51.05, 13.73, '', new Date(Date.UTC(2026, 4, 1, 9))],
      ['wahr', 'Bürgeramt Wahr', '01067', true, 13.73, '', ''],
      [12, 'Bürgeramt Zwölf', 12345678, 51.06, 13.74, 35148800000, ''],
    ]),
    sheet('Alt', [header, ['alt', 'Altes Amt', '01069', 51.04, 13.72, '', '']]),
  )

test('a workbook gives the same places as a text would: numbers, text and leading zeros as people see them', async () => {
  const { places, faults } = parse(await xlsxTable(await crooked(), null), undefined)
  expect(places.map(({ line, id, postalCode, position, phone }) => [line, id, postalCode, position, phone])).toEqual([
    [2, 'ost', '01067', [51.0504, 13.7373], '0351 4880'],
    [3, 'west', '01067', [40.6399306, -8.637916299999999], '3514881'],
    [5, 'nord', '3800-003', [51.0504, 13.7373], '0351 000'],
    [9, '12', '12345678', [51.06, 13.74], '35148800000'],
  ])
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [6, 'PLZ'],
    [7, 'Öffnungszeiten'],
    [8, 'Breitengrad'],
  ])
  expect(faults[0]!.reason).toBe('is a date in the sheet (2026-05-01): format the column as text and fill it in again')
})

test('its first sheet is read, or the one that is named; one that is not there is said with those that are', async () => {
  const bytes = await crooked()
  expect((await xlsxTable(bytes, 'ALT')).rows.map((row) => row.cells[0])).toEqual(['alt'])
  await expect(xlsxTable(bytes, 'Neu')).rejects.toThrow('has no sheet "Neu". There are: Standorte, Alt')
  expect((await xlsxTable(bytes, null)).counts).toBe('row')
  expect(knowsPlaces((await xlsxTable(bytes, null)).header)).toBe(7)
})

test('what only looks like a workbook is refused with a sentence', async () => {
  const bytes = new Uint8Array(await crooked())
  await expect(xlsxTable(bytes.slice(0, 600), null)).rejects.toThrow('cannot be read as a spreadsheet')
  await expect(xlsxTable(new TextEncoder().encode('PK\u0003\u0004 not a zip'), null)).rejects.toThrow('cannot be read as a spreadsheet')
})
