import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connections, connect } from '../../db/connect.ts'
import { hold } from '../../domain/book.ts'
import { callNext } from '../../domain/call.ts'
import { openCounter } from '../../domain/counters.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import { take } from '../../domain/take.ts'
import { instantOf } from '../../domain/time.ts'
import { makeDatabase, type TestDatabase } from '../../proof/setup/database.ts'
import { makeHandClock } from '../clock.ts'
import { makeKeeper } from './keeper.ts'
import type { Change } from './place.ts'

const day = '2026-11-24'
const zone = 'Europe/Lisbon'
const clock = makeHandClock(instantOf(day, '10:42', zone))
const actor = { kind: 'kiosk', id: 'k' } as const
let database: TestDatabase
let connections: Connections
const keepers: ReturnType<typeof makeKeeper>[] = []
const keeper = () => {
  const one = makeKeeper({ url: database.url, sql: connections.sql, clock, rung() {} })
  keepers.push(one)
  return one
}
const words = Array.from({ length: 10 }, (_, i) => (i >= 3 && i < 7 ? -1 : 0))

beforeAll(async () => {
  database = await makeDatabase()
  connections = connect(database.url)
  const { sql } = connections
  const week = JSON.stringify([1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', until: '18:00' })))
  await sql`insert into organisations (id, names) values ('o', '{"nl":"O"}')`
  await sql`insert into services (id, organisation_id, names, base_minutes, extra_minutes) values ('passport', 'o', '{"nl":"Paspoort"}', 15, 10)`
  for (const id of ['a', 'b']) {
    await sql`insert into points (id, organisation_id, name, zone, openings) values (${id}, 'o', ${id}, ${zone}, ${sql.json({ week: JSON.parse(week), exceptions: [], holidays: [] })})`
    await sql`insert into point_services (point_id, service_id, place) values (${id}, 'passport', 1)`
    await sql`insert into counters (point_id, id, service_ids) values (${id}, 1, '["passport"]'), (${id}, 2, '["passport"]')`
    await sql`insert into shift_days (point_id, shift_id, day, kind, service_ids, channels, open, busy, seats, taken)
      values (${id}, ${crypto.randomUUID()}, ${'2026-11-25'}, 'counter', '{passport}', '{}', ${words}, ${words.map(() => 0)}, 0, '{}')`
  }
})
afterAll(async () => {
  for (const one of keepers) await one.close()
  await connections.close()
  await database.drop()
})

let made = 0
/** A UUIDv7 that differs in its last digits. */
const id = () => `01900000-0000-7000-8000-${String(++made).padStart(12, '0')}`

const taking = (pointId: string, key = id()): Change => ({
  pointId,
  key,
  fingerprint: 'f',
  decide: ({ hall }, now) => {
    const d = take(
      hall,
      { actor, ticketId: key, visitId: key, serviceIds: ['passport'], people: 1, language: 'nl', origin: 'kiosk', said: null, kept: null },
      now,
    )
    return isRefusal(d) ? d : { hall: d, ids: { ticketId: key } }
  },
})
const holding = (pointId: string, startsAt: number, key = id()): Change => ({
  pointId,
  key,
  fingerprint: 'f',
  decide: ({ calendar }, now) => {
    const request = {
      actor,
      id: key,
      visitId: key,
      reference: 'K7PM2XQ4',
      serviceIds: ['passport'],
      people: 1,
      language: 'nl',
      channel: 'web' as const,
      day: '2026-11-25',
      startsAt,
    }
    const d = hold(calendar, request as Parameters<typeof hold>[1], now)
    return isRefusal(d) ? d : { calendar: d, ids: { appointmentId: key } }
  },
})

test('many tickets of one hall are numbered without gap or double, in one keeper', async () => {
  const one = keeper()
  const answers = await Promise.all(Array.from({ length: 200 }, () => one.change(taking('a'))))
  expect(answers.every((a) => 'ids' in a && !a.replayed)).toBe(true)
  const rows = await connections.sql`select number from tickets where point_id = 'a' order by number`
  expect(rows.map((r) => r.number)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
  const [hall] = await connections.sql`select version from halls where point_id = 'a'`
  expect(Number(hall!.version)).toBe(200)
  expect((await one.kept('a')).hall.active.size).toBe(200)
})

test('the same key gives the same answer, at once, later, and through another process; another body is refused', async () => {
  const [one, two] = [keeper(), keeper()]
  const key = id()
  const answers = await Promise.all([one.change(taking('b', key)), one.change(taking('b', key)), two.change(taking('b', key))])
  expect(answers.map((a) => 'ids' in a && a.ids)).toEqual([{ ticketId: key }, { ticketId: key }, { ticketId: key }])
  expect(answers.filter((a) => 'ids' in a && !a.replayed)).toHaveLength(1)
  expect(await keeper().change(taking('b', key))).toEqual({ ids: { ticketId: key }, replayed: true })
  expect(await one.change({ ...taking('b', key), fingerprint: 'other' })).toEqual({ reused: true })
  expect(await keeper().change({ ...taking('b', key), fingerprint: 'other' })).toEqual({ reused: true })
  const [count] = await connections.sql`select count(*)::int as n from tickets where point_id = 'b'`
  expect(count!.n).toBe(1)
})

test('two keepers on one hot hall lose no ticket and give no number twice', async () => {
  const [one, two] = [keeper(), keeper()]
  const before = (await connections.sql`select count(*)::int as n from tickets where point_id = 'b'`)[0]!.n
  const answers = await Promise.all(Array.from({ length: 300 }, (_, i) => (i % 2 ? one : two).change(taking('b'))))
  expect(answers.every((a) => 'ids' in a)).toBe(true)
  const rows = await connections.sql`select number from tickets where point_id = 'b' order by number`
  expect(rows.map((r) => r.number)).toEqual(Array.from({ length: before + 300 }, (_, i) => i + 1))
})

test('of two plans that are made from one revision at once the second is refused', async () => {
  const one = keeper()
  const { settings } = await one.kept('b')
  const { revision } = settings
  const history = [{ at: 0, actor, act: 'replan' as const, appointmentId: null, what: { lanes: 0, dropped: 0, unfit: [] } }]
  const saving = (): Change => ({
    pointId: 'b',
    key: id(),
    fingerprint: 'f',
    decide: (images) =>
      images.settings.revision === revision
        ? {
            calendar: { shiftDays: [], dropped: [], appointments: [], history },
            plan: { revision, plan: { openings: settings.openings, shifts: [] } },
            ids: { revision: revision + 1 },
          }
        : refuse('plan-changed'),
  })
  const answers = await Promise.all([one.change(taking('b')), one.change(saving()), one.change(saving())])
  expect(answers.map((a) => ('refusal' in a ? a.refusal.refused : 'done'))).toEqual(['done', 'done', 'plan-changed'])
  const [row] = await connections.sql`select revision from points where id = 'b'`
  expect(row!.revision).toBe(revision + 1)
})

test('settings that change while a point is being loaded are seen by whoever asks next', async () => {
  const one = keeper()
  const loading = one.kept('a')
  await connections.sql`update points set people_max = people_max + 1 where id = 'a'`
  one.changed('a')
  await loading
  const [row] = await connections.sql`select people_max from points where id = 'a'`
  expect((await one.kept('a')).settings.calendar.peopleMax).toBe(row!.people_max)
})

test('one slot with two lanes less one is held as often as there are lanes, whoever asks through whichever keeper', async () => {
  const [one, two] = [keeper(), keeper()]
  const startsAt = instantOf('2026-11-25', '10:00', zone)
  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? one : two).change(holding('a', startsAt))))
  expect(answers.filter((a) => 'ids' in a)).toHaveLength(1)
  const refusals = answers.filter((a) => 'refusal' in a)
  expect(refusals.every((a) => a.refusal.refused === 'slot-taken')).toBe(true)
  expect(refusals).toHaveLength(39)
})

test('two clerks in two keepers never call one ticket', async () => {
  const [one, two] = [keeper(), keeper()]
  const open = (counterId: number): Change => ({
    pointId: 'a',
    key: id(),
    fingerprint: 'f',
    decide: ({ hall }, now) => {
      const d = openCounter(hall, { actor, counterId, staffId: id(), serviceIds: ['passport'] } as never, now)
      return isRefusal(d) ? d : { hall: d, ids: {} }
    },
  })
  await one.change(open(1))
  await one.change(open(2))
  const call = (counterId: number): Change => ({
    pointId: 'a',
    key: id(),
    fingerprint: 'f',
    decide: ({ hall }, now) => {
      const d = callNext(hall, { actor, counterId } as never, now)
      return isRefusal(d) ? d : { hall: d, ids: { ...(d.answer as object) } }
    },
  })
  const answers = await Promise.all([one.change(call(1)), two.change(call(2))])
  expect(answers.every((a) => 'ids' in a)).toBe(true)
  const rows = await connections.sql`select counter_id, id from tickets where point_id = 'a' and state = 'called' order by counter_id`
  expect(rows.map((r) => r.counter_id)).toEqual([1, 2])
})

test('a refusal is said while others go on: it waits for what it stood on and no longer', async () => {
  const one = keeper()
  let over = false
  const busy = Promise.all(
    Array.from({ length: 8 }, async () => {
      while (!over) await one.change(taking('a'))
    }),
  )
  const refused: Change = { pointId: 'a', key: id(), fingerprint: 'f', decide: () => ({ refused: 'nobody-waiting', details: {} }) }
  for (let n = 0; n < 10; n++) {
    const began = performance.now()
    expect(await one.change(refused)).toEqual({ refusal: { refused: 'nobody-waiting', details: {} } })
    expect(performance.now() - began).toBeLessThan(5000)
  }
  over = true
  await busy
})

test('what another process made is seen here as soon as its answer is told again here', async () => {
  const [one, two] = [keeper(), keeper()]
  await two.kept('b')
  const key = id()
  await one.change(taking('b', key))
  const again = { ...taking('b', key), decide: () => ({ refused: 'nobody-waiting' as const, details: {} }) }
  expect(await two.change(again)).toEqual({ ids: { ticketId: key }, replayed: true })
  expect((await two.kept('b')).hall.tickets.has(key)).toBe(true)
})

test('a point whose rows somebody holds makes nobody wait elsewhere', async () => {
  const one = keeper()
  await one.change(taking('a'))
  await one.change(taking('b'))
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let holding = Promise.resolve()
  await new Promise<void>((locked, fail) => {
    holding = connections.sql.begin(async (sql) => {
      await sql`select 1 from halls where point_id = 'a' for update`
      locked()
      await held
    })
    holding.catch(fail)
  })
  const waiting = one.change(taking('a'))
  const began = performance.now()
  await Promise.all(Array.from({ length: 20 }, () => one.change(taking('b'))))
  expect(performance.now() - began).toBeLessThan(1900)
  release()
  await holding
  expect('ids' in (await waiting)).toBe(true)
})

test('a decision that throws under the lock costs itself and no other', async () => {
  const [one, two] = [keeper(), keeper()]
  await Promise.all([one.kept('a'), two.kept('a')])
  await two.change(taking('a'))
  let times = 0
  const throwing = taking('a')
  const broken: Change = {
    ...throwing,
    decide(images, now) {
      if (++times > 1) throw new Error('a bug')
      return throwing.decide(images, now)
    },
  }
  const answers = await Promise.allSettled([one.change(taking('a')), one.change(broken), one.change(taking('a'))])
  expect(answers.map((a) => a.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('a commit whose connection is ended in the middle is looked up by its key and not done twice', async () => {
  const one = keeper()
  const keys = Array.from({ length: 300 }, () => id())
  let over = false
  const ending = (async () => {
    while (!over) {
      await connections.slowSql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'with part%' and datname = current_database()`
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  for (let n = 0; n < keys.length; n += 10) await Promise.all(keys.slice(n, n + 10).map((key) => one.change(taking('b', key))))
  over = true
  await ending
  const rows = await connections.sql`select number, id from tickets where point_id = 'b' order by number`
  expect(rows.map((r) => r.number)).toEqual(rows.map((_, i) => i + 1))
  expect(keys.filter((key) => !rows.some((r) => r.id === key))).toEqual([])
})

test('a row that the database refuses costs its own change and no other', async () => {
  const one = keeper()
  await one.kept('a')
  await connections.sql`alter table tickets add constraint no_nine check (people <> 9) not valid`
  const nine: Change = {
    ...taking('a'),
    decide: (images, now) => {
      const wanted = taking('a').decide(images, now)
      if ('refused' in wanted) return wanted
      return { ...wanted, hall: { ...wanted.hall!, tickets: wanted.hall!.tickets.map((t) => ({ ...t, people: 9 })) } }
    },
  }
  const answers = await Promise.allSettled([one.change(taking('a')), one.change(nine), one.change(taking('a')), one.change(taking('b'))])
  expect(answers.map((a) => a.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  const [count] = await connections.sql`select count(*)::int as n, max(number) as last from tickets where point_id = 'a'`
  expect(count!.n).toBe(count!.last)
})
