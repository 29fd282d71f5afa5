import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, expect, type TestContext, test } from 'vitest'
import { earliestSlots, listPoints, onePoint, slotsOfDay } from '../../contract/points.ts'
import { takeTicket } from '../../contract/tickets.ts'
import { bookAtDesk, bookHold, holdSlot } from '../../contract/visits.ts'
import { minuteMs } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { askStrictly, problemCode } from '../strict.test-support.ts'
import { readArguments } from './arguments.ts'
import { crooked } from './crooked.test-support.ts'
import { runImport } from './run.ts'
import { sayOutcome } from './say.ts'

/** 99 real places in three time zones, beside the checkout where there is one. */
const realPlaces = fileURLToPath(new URL('../../../shared/data/service-points-pt.csv', import.meta.url))
const hours = 'Mo-Fr 09:00-12:30,13:30-16:30'

let the: TestHouse
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beurt-import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  the = await makeTestHouse()
})
afterEach(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})

const fileOf = async (text: string | Uint8Array): Promise<string> => {
  const path = join(folder, `${key()}.csv`)
  await writeFile(path, text)
  return path
}
const run = (...words: string[]) =>
  runImport({ connections: the.house.connections, asked: readArguments(words), at: the.clock.now(), newId: key })
const last = (outcome: Awaited<ReturnType<typeof run>>) => sayOutcome(outcome).at(-1)
const points = async () => (await askStrictly(the.as.anyone, listPoints, {})).points
/** A running process looks by itself, four times a second. */
const look = async () => {
  const revisions = async () => {
    const rows = await the.house.connections.sql`select id, revision from points order by id`
    return rows.map((r) => `${r.id} ${r.revision}`)
  }
  await expect
    .poll(() => [...the.house.catalogue.points()].map((p) => `${p.id} ${p.revision}`).sort(), { timeout: 5000 })
    .toEqual((await revisions()).sort())
}

const header = 'id,name,postal_code,latitude,longitude,opening_hours'
const gent = (more = '', openings = hours) => `${header}\nG1,Loket Gent${more},9000,51.05,3.72,"${openings}"`

test('the crooked file: every good row is taken, every bad one said, and a second time changes nothing', async () => {
  const file = await fileOf(crooked())
  const first = await run(file, '--organisation', 'gemeente', '--openings', hours)
  expect(last(first)).toBe('created 6, updated 0, unchanged 0, refused 15')
  expect(sayOutcome(first)).toContain('line 10, Lengtegraad: is empty, and the other half of the position is not')
  expect(sayOutcome(first)).toContain('line 20: "Kruibeke nog eens" has the id KR-1, which line 2 has already')
  await look()
  const before = await points()
  expect(last(await run(file, '--openings', hours))).toBe('created 0, updated 0, unchanged 6, refused 15')
  await look()
  expect(await points()).toEqual(before)
})

test('a file without a name or position changes nothing and says so once', async () => {
  const outcome = await run(await fileOf('straat;plaats\nMarkt 1;Gent\nMarkt 2;Gent'))
  expect(sayOutcome(outcome)[0]).toBe('Nothing was imported:')
  expect(outcome.missing).toHaveLength(3)
})

test('what cannot be is said before anything is written', async () => {
  await expect(run('nowhere.csv')).rejects.toThrow('nowhere.csv cannot be read')
  await expect(run(await fileOf(gent()), '--like', 'nowhere')).rejects.toThrow('There are: horta, lisboa, sao-paulo')
  expect(() => readArguments(['a.csv', '--openings', 'PH off', '--lke', 'x', 'b.csv'])).toThrow(/holidays[\s\S]*/)
  expect(() => readArguments([])).toThrow('there is no file to import')
  expect(await points()).toHaveLength(3)
})

test('a place that is known is updated where the file says otherwise, and only there', async () => {
  await run(await fileOf(gent()))
  await look()
  expect(last(await run(await fileOf(gent(' Zuid'))))).toBe('created 0, updated 1, unchanged 0, refused 0')
  await look()
  expect((await points()).find((p) => p.id === 'loket-gent')).toMatchObject({ name: 'Loket Gent Zuid', postalCode: '9000' })
  const lines = await the.house.connections.sql`select what from history where point_id = 'loket-gent' and act = 'import' order by version`
  expect(lines.map((l) => l.what)).toEqual([{ created: true }, { fields: ['name'], takesLike: false }])
})

test('a running process shows what was imported within a second, with nobody telling it', async () => {
  await run(await fileOf(gent()), '--like', 'lisboa')
  await expect.poll(async () => (await points()).map((p) => p.id), { timeout: 3000 }).toContain('loket-gent')
  await expect
    .poll(
      async () =>
        (
          await askStrictly(the.as.anyone, earliestSlots, {
            services: 'passport',
            people: '1',
            latitude: '51.05',
            longitude: '3.72',
            km: '5',
          } as never)
        ).slots.length,
      { timeout: 3000 },
    )
    .toBeGreaterThan(0)
})

test('services, counters and shifts of another point come along, once, and later where they were forgotten', async () => {
  await run(await fileOf(gent()), '--organisation', 'gemeente')
  await look()
  expect((await askStrictly(the.as.anyone, onePoint, { point: 'loket-gent' })).services).toEqual([])
  const file = await fileOf(gent())
  expect(last(await run(file, '--like', 'lisboa'))).toBe('created 0, updated 1, unchanged 0, refused 0')
  expect(last(await run(file, '--like', 'lisboa'))).toBe('created 0, updated 0, unchanged 1, refused 0')
  await look()
  const { services } = await askStrictly(the.as.anyone, onePoint, { point: 'loket-gent' })
  expect(services.map((s) => s.id)).toEqual(['passport', 'id-card', 'moving', 'advice'])
  const query = { point: 'loket-gent', services: 'passport', people: '1', day: '2026-03-25' } as never
  const { slots } = await askStrictly(the.as.anyone, slotsOfDay, query)
  expect(slots.map((s) => s.wallTime)).toEqual(expect.arrayContaining(['09:00', '12:15', '13:30', '16:15']))
  expect(slots.filter((s) => s.wallTime < '09:00' || (s.wallTime > '12:15' && s.wallTime < '13:30') || s.wallTime > '16:15')).toEqual([])
})

test('other opening hours move the slots, and say which appointments no longer fit', async () => {
  await run(await fileOf(gent()), '--like', 'lisboa')
  await look()
  const { slots } = await askStrictly(the.as.anyone, slotsOfDay, {
    point: 'loket-gent',
    services: 'passport',
    people: '1',
    day: '2026-03-25',
  } as never)
  const late = slots.find((s) => s.wallTime === '16:00')!
  const booked = await askStrictly(
    the.as.networkManager,
    bookAtDesk,
    { point: 'loket-gent', serviceIds: ['passport'], people: 1, language: 'nl', startsAt: late.startsAt, channel: 'desk', name: 'An' },
    key(),
  )
  const outcome = await run(await fileOf(gent('', 'Mo-Fr 09:00-12:00')))
  expect(outcome.unfit).toEqual([{ pointId: 'loket-gent', references: [booked.reference] }])
  await look()
  const after = await askStrictly(the.as.anyone, slotsOfDay, {
    point: 'loket-gent',
    services: 'passport',
    people: '1',
    day: '2026-03-25',
  } as never)
  expect(after.slots.at(-1)!.wallTime).toBe('11:45')
})

/** The real file where it is there; where not, the test is passed over and says so. */
const whereItIs =
  (run: () => Promise<void>) =>
  async ({ skip }: TestContext) => {
    if (!existsSync(realPlaces)) skip('the 99 real places (../shared/data/service-points-pt.csv) are not beside this checkout')
    await run()
  }

test(
  'the 99 real places come whole, in their three zones, and a second time changes nothing',
  whereItIs(async () => {
    const outcome = await run(realPlaces, '--openings', hours, '--like', 'lisboa')
    expect(sayOutcome(outcome)).toEqual(['created 99, updated 0, unchanged 0, refused 0'])
    await look()
    const all = await points()
    expect(all).toHaveLength(102)
    const zones = Object.groupBy(all, (p) => p.zone)
    expect([zones['Europe/Lisbon']?.length, zones['Atlantic/Azores']?.length, zones['Atlantic/Madeira']?.length]).toEqual([95, 5, 1])
    expect(sayOutcome(await run(realPlaces, '--openings', hours, '--like', 'lisboa'))).toEqual([
      'created 0, updated 0, unchanged 99, refused 0',
    ])
    expect(sayOutcome(await run(realPlaces))).toEqual(['created 0, updated 0, unchanged 99, refused 0'])
  }),
)

test(
  'on one of them, in the Azores, somebody takes a number and somebody books',
  whereItIs(async () => {
    await run(realPlaces, '--openings', hours, '--like', 'lisboa')
    await look()
    const point = 'conservatoria-registo-civil-angra-heroismo'
    the.clock.pass(90 * minuteMs)
    const ticket = await askStrictly(
      the.as.networkManager,
      takeTicket,
      { point, serviceIds: ['passport'], people: 1, language: 'ar' },
      key(),
    )
    expect(ticket).toMatchObject({ pointId: point, label: 'A\u2009001', state: 'waiting' })
    // 29 March has no midnight there; Monday the 30th is the first day of summer time.
    const { slots, zone } = await askStrictly(the.as.anyone, slotsOfDay, {
      point,
      services: 'passport',
      people: '1',
      day: '2026-03-30',
    } as never)
    expect(zone).toBe('Atlantic/Azores')
    expect(slots[0]).toMatchObject({ wallTime: '09:00', startsAt: '2026-03-30T09:00:00.000Z' })
    const id = key()
    const input = { point, serviceIds: ['passport'], people: 1, language: 'nl' as const, startsAt: slots[0]!.startsAt }
    const held = await askStrictly(the.as.anyone, holdSlot, input, id)
    const mine = the.as.visitor(held.token)
    const booked = await askStrictly(
      mine,
      bookHold,
      { point, appointment: held.appointmentId, name: 'João', email: 'joao@example.org' },
      key(),
    )
    expect(booked).toMatchObject({ state: 'booked', wallTime: '09:00', zone: 'Atlantic/Azores', point: { district: 'Açores' } })
    expect(
      await problemCode(askStrictly(the.as.anyone, slotsOfDay, { point, services: 'fishing', people: '1', day: '2026-03-30' } as never)),
    ).toBe('service-not-here')
  }),
)
