import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../contract/ask.ts'
import { languages } from '../../contract/language.ts'
import type { ResultOf } from '../../contract/route.ts'
import { counterActs, takeTicket } from '../../contract/tickets.ts'
import { totals, totalsBy } from '../../contract/totals.ts'
import { dayTotals } from '../../db/tables/totals.ts'
import { rollWeek } from '../../db/tallies.ts'
import { totalsBetween } from '../../db/totals.ts'
import { addDays, minuteMs, mondayOf } from '../../domain/time.ts'
import { type DayTotals, sumTotals } from '../../domain/totals.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { type Jobs, makeJobs } from '../jobs/jobs.ts'

const today = '2026-03-24'
const firstDay = '2026-02-02'
let t: TestHouse
let jobs: Jobs
type Answer = ResultOf<typeof totals>

const services = ['passport', 'id-card', 'moving', 'gone-since']
const points = ['lisboa', 'horta', 'sao-paulo']
/** Seven weeks that are over, of three points: most days, most services, some without anybody. */
const history: DayTotals[] = fc
  .sample(
    fc.record({
      visits: fc.record({ web: fc.nat(9), phone: fc.nat(4), desk: fc.nat(3), partner: fc.nat(1), 'walk-in': fc.nat(25) }),
      outcomes: fc.tuple(fc.nat(4), fc.nat(3), fc.nat(1)),
      waits: fc.array(fc.tuple(fc.nat(95), fc.option(fc.nat(60))), { maxLength: 30 }),
      isThere: fc.nat(9),
      simulated: fc.boolean(),
    }),
    { numRuns: 49 * points.length * services.length, seed: 20261124 },
  )
  .map((one, i): DayTotals & { isThere: number } => {
    const tickets = Object.values(one.visits).reduce((a, b) => a + b, 0)
    const [missed, left, sent] = one.outcomes.map((n) => (tickets > 8 ? n : 0)) as [number, number, number]
    const sorted = one.waits.slice(0, tickets).sort((a, b) => a[0] - b[0])
    return {
      pointId: points[i % 3]!,
      serviceId: services[Math.floor(i / 3) % 4]!,
      day: addDays(firstDay, Math.floor(i / 12)),
      visits: one.visits,
      ...{ missed, left, sent, finished: tickets - missed - left - sent, present: 0 },
      waitMinutes: sorted.map(([wait]) => wait),
      saidMinutes: sorted.map(([, said]) => said),
      simulated: one.simulated,
      isThere: one.isThere,
    }
  })
  .filter((row) => row.isThere > 0)
  .map(({ isThere: _, ...row }) => row)

beforeAll(async () => {
  t = await makeTestHouse()
  jobs = makeJobs(t.house, { send: async () => {} })
  await t.house.connections.slow.insert(dayTotals).values(
    history.map(({ visits, present: _, waitMinutes, saidMinutes, ...row }) => ({
      ...row,
      ...{ web: visits.web, phone: visits.phone, desk: visits.desk, partner: visits.partner, walkIn: visits['walk-in'] },
      waitMinutes: [...waitMinutes],
      saidMinutes: [...saidMinutes] as number[],
    })),
  )
})
afterAll(async () => {
  expect(t.faults).toEqual([])
  await t.stop()
})

const asked = (query: Parameters<typeof ask<typeof totals>>[2], who: 'networkManager' | 'pointManager' = 'networkManager') =>
  ask(t.as[who], totals, query)

/** What the same rows come to by hand, for one row of an answer. */
const byHand = (of: (row: DayTotals) => boolean) => sumTotals(history.filter(of))
const figuresOf = ({ id: _, name: __, names: ___, firstFree: ____, before: _____, ...figures }: Answer['rows'][number]) => figures
const keyOf = (row: DayTotals) => ({ point: row.pointId, service: row.serviceId, day: row.day, week: mondayOf(row.day) })

const spans = fc
  .tuple(fc.nat(48), fc.integer({ min: 1, max: 49 }))
  .map(([start, days]) => ({ from: addDays(firstDay, start), until: addDays(firstDay, Math.min(49, start + days)) }))
const asks = fc.tuple(
  spans,
  fc.constantFrom(...totalsBy),
  fc.option(fc.constantFrom('lisboa', 'horta'), { nil: undefined }),
  fc.option(fc.constantFrom('passport', 'moving'), { nil: undefined }),
)

async function holds(): Promise<void> {
  for (const [{ from, until }, by, point, service] of fc.sample(asks, { numRuns: 60, seed: 7 })) {
    const answer = await asked({ from, until, by, point, service })
    const isMeant = (row: DayTotals) =>
      (point === undefined || row.pointId === point) && (service === undefined || row.serviceId === service)
    const inside = (row: DayTotals) => isMeant(row) && row.day >= from && row.day < until
    const { firstFree: _, before, ...sum } = answer.sum
    expect(sum).toEqual(byHand(inside))
    for (const row of answer.rows) expect(figuresOf(row), `${by} ${row.id}`).toEqual(byHand((r) => inside(r) && keyOf(r)[by] === row.id))
    expect(answer.rows.reduce((n, row) => n + row.tickets, 0)).toBe(sum.tickets)
    const { from: then, until: end } = answer.before!
    expect(before).toEqual(byHand((row) => isMeant(row) && row.day >= then && row.day < end))
    expect(answer.rows.reduce((n, row) => n + row.before!.tickets, 0)).toBe(before!.tickets)
    expect(new Date(then).getUTCDay()).toBe(new Date(from).getUTCDay())
  }
}

test('whatever is asked for, rows and sum are what the tickets come to by hand', holds, 60_000)

test('rolled up week by week it is the same, and every week that is over is rolled up', async () => {
  // The first look only sees how many rows there are.
  for (let n = 0; n < 8; n++) expect(await jobs.runOnce('roll-totals')).toEqual({ 'roll-totals': n === 0 ? 0 : 1 })
  expect(await jobs.runOnce('roll-totals')).toEqual({ 'roll-totals': 0 })
  const [there] = await t.house.connections.slowSql`select count(*)::int as n from rolled_weeks where not stale`
  expect(there!.n).toBe(7)
  await holds()
}, 60_000)

test('a week is read as it is rolled up, and from its rows again as soon as one of them is written', async () => {
  const { slowSql } = t.house.connections
  const weeks = { from: firstDay, until: addDays(firstDay, 42), by: 'week' } as const
  const before = await asked(weeks)
  await slowSql`update rolled_totals set web = web + 100, finished = finished + 100 where by = 'day' and week = ${firstDay}`
  const more = await asked(weeks)
  expect(more.rows[0]!.visits.web).toBe(before.rows[0]!.visits.web + 700)
  await slowSql`update day_totals set web = web where (point_id, day, service_id) in (select point_id, day, service_id from day_totals where day = ${firstDay} limit 1)`
  expect(await asked(weeks)).toEqual(before)
  const [stale] = await slowSql`select array_agg(week::text) as weeks from rolled_weeks where stale and week <= ${addDays(firstDay, 35)}`
  expect(stale!.weeks).toEqual([firstDay])
})

test('a week of which a row is written while it is rolled up is not taken for rolled up', async () => {
  const { slowSql } = t.house.connections
  const rolling = slowSql.begin(async (tx) => {
    await tx`set transaction isolation level repeatable read`
    await tx`select 1 from rolled_weeks`
    await slowSql`update day_totals set web = web where day = ${firstDay}`
    await rollWeek(tx as unknown as typeof slowSql, firstDay)
  })
  await expect(rolling).rejects.toMatchObject({ code: '40001' })
  expect((await slowSql`select stale from rolled_weeks where week = ${firstDay}`)[0]!.stale).toBe(true)
  await jobs.runOnce('roll-totals')
  expect(await jobs.runOnce('roll-totals')).toEqual({ 'roll-totals': 1 })
  await holds()
}, 60_000)

async function aMorning(): Promise<void> {
  for (const counter of ['1', '2']) await ask(t.as.clerk, counterActs.open, { point: 'lisboa', counter }, key())
  for (let n = 0; n < 24; n++) {
    const serviceIds = [n % 3 === 0 ? 'id-card' : 'passport']
    await ask(t.as.kiosk, takeTicket, { point: 'lisboa', serviceIds, people: 1, language: 'nl' }, key())
    t.clock.pass(2 * minuteMs)
    if (n % 2) continue
    const at = { point: 'lisboa', counter: n % 4 ? '1' : '2' }
    await ask(t.as.clerk, counterActs.callNext, at, key())
    if (n % 5 === 0) await ask(t.as.clerk, counterActs.miss, at, key())
    else {
      await ask(t.as.clerk, counterActs.start, at, key())
      t.clock.pass(7 * minuteMs)
      if (n < 20) await ask(t.as.clerk, counterActs.finish, { ...at, andNext: false }, key())
    }
  }
}

test('a day under way is counted by the same rule, and closing its hall changes nothing but who was still there', async () => {
  await aMorning()
  const question = { from: today, until: addDays(today, 1), by: 'service', point: 'lisboa' } as const
  const open = await asked(question)
  expect(open.underWay).toBe(true)
  expect(open.sum).toMatchObject({ tickets: 24, visits: { 'walk-in': 24 } })
  expect(open.sum.present).toBeGreaterThan(0)
  expect(open.sum.missed).toBeGreaterThan(0)
  const { present, missed, left, finished } = open.sum
  expect(present + missed + left + finished).toBe(24)
  t.clock.pass(24 * 60 * minuteMs)
  expect((await asked(question)).sum).toMatchObject({ tickets: 24, present })
  await jobs.runOnce('close-past-halls')
  const closed = await asked(question)
  expect(closed.underWay).toBe(false)
  const still = (answer: Answer) =>
    answer.rows.map(({ id, tickets, visits, waits, said, missed: m }) => ({ id, tickets, visits, waits, said, m }))
  expect(still(closed)).toEqual(still(open))
  const ends = ({ sum }: Answer) => sum.finished + sum.left
  expect(ends(closed)).toBe(ends(open) + present)
  expect(closed.sum).toMatchObject({ present: 0, waits: open.sum.waits, said: open.sum.said, missed })
  const rows = await totalsBetween(t.house.connections.slowSql, { pointIds: ['lisboa'], fromDay: today, untilDay: today })
  expect(closed.sum).toMatchObject(sumTotals(rows))
})

test('a hall that is closed makes its week stale, and only that one', async () => {
  const rows = await t.house.connections.slowSql`select week::text as week from rolled_weeks where stale order by 1`
  expect(rows.map((r) => r.week)).toContain(mondayOf(today))
  expect(rows.map((r) => r.week)).not.toContain(addDays(firstDay, 7))
})

test('a manager of one point sees that point, and no other by asking', async () => {
  const own = await asked({ from: firstDay, until: today, by: 'point' }, 'pointManager')
  expect(own.rows.map((row) => row.id)).toEqual(['lisboa'])
  expect(own.sum.tickets).toBe(byHand((row) => row.pointId === 'lisboa' && row.day < today).tickets)
  await expect(asked({ from: firstDay, until: today, by: 'week', point: 'horta' }, 'pointManager')).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await expect(asked({ from: firstDay, until: today, by: 'week', point: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' })
  await expect(asked({ from: firstDay, until: today, by: 'week', service: 'nothing' })).rejects.toMatchObject({ code: 'service-not-here' })
})

test('days that end before they begin, and more than 400, are refused where they stand', async () => {
  for (const [from, until, code] of [
    [today, today, 'not-after'],
    [today, firstDay, 'not-after'],
    ['2025-01-01', '2026-02-06', 'too-many-days'],
  ] as const)
    await expect(asked({ from, until, by: 'day' })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'query.until', code }],
    })
  expect((await asked({ from: '2025-01-01', until: '2026-02-05', by: 'day' })).rows).toHaveLength(400)
})

test('where no days are named it is today, and it says what it is narrowed down to', async () => {
  const day = (await asked({ by: 'day', point: 'lisboa' })).today
  expect(await asked({ by: 'day', point: 'lisboa' })).toEqual(
    await asked({ from: day, until: addDays(day, 1), by: 'day', point: 'lisboa' }),
  )
  expect(await asked({ by: 'day', service: 'passport' })).toMatchObject({
    point: null,
    service: { id: 'passport', names: { nl: 'Paspoort' } },
  })
})

test('of days to come nothing is told, and nothing is made up', async () => {
  const answer = await asked({ from: addDays(today, 30), until: addDays(today, 37), by: 'day' })
  expect(answer.sum.tickets).toBe(0)
  expect(answer.rows).toEqual([])
})

test('days until a free time are those of the first slot that a visitor is offered', async () => {
  const answer = await asked({ from: today, until: addDays(today, 1), by: 'point', service: 'passport' })
  expect(answer.rows.map(({ id, firstFree }) => [id, firstFree])).toEqual(
    ['horta', 'lisboa', 'sao-paulo'].map((id) => [id, { offers: 1, full: 0, soonestDays: 0, medianDays: 0, longestDays: 0 }]),
  )
  const none = await asked({ from: today, until: addDays(today, 1), by: 'service', service: 'moving' })
  expect(none.rows[0]!.firstFree).toBeNull()
  expect((await asked({ from: today, until: addDays(today, 1), by: 'day' })).sum.firstFree).toBeNull()
})

const csv = async (query: string, headers: Record<string, string>, path = '/api/totals') => {
  const response = await t.app.fetch(
    new Request(`http://beurt.test${path}?${query}`, { headers: { ...t.as.networkManager.headers?.(), ...headers } }),
  )
  return { response, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()) }
}

test.each(totalsBy)('the file by %s, read by papaparse, is the answer figure by figure, in every language', async (by) => {
  const query = `from=2026-03-01&until=2026-03-25&by=${by}`
  const answer = await asked({ from: '2026-03-01', until: '2026-03-25', by })
  for (const language of languages) {
    const { response, text } = await csv(query, { accept: 'text/csv', 'x-language': language })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(text.startsWith('\ufeff')).toBe(true)
    const { data, meta } = Papa.parse<string[]>(text.slice(1).trimEnd(), { delimiter: language === 'en' ? ',' : ';' })
    expect(meta.aborted).toBe(false)
    const ids = data[0]!.map((cell) => /\[(\w+)\]$/.exec(cell)![1]!)
    const read = data.slice(1).map((cells) => Object.fromEntries(cells.map((cell, i) => [ids[i]!, cell])))
    const said = (n: number | null | undefined) => (n == null ? '' : String(n))
    const wanted = [...answer.rows, { id: 'sum', ...answer.sum }].map((row) => ({
      id: row.id,
      ...{ tickets: said(row.tickets), web: said(row.visits.web), walkIn: said(row.visits['walk-in']), phone: said(row.visits.phone) },
      ...{ desk: said(row.visits.desk), partner: said(row.visits.partner), finished: said(row.finished), missed: said(row.missed) },
      ...{ left: said(row.left), sent: said(row.sent), present: said(row.present), called: said(row.waits.called) },
      ...{ median: said(row.waits.medianMinutes), p90: said(row.waits.p90Minutes), over30: said(row.waits.over30) },
      ...{ told: said(row.said.told), kept: said(row.said.kept), medianSaid: said(row.said.medianSaidMinutes) },
      ...{ medianTold: said(row.said.medianWaitMinutes), before: said(row.before?.tickets), simulated: row.simulated ? '1' : '0' },
      ...{ offers: said(row.firstFree?.offers), full: said(row.firstFree?.full), soonest: said(row.firstFree?.soonestDays) },
      ...{ medianFree: said(row.firstFree?.medianDays), longest: said(row.firstFree?.longestDays) },
    }))
    expect(read.map(({ [by]: _, ...cells }) => cells)).toEqual(wanted)
  }
})

test('the address that ends in .csv gives the file whatever is accepted, in the language asked for', async () => {
  const { response, text } = await csv('from=2026-03-01&until=2026-03-25&by=service&language=pt', { accept: '*/*' }, '/api/totals.csv')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="beurt-service-2026-03-01-2026-03-25.csv"')
  expect(text.split('\r\n')[0]).toContain('Senhas [tickets]')
})

test('a name that a spreadsheet would take for a formula is only a name', async () => {
  const { sql } = t.house.connections
  await sql`update points set name = '=HYPERLINK("http://x.example","x")', revision = revision + 1 where id = 'horta'`
  await t.house.catalogue.load()
  const { text } = await csv('from=2026-03-24&until=2026-03-25&by=point', { accept: 'text/csv' })
  const row = Papa.parse<string[]>(text.trimEnd(), { delimiter: ';' }).data.find(([id]) => id === 'horta')!
  expect(row[1]).toBe(`'=HYPERLINK("http://x.example","x")`)
})
