import { expect, test } from 'vitest'
import { alertKinds, type Column, fits, noFilter, ordered, worstFirst } from './order.ts'
import { tileAt as now, tile } from './tiles.test-support.ts'

const all = [
  tile('calm', { waiting: 1, finishedToday: 9 }),
  tile('over', { waiting: 4, wait: { fromMinutes: 30, untilMinutes: 60 }, district: 'Évora' }),
  tile('shut', { open: false, countersOpen: 0, wait: null }),
  tile('rising', { waiting: 9, wait: { fromMinutes: 15, untilMinutes: 30 }, countersPlanned: 5 }),
]
const by = (column: Column, down = true) => ordered(all, { order: { by: column, down }, filter: noFilter, now, language: 'nl' })

test('the worst stands first, and the other way round', () => {
  expect(ordered(all, { order: worstFirst, filter: noFilter, now, language: 'nl' })).toEqual(['over', 'rising', 'calm', 'shut'])
  expect(by('state', false)).toEqual(['shut', 'calm', 'rising', 'over'])
})

test.each<[Column, string[]]>([
  ['waiting', ['rising', 'over', 'calm', 'shut']],
  ['wait', ['over', 'rising', 'calm', 'shut']],
  ['counters', ['rising', 'shut', 'calm', 'over']],
  ['finished', ['calm', 'over', 'rising', 'shut']],
])('sorted by %s', (column, expected) => {
  expect(by(column)).toEqual(expected)
})

test('names go by the alphabet of the language, with numbers as numbers', () => {
  const named = ['Loket 10', 'loket 9', 'Ávila', 'Zeist'].map((name) => tile(name, { name }))
  const given = { filter: noFilter, now, language: 'nl' as const }
  expect(ordered(named, { ...given, order: { by: 'name', down: false } })).toEqual(['Ávila', 'loket 9', 'Loket 10', 'Zeist'])
  expect(ordered(named, { ...given, order: { by: 'name', down: true } })).toEqual(['Zeist', 'Loket 10', 'loket 9', 'Ávila'])
})

test('a filter finds by parts of name and district without accents, and by state', () => {
  const one = all[1]!
  expect(fits(one, { ...noFilter, text: 'evora zaal' }, now)).toBe(true)
  expect(fits(one, { ...noFilter, text: 'evora north' }, now)).toBe(false)
  expect(fits(one, { ...noFilter, district: 'midden' }, now)).toBe(false)
  expect(fits(one, { ...noFilter, state: 'over' }, now)).toBe(true)
  expect(fits(one, { ...noFilter, state: 'calm' }, now)).toBe(false)
})

test('a filter finds by the town in any language, by organisation, and by what is wrong with a device', () => {
  const alerts = [{ device: 'kiosk 1', code: 'paper-low' as const }]
  const one = tile('one', { towns: ['Lisbon', 'Lissabon', 'لشبونة'], organisationId: 'o', alerts })
  expect(['lissabon', 'LISBON', ' لشبونة '].map((text) => fits(one, { ...noFilter, text }, now))).toEqual([true, true, true])
  expect(['o', 'p'].map((organisation) => fits(one, { ...noFilter, organisation }, now))).toEqual([true, false])
  expect(alertKinds.map((alert) => fits(one, { ...noFilter, alert }, now))).toEqual([true, true, false, false])
  expect(fits(tile('well'), { ...noFilter, alert: 'any' }, now)).toBe(false)
})
