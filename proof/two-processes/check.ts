import { loadSettings } from '../../api/keeper/load.ts'
import type { Sql } from '../../db/connect.ts'
import { appointmentOf, shiftDayOf } from '../../db/rows.ts'
import { emptyCalendar, putShiftDay } from '../../domain/calendar.ts'
import { differences } from '../../domain/differences.ts'
import { labelOf } from '../../domain/hall.ts'
import { type Asked, goodOf, isGood, type Sent } from './asking.ts'
import { livesOf } from './lives.ts'
import { pointIds } from './world.ts'

/** Everything that is not as it must be, each in one line; empty when all is well. */
export async function faultsOf(sql: Sql, all: readonly Asked[]): Promise<string[]> {
  const perPoint = await Promise.all(pointIds.map((pointId) => bitsOf(sql, pointId)))
  return [
    ...(await overlaps(sql)),
    ...perPoint.flat(),
    ...(await numbers(sql)),
    ...(await counters(sql)),
    ...(await livesOf(sql)),
    ...(await acknowledged(sql, all)),
    ...(await visits(sql)),
    ...repeats(all),
  ]
}

async function overlaps(sql: Sql): Promise<string[]> {
  const rows = await sql`
    select a.point_id, a.id as one, b.id as other from appointments a join appointments b using (point_id, shift_id, day)
    where a.id < b.id and a.quantum < b.quantum + b.quanta and b.quantum < a.quantum + a.quanta
    and a.state in ('held', 'unconfirmed', 'booked', 'arrived') and b.state in ('held', 'unconfirmed', 'booked', 'arrived')`
  return rows.map((r) => `double booking: ${r.point_id} ${r.one} and ${r.other}`)
}

async function bitsOf(sql: Sql, pointId: string): Promise<string[]> {
  const settings = (await loadSettings(sql, pointId))!
  const calendar = emptyCalendar(pointId, settings.calendar)
  for (const r of await sql`select to_json(s) as s from shift_days s where point_id = ${pointId}`) putShiftDay(calendar, shiftDayOf(r.s))
  const rows = await sql`select to_json(a) as a from appointments a where point_id = ${pointId}`
  return differences(
    calendar,
    rows.map((r) => appointmentOf(r.a)),
  ).map((d) => `bits are not the appointments: ${pointId} ${d.key}`)
}

async function numbers(sql: Sql): Promise<string[]> {
  const rows = await sql`
    select t.point_id, t.series, count(*)::int as count, count(distinct t.number)::int as different, max(t.number) as highest, s.last
    from tickets t left join hall_series s using (point_id, day, series) group by t.point_id, t.day, t.series, s.last`
  return rows
    .filter((r) => r.count !== r.highest || r.different !== r.highest || r.last !== r.highest)
    .map((r) => `numbers: ${r.point_id} ${r.series} has ${r.count} tickets up to ${r.highest}, last ${r.last}`)
}

async function counters(sql: Sql): Promise<string[]> {
  const rows = await sql`
    select point_id, c.id as counter, c.ticket_id, t.id as at_it from hall_counters c
    full join (select * from tickets where state in ('called', 'serving')) t using (point_id, day)
    where (t.counter_id = c.id and c.ticket_id is distinct from t.id) or (c.ticket_id = t.id and t.counter_id is distinct from c.id)`
  const alone = await sql`
    select point_id, c.id as counter from hall_counters c where ticket_id is not null and not exists (
      select 1 from tickets t where t.point_id = c.point_id and t.day = c.day and t.id = c.ticket_id and t.state in ('called', 'serving'))`
  return [...rows, ...alone].map((r) => `counter and ticket do not agree: ${r.point_id} ${r.counter}`)
}

async function visits(sql: Sql): Promise<string[]> {
  const rows = await sql`
    select visit_id, count(*) as places from appointments where state in ('unconfirmed', 'booked', 'arrived') group by visit_id having count(*) > 1`
  return rows.map((r) => `a visit has ${r.places} places: ${r.visit_id}`)
}

/** What was answered with yes is there, once, as it was answered. */
async function acknowledged(sql: Sql, all: readonly Asked[]): Promise<string[]> {
  const faults: string[] = []
  const tickets = new Map((await sql`select point_id, id, series, number from tickets`).map((r) => [`${r.point_id} ${r.id}`, r]))
  const appointments = new Map(
    (await sql`select point_id, id, state, reference from appointments`).map((r) => [`${r.point_id} ${r.id}`, r]),
  )
  const answers = new Set((await sql`select point_id, key from answers`).map((r) => `${r.point_id} ${r.key}`))
  const asked = new Set(all.map((one) => one.key))
  for (const one of all) {
    const good = goodOf(one)
    if (!good) continue
    const name = `${one.pointId} ${one.key}`
    if (!answers.has(name)) faults.push(`lost: the answer to ${one.kind} ${name}`)
    if (one.kind === 'take' || one.kind === 'arrive') {
      const ticket = tickets.get(name)
      if (!ticket) faults.push(`lost: the ticket of ${one.kind} ${name}`)
      else if (labelOf({ series: ticket.series, number: ticket.number }) !== good.body.label)
        faults.push(`another label than was said: ${name}`)
    }
    if (['hold', 'desk', 'move'].includes(one.kind)) {
      const appointment = appointments.get(`${one.pointId} ${good.body.appointmentId}`)
      if (!appointment) faults.push(`lost: the appointment of ${one.kind} ${name}`)
      else if (appointment.reference !== good.body.reference) faults.push(`another reference than was said: ${name}`)
    }
    if (one.kind === 'cancel' && appointments.get(`${one.pointId} ${good.body.appointmentId}`)?.state !== 'cancelled')
      faults.push(`lost: cancel ${name}`)
    if (
      one.kind === 'book' &&
      !['booked', 'arrived', 'cancelled'].includes(appointments.get(`${one.pointId} ${one.input.appointment}`)?.state)
    )
      faults.push(`lost: book ${name}`)
  }
  for (const name of tickets.keys()) if (!asked.has(name.split(' ')[1]!)) faults.push(`a ticket that nobody asked for: ${name}`)
  return [...faults, ...(await unasked(sql)), ...(await linesOf(sql, all))]
}

/** The id of an appointment is drawn by the api: what no key has as its answer was made for nobody, or twice. */
async function unasked(sql: Sql): Promise<string[]> {
  const rows = await sql`
    select point_id, id from appointments a
    where not exists (select 1 from answers n where n.point_id = a.point_id and n.ids->>'appointmentId' = a.id::text)`
  return rows.map((r) => `an appointment that nobody asked for: ${r.point_id} ${r.id}`)
}

const actOf: Record<string, [stream: string, act: string]> = {
  take: ['hall', 'take'],
  arrive: ['hall', 'arrive'],
  callNext: ['hall', 'call'],
  start: ['hall', 'start'],
  finish: ['hall', 'finish'],
  miss: ['hall', 'miss'],
  hold: ['calendar', 'hold'],
  desk: ['calendar', 'book'],
  book: ['calendar', 'book'],
}

/** Each acknowledged change has its line of history: by what it was about, and no more lines than there were changes. */
async function linesOf(sql: Sql, all: readonly Asked[]): Promise<string[]> {
  const rows =
    await sql`select point_id, split_part(stream, ' ', 1) as stream, act, coalesce(what->>'ticketId', what->>'appointmentId') as about from history`
  const lines = new Map<string, number>()
  for (const r of rows) {
    const name = `${r.point_id} ${r.stream} ${r.act} ${r.about}`
    lines.set(name, (lines.get(name) ?? 0) + 1)
  }
  const faults: string[] = []
  for (const one of all) {
    const [stream, act] = actOf[one.kind] ?? []
    const good = goodOf(one)
    if (!stream || !good) continue
    const about = one.kind === 'callNext' ? (good.body.why ? (good.body.ticket as { id: string }).id : null) : aboutOf(one, good)
    if (about === null) continue
    const count = lines.get(`${one.pointId} ${stream} ${act} ${about}`) ?? 0
    if (count !== 1) faults.push(`history: ${count} lines of ${act} about ${about} of ${one.pointId}`)
  }
  return faults
}

const aboutOf = ({ kind, key, input }: Asked, good: Sent): string | null => {
  if (kind === 'hold' || kind === 'desk') return String(good.body.appointmentId)
  if (kind === 'book') return String(input.appointment)
  if (['start', 'finish', 'miss'].includes(kind)) return String(input.ticketId)
  return key
}

const steady: Record<string, readonly string[]> = {
  take: ['id', 'label', 'takenAt'],
  arrive: ['id', 'label', 'takenAt'],
  hold: ['appointmentId', 'visitId', 'reference', 'startsAt'],
  desk: ['appointmentId', 'visitId', 'reference', 'startsAt'],
  move: ['appointmentId', 'visitId', 'reference', 'startsAt'],
  book: ['appointmentId', 'visitId', 'reference', 'startsAt'],
  cancel: ['appointmentId', 'visitId', 'reference'],
}

/** The same key with the same body is answered the same: never a no after a yes, never another number. */
function repeats(all: readonly Asked[]): string[] {
  const faults: string[] = []
  for (const one of all) {
    const good = goodOf(one)
    if (!good) continue
    const firstEnd = Math.min(...one.sent.filter(isGood).map((s) => s.endedAt))
    for (const sent of one.sent) {
      if (sent.beganAt > firstEnd && sent.status >= 400 && sent.status !== 503)
        faults.push(`repeat: ${one.kind} ${one.key} was ${sent.status} ${sent.body.code} after a yes`)
      const differs = isGood(sent) && (steady[one.kind] ?? []).some((field) => sent.body[field] !== good.body[field])
      if (differs) faults.push(`repeat: ${one.kind} ${one.key} was answered in two ways`)
    }
  }
  return faults
}
