import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { makeScene, type Scene } from './scene.test-support.ts'

let the: TestHouse
let scene: Scene
beforeAll(async () => {
  scene = await makeScene({ newId: key, at: () => the.clock.now(), connections: () => the.house.connections })
})
afterAll(() => scene.stop())
beforeEach(async () => {
  the = await makeTestHouse()
})
afterEach(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})

const header = 'id,name,postal_code,latitude,longitude,phone,opening_hours'
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `punt-${i},Punt ${i},${1000 + i},51.05,3.${700 + (i % 200)},,"Mo-Fr 09:00-12:00"`)
const names = async () =>
  (await the.house.connections.sql`select id, name, phone from points order by id`).map((r) => `${r.id} ${r.name} ${r.phone}`)

test('with --strict one bad row of 1,200 is enough: nothing is written, and it is said', async () => {
  const before = await scene.hash()
  const file = await scene.fileOf([header, ...rows(1200), 'weg,Weg,9000,noord,3.7,,'].join('\n'))
  expect(await scene.said(file, '--strict', '--services', 'standard')).toEqual([
    'line 1202, latitude: "noord" is no latitude: degrees from -90 to 90, such as 38.7223',
    'Nothing was written: with --strict one line that is refused is enough. Correct it, or leave --strict out.',
    'would be: created 1200, updated 0, unchanged 0, refused 1',
  ])
  const twice = await scene.fileOf([header, ...rows(1200), rows(1)[0]].join('\n'))
  expect((await scene.said(twice, '--strict')).slice(0, 1)).toEqual(['line 1202: "Punt 0" has the id punt-0, which line 2 has already'])
  expect(await scene.hash()).toBe(before)
  expect(await scene.last(await scene.fileOf([header, ...rows(1200)].join('\n')), '--strict')).toBe(
    'created 1200, updated 0, unchanged 0, refused 0',
  )
})

test('a strict import that the database refuses in its last part leaves nothing of its first', async () => {
  await the.house.connections.sql`alter table points add constraint no_zone_there check (name <> 'Punt 1100')`
  const before = await scene.hash()
  const file = await scene.fileOf([header, ...rows(1200)].join('\n'))
  await expect(scene.run(file, '--strict')).rejects.toThrow()
  expect(await scene.hash()).toBe(before)
  await expect(scene.run(file)).rejects.toThrow()
  expect(await names()).toHaveLength(1003)
})

test('a preview says what would be created, changed field by field and refused, and writes nothing', async () => {
  await scene.run(
    await scene.fileOf(
      [header, 'gent,Loket Gent,9000,51.05,3.72,+32 9 000,"Mo-Fr 09:00-12:00"', 'brugge,Brugge,8000,51.2,3.2,,'].join('\n'),
    ),
  )
  const before = await scene.hash()
  const file = await scene.fileOf(
    [
      header,
      'gent,Loket Gent Zuid,9000,51.05,3.72,,"Mo-Fr 09:00-12:00; 2026 Dec 25 off"',
      'brugge,Brugge,8000,51.2,3.2,,',
      'aalst,Aalst,9300,50.93,4.03,,',
      'weg,Weg,1,nergens,4.03,,',
    ].join('\n'),
  )
  expect(await scene.said(file, '--preview', '--like', 'lisboa')).toEqual([
    'line 2: would change gent: name "Loket Gent" → "Loket Gent Zuid"',
    'line 2: would change gent: phone "+32 9 000" → nothing',
    'line 2: would change gent: opening hours Mo-Fr 09:00-12:00 → Mo-Fr 09:00-12:00; 2026 Dec 25 off',
    'line 2: would change gent: services, counters and shifts: none → as asked',
    'line 3: would change brugge: services, counters and shifts: none → as asked',
    expect.stringMatching(/^line 4: would create aalst: "Aalst", Mo-/),
    expect.stringContaining('line 5, latitude: "nergens" is no latitude'),
    'Nothing was written: this was a preview.',
    'would be: created 1, updated 2, unchanged 0, refused 1',
  ])
  expect(await scene.hash()).toBe(before)
  expect(await scene.last(file, '--like', 'lisboa')).toBe('created 1, updated 2, unchanged 0, refused 1')
})

test('an id that is a short name is the point’s own, any other is remembered beside it', async () => {
  const first = 'id,external_id,name,postal_code,latitude,longitude'
  const text = [first, 'gent-zuid,G/1,Loket Gent,9000,51.05,3.72', 'KR/2,,Kruibeke,9150,51.17,4.31', '12,,Twaalf,9000,51.05,3.72'].join(
    '\n',
  )
  expect(await scene.last(await scene.fileOf(text))).toBe('created 3, updated 0, unchanged 0, refused 0')
  const stored = await the.house.connections
    .sql`select id, external_id from points where id not in ('lisboa', 'horta', 'sao-paulo') order by id`
  expect(stored.map((r) => [r.id, r.external_id])).toEqual([
    ['12', null],
    ['gent-zuid', 'G/1'],
    ['kruibeke', 'KR/2'],
  ])
  expect(await scene.last(await scene.fileOf(text))).toBe('created 0, updated 0, unchanged 3, refused 0')
})

test('ids that collide are said with their line and the reason', async () => {
  const first = 'id,external_id,name,postal_code,latitude,longitude'
  await scene.run(
    await scene.fileOf([first, 'gent,G1,Loket Gent,9000,51.05,3.72', 'brugge,B1,Brugge,8000,51.2,3.2', ',,Aalst,9300,50.9,4'].join('\n')),
  )
  const text = [
    first,
    'gent,B1,Loket Gent,9000,51.05,3.72',
    'gent-2,G1,Loket Gent,9000,51.05,3.72',
    'stad-aalst,,Aalst,9300,50.9,4',
    'nieuw,N1,Nieuw,1,50.9,4',
    'nieuw,N2,Nieuwer,2,50.9,4',
    'nieuwst,N1,Nieuwst,3,50.9,4',
    'Niet Goed!,N4,Niet,4,50.9,4',
    ',,Nieuw,5,50.9,4',
  ].join('\n')
  const said = await scene.said(await scene.fileOf(text))
  expect(said.slice(0, -3)).toEqual([
    'line 2: "Loket Gent" has the id gent and the external id B1, and that is of the point brugge: correct one of them',
    'line 3: "Loket Gent" is the point gent, and its id cannot become gent-2: give gent, or leave the id out',
    'line 4: "Aalst" is there already as aalst, and an id does not change: give aalst, or leave the id out',
    'line 6: "Nieuwer" has the id nieuw, which line 5 has already',
    'line 7: "Nieuwst" has the id N1, which line 5 has already',
    'line 8, id: "Niet Goed!" is no id: small letters a to z, digits and single dashes, at most 64, such as loket-gent',
  ])
  expect(said.at(-1)).toBe('created 2, updated 0, unchanged 0, refused 6')
  expect(await names()).toEqual(expect.arrayContaining(['nieuw Nieuw ', 'nieuw-2 Nieuw ']))
})
