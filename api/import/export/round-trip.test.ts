import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect } from '../../../db/connect.ts'
import { makeDatabase } from '../../../proof/setup/database.ts'
import { key, makeTestHouse, type TestHouse } from '../../../proof/setup/house.ts'
import { readArguments } from '../arguments.ts'
import { loadKnown } from '../load-known.ts'
import { runImport } from '../run.ts'
import { makeScene, type Scene } from '../scene.test-support.ts'
import { csvOfPoints } from './csv-of-points.ts'

let the: TestHouse
let scene: Scene
beforeAll(async () => {
  scene = await makeScene({ newId: key, at: () => the.clock.now(), connections: () => the.house.connections })
})
afterAll(() => scene.stop())
beforeEach(async () => {
  the = await makeTestHouse()
})
afterEach(() => the.stop())

const exported = async () => csvOfPoints(await loadKnown(the.house.connections.slow))

/** What files seldom hold and points may: openings out of order, closed days with and without a reason, separators, no position. */
async function makeItHard(): Promise<void> {
  const { sql } = the.house.connections
  const openings = {
    week: [
      { weekday: 5, from: '13:30', until: '16:30' },
      { weekday: 1, from: '13:30', until: '16:30' },
      { weekday: 1, from: '09:00', until: '12:30' },
      { weekday: 5, from: '09:00', until: '12:30' },
    ],
    exceptions: [
      { day: '2026-12-26', spans: [], reason: 'inventaris; "alles"' },
      { day: '2026-12-24', spans: [{ from: '09:00', until: '12:00' }] },
      { day: '2026-12-27', spans: [] },
    ],
    holidays: ['2027-01-01', '2026-12-25'],
  }
  await sql`update points set openings = ${sql.json(openings as never)}, external_id = 'H;1', address = 'Straat "1", bus 2', phone = '+351 292 000 005' where id = 'horta'`
  await sql`update points set latitude = null, longitude = null, languages = '["pt","en"]', openings = '{"week":[],"exceptions":[],"holidays":[]}', kind = 'van' where id = 'lisboa'`
  await sql`update points set latitude = -0.0000005, openings = '{"week":[],"exceptions":[{"day":"2026-12-24","spans":[{"from":"00:00","until":"24:00"}],"reason":"nacht"}],"holidays":[]}' where id = 'sao-paulo'`
}

test('an export imports back unchanged', async () => {
  await makeItHard()
  const text = await exported()
  const before = await scene.hash()
  const file = await scene.fileOf(text)
  expect(await scene.said(file)).toEqual(['created 0, updated 0, unchanged 3, refused 0'])
  expect(await scene.said(file, '--strict')).toEqual(['created 0, updated 0, unchanged 3, refused 0'])
  expect(await scene.hash()).toBe(before)
  expect(text).toContain(
    '"Mo,Fr 09:00-12:30,13:30-16:30; 2026 Dec 24 09:00-12:00; 2026 Dec 25 off; 2026 Dec 26 off ""inventaris; \'alles\'""; 2026 Dec 27 off; 2027 Jan 01 off"',
  )
})

test('in an empty database it makes the same points: exported again it is the same, byte for byte', async () => {
  await makeItHard()
  const text = await exported()
  const database = await makeDatabase()
  const empty = connect(database.url, 2)
  try {
    const asked = readArguments([await scene.fileOf(text)])
    const outcome = await runImport({ connections: empty, asked, at: the.clock.now(), newId: key })
    expect(outcome.created).toEqual(['horta', 'lisboa', 'sao-paulo'])
    expect(csvOfPoints(await loadKnown(empty.slow))).toBe(text)
  } finally {
    await empty.close()
    await database.drop()
  }
})
