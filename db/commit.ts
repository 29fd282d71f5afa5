import type { PointId, Uuid } from '../domain/ids.ts'
import type { Day } from '../domain/time.ts'
import { namesOf, type Row, type RowSource, rowsFrom, rowsText } from './commit-rows.ts'
import type { Sql } from './connect.ts'

/** The tables of a part. `new_tickets` are not there yet and at no counter: an insert that looks for nothing costs less; `plans` has one row at most. */
export type PartTable = Exclude<RowSource, 'part'>
/** Rows by table, each row once with its last image. Made by `rows.ts`. */
export type PartRows = { [T in PartTable]?: Row[] }

/** What was decided for one point since its last commit: the versions it stands on, and every row that is different now. */
export type Part = {
  pointId: PointId
  hall: { day: Day; from: number; to: number; state: 'open' | 'closed' | null } | null
  calendar: { from: number; to: number } | null
  rows: PartRows
}

/** What became of a part. Not applied: the present versions, and the answers that its keys already have. */
export type PartOutcome =
  | { applied: true }
  | {
      applied: false
      hallVersion: number | null
      calendarVersion: number | null
      known: { key: Uuid; fingerprint: string; ids: Record<string, unknown> }[]
    }
const applied: PartOutcome = { applied: true }

/**
 * Which guards the statement carries; a test takes them out one by one to see that they are what holds. History and answers are kept by
 * version and by key, which is the same check once more: it goes with its guard.
 */
export type Guards = { versions: boolean; keys: boolean; bits: boolean }
const allGuards: Guards = { versions: true, keys: true, bits: true }

const upserts: {
  source: Exclude<PartTable, 'shift_days' | 'dropped' | 'plans'>
  table: string
  key: string
  set: string[]
  unless?: keyof Guards
}[] = [
  { source: 'new_tickets', table: 'tickets', key: '', set: [], unless: 'versions' },
  {
    source: 'tickets',
    table: 'tickets',
    key: 'point_id, id',
    set: [
      'series number voided state service_ids people rank_at priority counter_id only_counter_id calls called_at started_at ended_at',
      'said_from said_until reason other_point_id appointment_id appointment_at',
    ],
  },
  {
    source: 'hall_counters',
    table: 'hall_counters',
    key: 'point_id, day, id',
    set: ['state service_ids staff_id ticket_id since_at last_act'],
  },
  { source: 'hall_series', table: 'hall_series', key: 'point_id, day, series', set: ['last'] },
  {
    source: 'appointments',
    table: 'appointments',
    key: 'point_id, id',
    set: ['state shift_id day quantum quanta starts_at ends_at wall_time until_at sequence generation replaces ticket_id seats'],
  },
  { source: 'history', table: 'history', key: '', set: [], unless: 'versions' },
  { source: 'answers', table: 'answers', key: '', set: [], unless: 'keys' },
  { source: 'outbox', table: 'outbox', key: 'point_id, visit_id, kind, sequence', set: ['due_at'] },
  { source: 'contacts', table: 'contacts', key: 'point_id, visit_id', set: ['name email phone erase_on'] },
]

const planShiftColumns =
  'id uuid, kind text, weekdays jsonb, from_time text, until_time text, first_day date, last_day date, service_ids jsonb, channels jsonb, seats int'

/** The plans of a batch and the revisions that stand now, locked after the versions: another plan, or an import, is waited for and seen. */
const planRead = (parameter: string): string[] => [
  `plan as materialized ${rowsFrom('plans', parameter)}`,
  `plan_now as materialized (select p.id, p.revision from points p where (select count(*) from cal_now) >= 0 and p.id in (select point_id from plan) order by p.id for no key update)`,
]

const planHolds =
  ' and not exists (select 1 from plan x join plan_now n on n.id = x.point_id where x.point_id = p.point_id and n.revision <> x.revision)'

/** Puts a plan in the place of the one before: the openings, the shifts that are new or different, and away with those that are gone. */
const planWritten = (): string[] => {
  const names = planShiftColumns.split(', ').map((column) => column.split(' ')[0]!)
  const here = 'x.point_id in (select point_id from good)'
  return [
    `put_plan as (update points p set openings = x.openings, revision = x.next from plan x where p.id = x.point_id and ${here})`,
    `gone_shifts as (delete from shifts s using plan x where s.point_id = x.point_id and ${here} and s.id not in (select (e->>'id')::uuid from jsonb_array_elements(x.shifts) e))`,
    `put_shifts as (insert into shifts (point_id, ${names.join(', ')}) select x.point_id, r.* from plan x cross join lateral jsonb_to_recordset(x.shifts) as r(${planShiftColumns}) where ${here} on conflict (point_id, id) do update set ${names
      .slice(1)
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')})`,
  ]
}

/**
 * The statement for the tables that a batch touches. It locks the version rows of all its halls, then of all its calendars, in point order.
 * A row that somebody else holds is passed over like one whose version has moved: nearly always it has by then, and a batch never waits
 * for one point. It finds the parts whose versions all hold and whose keys are not answered yet, and writes those and no other. A part whose busy bits are not what it stood on divides by zero: a bug, never a double booking.
 */
export function commitStatement(used: readonly PartTable[], guards: Guards = allGuards): string {
  const parameter = new Map(used.map((table, i) => [table, `$${i + 2}`]))
  const here = 'point_id in (select point_id from good)'
  const ctes: string[] = [
    `part as materialized ${rowsFrom('part', '$1')}`,
    `hall_now as materialized (select h.point_id, h.day, h.version from halls h where (h.point_id, h.day) in (select point_id, day from part where day is not null) order by h.point_id, h.day for update skip locked)`,
    `cal_now as materialized (select c.point_id, c.version from calendars c where (select count(*) from hall_now) >= 0 and c.point_id in (select point_id from part where cal_from is not null) order by c.point_id for update skip locked)`,
    parameter.has('answers')
      ? `key as materialized ${rowsFrom('answers', parameter.get('answers')!)}, known as materialized (select a.* from key k cross join lateral (select a.point_id, a.key, a.fingerprint, a.ids from answers a where a.point_id = k.point_id and a.key = k.key limit 1) a)`
      : `known as (select point_id, key, fingerprint, ids from answers where false)`,
    ...(parameter.has('plans') ? planRead(parameter.get('plans')!) : []),
    `good as materialized (select p.* from part p left join hall_now h on h.point_id = p.point_id and h.day = p.day left join cal_now c on c.point_id = p.point_id where ${
      guards.versions ? '(p.day is null or h.version = p.hall_from) and (p.cal_from is null or c.version = p.cal_from)' : 'true'
    } and ${guards.keys ? 'p.point_id not in (select point_id from known)' : 'true'}${parameter.has('plans') ? planHolds : ''})`,
    `moved_hall as (update halls h set version = g.hall_to, state = coalesce(g.hall_state, h.state) from good g where h.point_id = g.point_id and h.day = g.day)`,
    `moved_cal as (update calendars c set version = g.cal_to from good g where g.cal_to is not null and c.point_id = g.point_id)`,
  ]
  for (const { source, table, key, set, unless } of upserts) {
    if (!parameter.has(source)) continue
    const rows = source === 'answers' ? 'key' : rowsFrom(source, parameter.get(source)!)
    const columns = set.flatMap((line) => line.split(' '))
    const ignored = unless && !guards[unless] ? ' on conflict do nothing' : ''
    const update = key ? ` on conflict (${key}) do update set ${columns.map((c) => `${c} = excluded.${c}`).join(', ')}` : ignored
    ctes.push(`put_${source} as (insert into ${table} (${namesOf(source)}) select r.* from ${rows} r where r.${here}${update})`)
  }
  if (parameter.has('shift_days')) {
    ctes.push(`shift_day as materialized (select x.* from ${rowsFrom('shift_days', parameter.get('shift_days')!)} x where x.${here})`)
    ctes.push(
      `lane as materialized (select s.busy, x.was from shift_day x join shift_days s using (point_id, shift_id, day) where (select count(*) from cal_now) >= 0 for update of s)`,
      `put_shift_days as (insert into shift_days select point_id, shift_id, day, kind, service_ids, channels, open, busy, seats, taken from shift_day on conflict (point_id, shift_id, day) do update set kind = excluded.kind, service_ids = excluded.service_ids, channels = excluded.channels, open = excluded.open, busy = excluded.busy, seats = excluded.seats, taken = excluded.taken)`,
    )
  }
  if (parameter.has('dropped'))
    ctes.push(
      `dropped as (delete from shift_days s using ${rowsFrom('dropped', parameter.get('dropped')!)} d where s.point_id = d.point_id and s.shift_id = d.shift_id and s.day = d.day and d.${here})`,
    )
  if (parameter.has('plans')) ctes.push(...planWritten())
  const bits =
    parameter.has('shift_days') && guards.bits ? ` or (select 1 / (count(*) = 0)::int from lane where busy is distinct from was) <> 1` : ''
  return `with ${ctes.join(',\n')}
select p.ord, h.version as hall_version, c.version as cal_version,
(select json_agg(json_build_object('key', n.key, 'fingerprint', n.fingerprint, 'ids', n.ids)) from known n where n.point_id = p.point_id) as known
from part p left join good g using (ord) left join hall_now h on h.point_id = p.point_id and h.day = p.day left join cal_now c on c.point_id = p.point_id where g.ord is null${bits}`
}

const statements = new Map<string, string>()
const tableOrder: readonly PartTable[] = [
  'new_tickets',
  'tickets',
  'hall_counters',
  'hall_series',
  'shift_days',
  'dropped',
  'plans',
  'appointments',
  'history',
  'answers',
  'outbox',
  'contacts',
]

/**
 * Commits the parts of many points (each point once) in one round trip and one transaction, and answers what became of each, in order.
 * A part that lost its version or whose key is answered already leaves the others alone. Throws the database's error where a
 * constraint stands in the way: then nothing is written, and the caller tries each part by itself.
 */
export async function commit(sql: Sql, parts: readonly Part[], guards: Guards = allGuards): Promise<PartOutcome[]> {
  const ordered = parts.map((p, ord) => ({
    ord,
    point_id: p.pointId,
    day: p.hall?.day ?? null,
    hall_from: p.hall?.from ?? null,
    hall_to: p.hall?.to ?? null,
    hall_state: p.hall?.state ?? null,
    cal_from: p.calendar?.from ?? null,
    cal_to: p.calendar?.to ?? null,
  }))
  const used = tableOrder.filter((table) => parts.some((p) => p.rows[table]))
  const name = `${used.join()} ${guards.versions} ${guards.keys} ${guards.bits}`
  let text = statements.get(name)
  if (!text) {
    text = commitStatement(used, guards)
    statements.set(name, text)
  }
  const values = [
    rowsText('part', ordered),
    ...used.map((table) =>
      rowsText(
        table,
        parts.flatMap((p) => p.rows[table] ?? []),
      ),
    ),
  ]
  const outcomes: PartOutcome[] = parts.map(() => applied)
  // Sent now, and not when somebody waits for it.
  for (const r of await sql.unsafe(text, values, { prepare: true }).execute())
    outcomes[r.ord] = {
      applied: false,
      hallVersion: r.hall_version === null ? null : Number(r.hall_version),
      calendarVersion: r.cal_version === null ? null : Number(r.cal_version),
      known: r.known ?? [],
    }
  return outcomes
}
