import { expect, test } from 'vitest'
import { isPointName } from '../../domain/ids.ts'
import { noOpenings } from '../../domain/openings.ts'
import { idFromName } from './id-from-name.ts'
import { makeMemory, match } from './match.ts'
import type { Place } from './place.ts'
import { type Known, makeRegistry } from './registry.ts'

const place = (more: Partial<Place> = {}): Place => ({
  line: 2,
  id: null,
  externalId: null,
  name: 'Loket Gent',
  address: 'Markt 1',
  postalCode: '9000',
  district: 'Gent',
  phone: '',
  position: [51.05, 3.72],
  zone: null,
  zoneFound: 'Europe/Brussels',
  kind: undefined,
  languages: undefined,
  organisation: undefined,
  hours: undefined,
  ...more,
})
const known = (more: Partial<Known> = {}): Known => ({
  id: 'loket-gent',
  externalId: null,
  organisationId: 'gent',
  kind: 'general',
  languages: ['nl', 'en'],
  name: 'Loket Gent',
  address: 'Markt 1',
  postalCode: '9000',
  district: 'Gent',
  phone: '',
  latitude: 51.05,
  longitude: 3.72,
  zone: 'Europe/Brussels',
  openings: noOpenings,
  setUp: true,
  ...more,
})
const matched = (places: Place[], all: Known[], like = false) =>
  match(places, { registry: makeRegistry(all), memory: makeMemory(places), like: like ? { rules: {} } : null, openings: noOpenings })
const kinds = (places: Place[], all: Known[], like = false) => matched(places, all, like).steps.map((s) => `${s.kind} ${s.id}`)

test('the same again is unchanged', () => {
  expect(kinds([place()], [known()])).toEqual(['unchanged loket-gent'])
})

test('a place is found by name and postal code, whatever their case and spaces', () => {
  expect(kinds([place({ name: 'loket  GENT', postalCode: '90 00' })], [known()])).toEqual(['update loket-gent'])
  expect(kinds([place({ postalCode: '9050' })], [known()])).toEqual(['create loket-gent-2'])
})

test('an id of its own goes first, so that a place can be renamed', () => {
  expect(kinds([place({ externalId: 'X1', name: 'Nieuw', postalCode: '1' })], [known({ externalId: 'X1' })])).toEqual(['update loket-gent'])
  expect(kinds([place({ externalId: 'X2' })], [known({ externalId: 'X1' })])).toEqual(['create loket-gent-2'])
  expect(kinds([place({ externalId: 'X1' })], [known()])).toEqual(['update loket-gent'])
})

test('a column that is not there changes nothing, an empty cell empties', () => {
  const gone = place({ address: undefined, district: undefined, phone: undefined, position: null, postalCode: undefined })
  expect(kinds([gone], [known({ phone: '1234' })])).toEqual(['unchanged loket-gent'])
  expect(matched([place({ phone: '' })], [known({ phone: '1234' })]).steps[0]).toMatchObject({ changes: { phone: '' } })
})

test('without a postal code the name alone has to be enough', () => {
  const two = [known(), known({ id: 'loket-gent-2', postalCode: '9050' })]
  expect(matched([place({ postalCode: undefined })], two).faults[0]!.reason).toContain('there are 2 points called this')
})

test('the same place twice in a file is taken once, and said', () => {
  expect(matched([place(), place({ line: 7 })], []).faults).toEqual([
    { line: 7, column: null, reason: '"Loket Gent" stands on line 2 already' },
  ])
  expect(matched([place({ externalId: 'A' }), place({ externalId: 'A', name: 'Anders', line: 9 })], []).faults).toHaveLength(1)
  expect(kinds([place({ externalId: 'A' }), place({ externalId: 'B', line: 9 })], [])).toEqual(['create loket-gent', 'create loket-gent-2'])
  expect(matched([place({ externalId: 'A' }), place({ line: 9 })], []).faults).toHaveLength(1)
})

test('a point does not move to another time zone; one that is only found stays as it was set', () => {
  expect(matched([place({ zone: 'Europe/Lisbon' })], [known()]).faults[0]!.reason).toContain('Europe/Brussels')
  expect(kinds([place({ zoneFound: 'Europe/Amsterdam' })], [known()])).toEqual(['unchanged loket-gent'])
})

test('opening hours change the week and leave exceptions and holidays', () => {
  const week = [{ weekday: 1, from: '09:00', until: '12:00' }]
  const openings = { week: [], exceptions: [{ day: '2026-12-24', spans: [], reason: 'feest' }], holidays: ['2026-12-25'] }
  const [step] = matched([place({ hours: { week, dated: null } })], [known({ openings })]).steps
  expect(step).toMatchObject({ kind: 'update', opensOtherwise: true, changes: { openings: { ...openings, week } } })
  const stored = { week: [{ until: '12:00', from: '09:00', weekday: 1 }], exceptions: [], holidays: [] }
  expect(kinds([place({ hours: { week, dated: null } })], [known({ openings: stored })])).toEqual(['unchanged loket-gent'])
})

test('a point without services takes them once', () => {
  expect(matched([place()], [known({ setUp: false })], true).steps[0]).toMatchObject({ kind: 'update', takesLike: true, changes: {} })
  expect(kinds([place()], [known()], true)).toEqual(['unchanged loket-gent'])
})

test.each([
  ['Conservatória do Registo Civil de Évora', 'conservatoria-registo-civil-evora'],
  ["O'Brien's Østre Straße", 'obriens-ostre-strasse'],
  ['  1ª Conservatória — (Porto)  ', '1a-conservatoria-porto'],
  ['De Van', 'de-van'],
  ['مكتب الاستقبال', 'point'],
  ['Łódź & Çeşme', 'lodz-cesme'],
])('%s is called %s', (name, id) => {
  expect(idFromName(name, new Set())).toBe(id)
})

test('ids are names of points, short and never the same', () => {
  const taken = new Set<string>()
  const names = [
    'A',
    'a',
    'Á',
    'x'.repeat(200),
    'x'.repeat(200),
    '!!!',
    '???',
    `${'lang woord '.repeat(20)}Alenquer`,
    `${'lang woord '.repeat(20)}Loures`,
  ]
  const ids = names.map((name) => idFromName(name, taken))
  expect(new Set(ids).size).toBe(names.length)
  expect(ids.filter((id) => !isPointName(id))).toEqual([])
  expect(ids.at(-1)).toMatch(/-loures$/)
})
