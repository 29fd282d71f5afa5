import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import writeSheets from 'write-excel-file/node'
import { daysOfPoint, listPoints, menu, onePoint, slotsOfDay } from '../../contract/points.ts'
import { takeTicket } from '../../contract/tickets.ts'
import { minuteMs } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { askStrictly, problemCode } from '../strict.test-support.ts'
import { readArguments } from './arguments.ts'
import { makeProgress } from './progress.ts'
import { looked, makeScene, type Scene } from './scene.test-support.ts'

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

const header = 'name,postal_code,latitude,longitude,opening_hours'
const gent = `${header}\nLoket Gent,9000,51.05,3.72,"Mo-Fr 09:00-12:30,13:30-16:30; 2026 Mar 27 off"`
const services = `id,naam_nl,name_en,minuten,extra minuten,reeks,op afspraak,meebrengen_nl
rijbewijs,Rijbewijs,Driving licence,12,5,R,ja,"pasfoto; oud rijbewijs"
,Iets ophalen,Picking up,5,,C,nee,`
const ask = (point: string, service: string, day: string) => ({ point, services: service, people: '1', day }) as never

test('services of a file, counters and shifts make a hall where there was none', async () => {
  const file = await scene.fileOf(gent)
  const offered = await scene.fileOf(services)
  expect(await scene.said(file, '--services', offered, '--counters', '5', '--organisation', 'gent')).toEqual([
    'the organisation gent was not known, and is new',
    'new services: rijbewijs, picking-up',
    'created 1, updated 0, unchanged 0, refused 0',
  ])
  await looked(the.house)
  const { services: there, languages } = await askStrictly(the.as.anyone, onePoint, { point: 'loket-gent' })
  expect(languages).toEqual(['nl', 'en'])
  expect(there).toMatchObject([
    {
      id: 'rijbewijs',
      names: { nl: 'Rijbewijs', en: 'Driving licence' },
      bring: { nl: ['pasfoto', 'oud rijbewijs'] },
      baseMinutes: 12,
      extraMinutes: 5,
      bookable: true,
    },
    { id: 'picking-up', baseMinutes: 5, extraMinutes: 0, bookable: false, walkIn: true },
  ])
  const { slots } = await askStrictly(the.as.anyone, slotsOfDay, ask('loket-gent', 'rijbewijs', '2026-03-26'))
  expect([slots[0]!.wallTime, slots.at(-1)!.wallTime]).toEqual(['09:00', '16:15'])
  expect((await askStrictly(the.as.anyone, slotsOfDay, ask('loket-gent', 'rijbewijs', '2026-03-27'))).slots).toEqual([])
  const [lanes] = await the.house.connections.sql`
    select count(distinct shift_id)::int as shifts, max(day)::text as until from shift_days where point_id = 'loket-gent'`
  expect(lanes).toEqual({ shifts: 2, until: '2026-05-22' })
  expect(await scene.said(file, '--services', offered, '--counters', '9')).toEqual(['created 0, updated 0, unchanged 1, refused 0'])
})

test('a service that is called otherwise now is changed, and the point shows it', async () => {
  const file = await scene.fileOf(gent)
  await scene.run(file, '--services', await scene.fileOf(services), '--organisation', 'gent')
  const other = await scene.fileOf('id,name_nl,name_fr,minutes\nrijbewijs,Rijbewijs of kaart,Permis de conduire,20')
  expect(await scene.said(file, '--services', other, '--organisation', 'gent')).toContain(
    'services that are called or given otherwise now: rijbewijs',
  )
  await looked(the.house)
  const { services: there } = await askStrictly(the.as.anyone, onePoint, { point: 'loket-gent' })
  expect(there[0]).toMatchObject({ names: { nl: 'Rijbewijs of kaart', en: 'Driving licence', fr: 'Permis de conduire' }, baseMinutes: 20 })
})

test('a bad row among the services leaves everything as it was, with line, column and reason', async () => {
  const before = await scene.hash()
  const bad = await scene.fileOf('name_nl,minutes,series,bookable\nA,lang,A,ja\nB,10,N,ja\n,10,A,ja\nC,10,A,misschien\nD,,A,ja')
  const said = await scene.run(await scene.fileOf(gent), '--services', bad).catch((error: Error) => error.message)
  expect(said).toContain('Nothing was imported.')
  expect(
    String(said)
      .split('\n')
      .slice(1)
      .map((line) => line.trim().slice(0, 40)),
  ).toEqual([
    'line 2, minutes: "lang" is no number of ',
    'line 3, series: "N" is no letter of a se',
    'line 4: has no name',
    'line 5, bookable: "misschien" is neither',
    'line 6, minutes: is empty: how many minu',
  ])
  const nameless = await scene.fileOf('name,minutes\nA,10')
  await expect(scene.run(await scene.fileOf(gent), '--services', nameless)).rejects.toThrow('in which language is the column "name"?')
  expect(await scene.hash()).toBe(before)
})

test('a place without openings is listed, says so, and gives neither a time nor a number', async () => {
  await scene.run(await scene.fileOf(`${header}\nLoket Gent,9000,51.05,3.72,`), '--services', 'standard', '--organisation', 'gent')
  await looked(the.house)
  const listed = (await askStrictly(the.as.anyone, listPoints, {})).points.find((p) => p.id === 'loket-gent')
  expect(listed).toMatchObject({ openingsKnown: false, bookable: false })
  expect((await the.house.connections.sql`select from shift_days where point_id = 'loket-gent'`).count).toBe(0)
  const { days } = await askStrictly(the.as.anyone, daysOfPoint, { point: 'loket-gent', services: 'question', people: '1' } as never)
  expect(days.some((day) => day.open || day.slots > 0)).toBe(false)
  expect(await askStrictly(the.as.anyone, menu, { point: 'loket-gent' })).toMatchObject({ state: 'closed', opensAt: null })
  const wanted = { point: 'loket-gent', serviceIds: ['question'], people: 1, language: 'nl' as const }
  expect(await problemCode(askStrictly(the.as.networkManager, takeTicket, wanted, key()))).toBe('point-closed')
})

test('openings that come later open it: shifts are there already', async () => {
  await scene.run(await scene.fileOf(`${header}\nLoket Gent,9000,51.05,3.72,`), '--services', 'standard', '--organisation', 'gent')
  expect(await scene.last(await scene.fileOf(gent))).toBe('created 0, updated 1, unchanged 0, refused 0')
  await looked(the.house)
  the.clock.pass(minuteMs)
  const { slots } = await askStrictly(the.as.anyone, slotsOfDay, ask('loket-gent', 'question', '2026-03-26'))
  expect([slots[0]!.wallTime, slots.at(-1)!.wallTime]).toEqual(['09:00', '16:15'])
})

test('a workbook of places and one of services do the same, and say rows', async () => {
  const book = (data: (string | number)[][]) => writeSheets([{ data: data as never, sheet: 'Blad' }]).toBuffer()
  const places = await scene.fileOf(
    await book([
      ['naam', 'lat', 'lon'],
      ['Loket', 51.05, 3.72],
      ['Weg', 'x', 3.7],
    ]),
    'xlsx',
  )
  const offered = await scene.fileOf(
    await book([
      ['name_nl', 'minutes'],
      ['Vraag', 10],
    ]),
    'xlsx',
  )
  expect(
    await scene.said(places, '--services', offered, '--organisation', 'gent', '--openings', 'Mo 09:00-12:00', '--sheet', 'blad'),
  ).toEqual([
    'row 3, lat: "x" is no latitude: degrees from -90 to 90, such as 38.7223',
    'the organisation gent was not known, and is new',
    'new services: vraag',
    'created 1, updated 0, unchanged 0, refused 1',
  ])
})

test('the words of the command that do not go together are said, all at once', () => {
  const said = () =>
    readArguments(['a.csv', '--counters', '0', '--services=', '--like', 'x', '--languages', 'nl,xx', '--strict=no', '--what'])
  expect(said).toThrow(
    /--services wants a value[\s\S]*--strict takes no value[\s\S]*--what is not known[\s\S]*xx[\s\S]*--counters 0 is no number[\s\S]*--counters goes with --services/,
  )
  expect(() => readArguments(['a.csv', '--services', 'standard', '--like', 'x'])).toThrow('choose one')
})

test('progress is a line a second at most, and none for what is quick', () => {
  let now = 0
  const lines: string[] = []
  const progress = makeProgress(
    (line) => lines.push(line),
    () => now,
  )
  for (let done = 500; done <= 10_000; done += 500) {
    now += 300
    progress(done, 10_000)
  }
  expect(lines).toEqual([
    '2000 of 10000 rows, about 5 s more',
    '4000 of 10000 rows, about 4 s more',
    '6000 of 10000 rows, about 3 s more',
    '8000 of 10000 rows, about 2 s more',
  ])
})
