import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkOpenings } from '../../domain/openings.ts'
import { weekFromOsm } from './openings-from-osm.ts'

const said = (text: string): string => {
  const read = weekFromOsm(text)
  if ('reason' in read) return `refused: ${read.reason}`
  expect(checkOpenings({ week: read.week, exceptions: [], holidays: [] })).toBeNull()
  return read.week.map((w) => `${w.weekday} ${w.from}-${w.until}`).join(', ')
}

test.each([
  ['Mo-Tu 09:00-12:30,13:30-16:30', '1 09:00-12:30, 1 13:30-16:30, 2 09:00-12:30, 2 13:30-16:30'],
  ['Mo,We 9:00-12:00; Sa 10:00-12:00', '1 09:00-12:00, 3 09:00-12:00, 6 10:00-12:00'],
  ['Mo-Fr 08:30-17:00; We off', '1 08:30-17:00, 2 08:30-17:00, 4 08:30-17:00, 5 08:30-17:00'],
  ['Sa-Mo 10:00-11:00', '1 10:00-11:00, 6 10:00-11:00, 7 10:00-11:00'],
  ['Mo 08:00-24:00; Tu 00:00-12:00', '1 08:00-24:00, 2 00:00-12:00'],
  ['Mo 08:00-24:00', '1 08:00-24:00'],
  ['Mo 00:00-24:00; Tu 00:00-24:00', '1 00:00-24:00, 2 00:00-24:00'],
  ['Mo-Su 00:00-24:00', '1 00:00-24:00, 2 00:00-24:00, 3 00:00-24:00, 4 00:00-24:00, 5 00:00-24:00, 6 00:00-24:00, 7 00:00-24:00'],
  ['24/7', '1 00:00-24:00, 2 00:00-24:00, 3 00:00-24:00, 4 00:00-24:00, 5 00:00-24:00, 6 00:00-24:00, 7 00:00-24:00'],
  ['off', ''],
  ['Mo 09.00-12.00', '1 09:00-12:00'],
  ['Mo\n09:00-12:00', '1 09:00-12:00'],
  ['Mo 10:00-11:00 open "bel aan"', '1 10:00-11:00'],
])('%s', (text, expected) => {
  expect(said(text)).toBe(expected)
})

test.each([
  ['Mo-Fr 09:00-17:00; PH off', /holidays/],
  ['Mo-Fr 09:00-17:00; SH 10:00-12:00', /holidays/],
  ['Mo-Fr 09:00-17:00; easter off', /holidays/],
  ['Jun-Sep Mo-Fr 08:00-14:00; Mo-Fr 09:00-17:00', /differs by season/],
  ['Mo-Fr 09:00-17:00; Dec 25 off', /differs by season/],
  ['Mo[1] 09:00-12:00', /differs by season/],
  ['week 1-53/2 Mo 09:00-12:00', /differs by season/],
  ['2026 Mo 09:00-12:00', /differs by season/],
  ['Mo-Fr sunrise-sunset', /follows the sun/],
  ['Mo 09:00+', /closing time/],
  ['Mo 09:00-12:00 unknown', /closing time/],
  ['Mo 09:00-12:00 "by appointment"', /closing time/],
  ['Fr 22:00-02:00', /past midnight/],
  ['Su 22:00-26:00', /past midnight/],
  ['Mo 09:02-12:00', /09:02-12:00: times are on whole five minutes/],
  ['every day', /tells no times/],
  ['open', /tells no times/],
  ['business hours', /cannot be read/],
  ['9 to 5', /past midnight/],
  ['', /cannot be read/],
])('%s is refused, with the reason', (text, reason) => {
  expect(said(text)).toMatch(/^refused/)
  expect(said(text)).toMatch(reason)
})

test('words of another language are understood, and how is said', () => {
  expect(weekFromOsm('ma-vr 09:00-12:00')).toMatchObject({ readAs: 'Mo-Fr 09:00-12:00' })
  expect(weekFromOsm('Mo-Fr 09:00-12:00')).toMatchObject({ readAs: null })
})

test.each(['UTC', 'Atlantic/Azores', 'Europe/Brussels', 'America/Sao_Paulo', 'Pacific/Auckland', 'Africa/Casablanca', 'Asia/Gaza'])(
  'wall times are the same wherever this runs: %s',
  (zone) => {
    const file = fileURLToPath(new URL('./openings-from-osm.ts', import.meta.url))
    const program = `const { weekFromOsm } = await import(${JSON.stringify(file)}); console.log(JSON.stringify(weekFromOsm('Sa-Su 00:00-03:00,23:00-24:00')))`
    const out = execFileSync(process.execPath, ['-e', program], { env: { TZ: zone }, encoding: 'utf8' })
    expect(JSON.parse(out).week).toEqual(
      [6, 7].flatMap((weekday) => [
        { weekday, from: '00:00', until: '03:00' },
        { weekday, from: '23:00', until: '24:00' },
      ]),
    )
  },
)
