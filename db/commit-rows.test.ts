import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { makeDatabase } from '../proof/setup/database.ts'
import { rowsFrom, rowsText } from './commit-rows.ts'

const database = await makeDatabase()
const sql = postgres(database.url, { max: 1, onnotice() {} })
afterAll(async () => {
  await sql.end()
  await database.drop()
})

const back = async (source: Parameters<typeof rowsFrom>[0], rows: Parameters<typeof rowsText>[1]) =>
  sql.unsafe(`select * from ${rowsFrom(source, '$1')} as r`, [rowsText(source, rows)])

const contact = (name: string) => ({ point_id: 'a', visit_id: '019a0000-0000-7000-8000-000000000001', name, erase_on: '2027-02-01' })

test('every text that a person may type comes back as it was, empty ones too', async () => {
  const names = [
    '',
    ' ',
    "O'Brien",
    'a\tb',
    'a\nb',
    'back\\slash',
    '{a,"b"}',
    '\\N',
    'null',
    '王',
    'أمينة',
    '🙂',
    'e\u0301',
    "'; drop table tickets; --",
  ]
  const rows = await back('contacts', names.map(contact))
  expect(rows.map((r) => r.name)).toEqual(names)
  expect(rows.every((r) => r.email === null && r.phone === null)).toBe(true)
})

test('any text at all comes back, without the separators that nobody can type', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((s) => s.replaceAll('\0', ''))
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (names) => {
      const rows = await back('contacts', names.map(contact))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the separators
      expect(rows.map((r) => r.name)).toEqual(names.map((name) => name.replace(/[\u001a\u001e\u001f]/g, '')))
    }),
    { numRuns: 200 },
  )
})

test('lists, numbers, objects and what is not there come back with their types', async () => {
  const [lane] = await back('shift_days', [
    {
      point_id: 'a',
      shift_id: '019a0000-0000-7000-8000-000000000001',
      day: '2026-11-24',
      kind: 'counter',
      service_ids: ['pass"port', 'a,b', '\\'],
      channels: [],
      open: [-1, 0, 2147483647],
      busy: [],
      seats: 3,
      taken: { 96: 2, 'a\u001f': 1 },
      was: null,
    },
  ])
  expect(lane).toMatchObject({
    service_ids: ['pass"port', 'a,b', '\\'],
    channels: [],
    open: [-1, 0, 2147483647],
    busy: [],
    seats: 3,
    was: null,
  })
  expect(lane!.taken).toEqual({ 96: 2, 'a\u001f': 1 })
})
