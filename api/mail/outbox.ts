import type { Sql } from '../../db/connect.ts'
import { readInstant, writeInstant } from '../../db/tables/columns.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import { type Instant, minuteMs } from '../../domain/time.ts'
import type { Message } from './letters.ts'

/** A message that this process has taken to send; nobody else takes it while the lease stands. */
export type Claimed = Message & { pointId: PointId; visitId: Uuid; tries: number; leaseAt: Instant }
/** What became of a message: sent, not worth sending, to be tried again at a time, or never to be sent. */
export type Outcome =
  | { done: true; why: null | 'no-address' | 'stale' | 'bounced' | 'given-up' }
  | { done: false; why: 'refused' | 'outage' | 'overtaking' | 'later'; dueAt: Instant; tries: number }

const leaseMs = 2 * minuteMs
/** A mail server may take so long over one message: it is begun only while its lease covers that. */
export const sendingMs = 40_000
const delays = [1, 5, 15, 30, 60, 120, 240, 240].map((minutes) => minutes * minuteMs)

/** When a message that was refused for now is tried again; null once it was tried nine times (the last pauses are 4 h). */
export const retryAt = (tries: number, now: Instant): Instant | null => {
  const delay = delays[tries - 1]
  return delay === undefined ? null : now + delay
}

/**
 * Takes messages that are due. The claim is a lease and no open transaction, since a mail server may take half a minute: where a process dies
 * while it sends, another one sends again, with the same Message-ID.
 */
export async function claim(sql: Sql, now: Instant, limit: number): Promise<Claimed[]> {
  const leaseAt = now + leaseMs
  const rows = await sql`
    update outbox o set due_at = ${writeInstant(leaseAt)}, tries = o.tries + 1, failed = 'sending'
    from (select point_id, id from outbox where sent_at is null and due_at <= ${writeInstant(now)} order by due_at limit ${limit} for update skip locked) d
    where o.point_id = d.point_id and o.id = d.id
    returning o.point_id, o.id, o.kind, o.visit_id, o.sequence, o.tries`
  return rows.map((r) => ({
    pointId: r.point_id,
    id: r.id,
    kind: r.kind,
    visitId: r.visit_id,
    sequence: r.sequence,
    tries: r.tries,
    leaseAt,
  }))
}

/** True while another process is sending something about the same visit that it took before us: ours would overtake it. */
export async function isOvertaking(
  sql: Sql,
  mine: Claimed,
  pointIds: readonly PointId[],
  own: readonly Uuid[],
  now: Instant,
): Promise<boolean> {
  const places = [...pointIds, mine.pointId]
  const rows = await sql`
    select id, to_json(due_at) #>> '{}' as due_at from outbox where point_id in ${sql(places)} and visit_id = ${mine.visitId}
    and sent_at is null and failed = 'sending' and due_at > ${writeInstant(now)}`
  return rows.some((r) => {
    const leaseAt = readInstant(r.due_at)
    return !own.includes(r.id) && (leaseAt < mine.leaseAt || (leaseAt === mine.leaseAt && r.id < mine.id))
  })
}

/** Writes down what became of a message. `sent_at` says that nothing more is to be done; `failed` why it was not sent. */
export async function settle(sql: Sql, message: Claimed, outcome: Outcome, now: Instant): Promise<void> {
  if (outcome.done)
    await sql`update outbox set sent_at = ${writeInstant(now)}, failed = ${outcome.why} where point_id = ${message.pointId} and id = ${message.id}`
  else
    await sql`
      update outbox set due_at = ${writeInstant(outcome.dueAt)}, tries = ${outcome.tries}, failed = ${outcome.why}
      where point_id = ${message.pointId} and id = ${message.id} and sent_at is null`
}
