import { commitStatement, type Part } from '../../db/commit.ts'
import { type Row, rowsText } from '../../db/commit-rows.ts'
import { answerRow, historyRow, ticketRow } from '../../db/rows.ts'
import type { Ticket } from '../../domain/hall.ts'
import { day, pointCount, startAt, zone } from './world.ts'

/** The yardstick for a ticket: one statement, one ticket, the same rows in the same tables, as a system without batches would write it. */
export const oneTicket = (spread: boolean): string => `\\set n random(1, ${spread ? pointCount : 1})
with h as (update halls set version = version + 1 where point_id = 'p' || :n::text and day = '${day}' returning point_id, version),
s as (insert into hall_series (point_id, day, series, last) select point_id, '${day}', 'A', 1 from h on conflict (point_id, day, series) do update set last = hall_series.last + 1 returning last),
t as (insert into tickets (point_id, id, day, series, number, state, service_ids, people, language, origin, taken_at, rank_at, priority, visit_id, calls)
  select h.point_id, gen_random_uuid(), '${day}', 'A', s.last, 'waiting', '{passport}', 1, 'nl', 'kiosk', now(), now(), 0, gen_random_uuid(), 0 from h, s returning id, point_id, number),
y as (insert into history (point_id, stream, version, line, at, actor_kind, actor_id, act, what)
  select h.point_id, 'hall ${day}', h.version, 0, now(), 'kiosk', 'k', 'take', jsonb_build_object('series', 'A', 'number', t.number, 'ticketId', t.id, 'serviceIds', jsonb_build_array('passport'), 'people', 1, 'origin', 'kiosk') from h, t)
insert into answers (point_id, key, fingerprint, ids, at) select point_id, id, 'abcdefghijklmnopqrstuv', jsonb_build_object('ticketId', id), now() from t;
`

/** The yardstick for a booking: one statement, one booked half hour on one lane, the same rows in the same tables. */
export const oneBooking = (spread: boolean, days: number): string => `\\set n random(1, ${spread ? pointCount : 1})
\\set d random(1, ${days - 1})
\\set q random(16, 38)
with w as (select ((:q::int * 6) / 32 + 1) as word, (63 << ((:q::int * 6) % 32)) as mask),
c as (update calendars set version = version + 1 where point_id = 'p' || :n::text returning point_id, version),
l as (select s.point_id, s.shift_id, s.day from shift_days s, w, c where s.point_id = c.point_id and s.day = date '${day}' + :d::int and s.busy[w.word] & w.mask = 0 limit 1),
b as (update shift_days s set busy[w.word] = s.busy[w.word] | w.mask from l, w where s.point_id = l.point_id and s.shift_id = l.shift_id and s.day = l.day returning s.point_id, s.shift_id, s.day),
a as (insert into appointments (point_id, id, visit_id, reference, state, service_ids, people, language, channel, shift_id, day, quantum, quanta, starts_at, ends_at, wall_time, zone, sequence, generation, created_at, seats)
  select b.point_id, gen_random_uuid(), gen_random_uuid(), 'K7PM2XQ4', 'booked', '{passport}', 1, 'nl', 'desk', b.shift_id, b.day, :q::int * 6, 6, b.day + interval '1 minute' * (:q::int * 30), b.day + interval '1 minute' * (:q::int * 30 + 30), '10:00', '${zone}', 0, 0, now(), 1 from b returning id, visit_id, point_id),
y as (insert into history (point_id, stream, version, line, at, actor_kind, actor_id, act, what)
  select c.point_id, 'calendar', c.version, 0, now(), 'staff', 's', 'book', jsonb_build_object('appointmentId', a.id) from c, a),
k as (insert into contacts (point_id, visit_id, name, email, erase_on) select point_id, visit_id, 'Amina Haddad', 'amina@example.org', date '${day}' + 90 from a),
o as (insert into outbox (point_id, id, kind, visit_id, sequence, due_at) select point_id, gen_random_uuid(), 'booked', visit_id, 0, now() from a)
insert into answers (point_id, key, fingerprint, ids, at) select point_id, id, 'abcdefghijklmnopqrstuv', jsonb_build_object('appointmentId', id), now() from a;
`

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const uuid = () => {
  const hex = crypto.randomUUID()
  return `${hex.slice(0, 14)}7${hex.slice(15)}`
}

/** Our own batch statement with everything ready, as scripts for so many clients: what the database could do were the rest of the road free. */
export function batchScripts(given: { spread: boolean; clients: number; batches: number; size: number }): {
  scripts: string[]
  tickets: number
} {
  const used = ['new_tickets', 'hall_series', 'history', 'answers'] as const
  const parameters = ['text', ...used.map(() => 'text')].join(', ')
  const versions = new Map<string, number>()
  const scripts = Array.from({ length: given.spread ? given.clients : 1 }, (_, client) => {
    const lines = [`prepare c(${parameters}) as ${commitStatement(used)};`]
    for (let batch = 0; batch < given.batches; batch++) {
      const parts = given.spread
        ? Array.from({ length: given.size }, (_, i) =>
            part(`p${1 + ((client * 200 + ((batch * given.size + i) % 200)) % pointCount)}`, 1, versions),
          )
        : [part('p1', given.size, versions)]
      const ordered = parts.map((p, ord) => ({
        ord,
        point_id: p.pointId,
        day: p.hall!.day,
        hall_from: p.hall!.from,
        hall_to: p.hall!.to,
        hall_state: null,
        cal_from: null,
        cal_to: null,
      }))
      const texts = used.map((table) =>
        rowsText(
          table,
          parts.flatMap((p) => p.rows[table] ?? []),
        ),
      )
      const values = [rowsText('part', ordered), ...texts].map(quoted)
      lines.push(`execute c(${values.join(', ')});`)
    }
    return lines.join('\n')
  })
  return { scripts, tickets: scripts.length * given.batches * given.size }
}

function part(pointId: string, count: number, versions: Map<string, number>): Part {
  const from = versions.get(pointId) ?? 0
  versions.set(pointId, from + count)
  const rows = { new_tickets: [] as Row[], history: [] as Row[], answers: [] as Row[], hall_series: [] as Row[] }
  for (let n = from + 1; n <= from + count; n++) {
    const id = uuid()
    rows.new_tickets.push(ticketRow(pointId, day, ticket(id, n)))
    rows.history.push(
      historyRow(
        { pointId, stream: `hall ${day}`, version: n, line: 0 },
        {
          at: startAt,
          actor: { kind: 'kiosk', id },
          act: 'take',
          ticketId: id,
          counterId: null,
          what: { series: 'A', number: n, serviceIds: ['passport'], people: 1, origin: 'kiosk' },
        },
      ),
    )
    rows.answers.push(answerRow(pointId, { key: id, fingerprint: 'abcdefghijklmnopqrstuv', ids: { ticketId: id }, at: startAt }))
  }
  rows.hall_series.push({ point_id: pointId, day, series: 'A', last: from + count })
  return { pointId, hall: { day, from, to: from + count, state: null }, calendar: null, rows }
}

const ticket = (id: string, number: number): Ticket => ({
  id,
  series: 'A',
  number,
  voided: null,
  state: 'waiting',
  serviceIds: ['passport'],
  people: 1,
  language: 'nl',
  origin: 'kiosk',
  takenAt: startAt,
  rankAt: startAt,
  priority: 0,
  visitId: id,
  appointmentId: null,
  appointmentAt: null,
  counterId: null,
  onlyCounterId: null,
  calls: 0,
  calledAt: null,
  startedAt: null,
  endedAt: null,
  said: null,
  reason: null,
  otherPointId: null,
})
