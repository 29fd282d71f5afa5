import { afterAll, beforeAll, expect, test } from 'vitest'
import { totalsBetween } from '../../db/totals.ts'
import { sumTotals } from '../../domain/totals.ts'
import { makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { backfillYear } from './backfill.ts'

let t: TestHouse
beforeAll(async () => {
  t = await makeTestHouse()
})
afterAll(async () => {
  expect(t.faults).toEqual([])
  await t.stop()
})

const untilDay = '2026-03-23'
const sql = () => t.house.connections.slowSql
const backfill = (ids: readonly string[], stopped = () => false) =>
  backfillYear({
    databaseUrl: t.databaseUrl,
    points: [...t.house.catalogue.points()].filter((p) => ids.includes(p.id)),
    untilDay,
    restTimes: 0,
    stopped,
  })
const rows = async () =>
  (await sql()`select point_id, count(*)::int as rows from day_totals group by 1 order by 1`).map((r) => [r.point_id, r.rows])

test('a year is written once, marked as made up, and adds up as read', async () => {
  await sql()`insert into halls (point_id, day, state) values ('lisboa', '2026-03-03', 'closed')`
  expect(await backfill(['lisboa'])).toBeGreaterThan(700)
  const before = await rows()
  expect(await backfill(['lisboa'])).toBe(0)
  expect(await rows()).toEqual(before)
  const all = await totalsBetween(sql(), { pointIds: ['lisboa'], fromDay: '2025-01-01', untilDay: '2026-12-31' })
  expect(all.every((row) => row.simulated && row.day <= untilDay && row.day > '2025-03-23' && row.day !== '2026-03-03')).toBe(true)
  const sum = sumTotals(all)
  expect(sum.tickets).toBe(sum.finished + sum.missed + sum.left)
  expect(sum.waits.called).toBe(sum.finished + sum.missed)
  expect(sum.said.told).toBeLessThan(sum.waits.called)
  expect(sum.said.told).toBeGreaterThan(0.9 * sum.waits.called)
})

test('where it was stopped it goes on, point by point', async () => {
  expect(await backfill(['horta', 'sao-paulo'], () => true)).toBe(0)
  const [lisboa] = await rows()
  expect(await backfill(['horta', 'lisboa', 'sao-paulo'])).toBeGreaterThan(1400)
  expect((await rows()).map(([id]) => id)).toEqual(['horta', 'lisboa', 'sao-paulo'])
  expect((await rows())[1]).toEqual(lisboa)
})
