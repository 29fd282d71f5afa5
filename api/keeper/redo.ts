import { commit, type Guards } from '../../db/commit.ts'
import { databaseError, type Sql } from '../../db/connect.ts'
import { putAppointment } from '../../domain/calendar.ts'
import type { PointId } from '../../domain/ids.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Clock } from '../clock.ts'
import { loadAppointments } from './load.ts'
import { type Answer, applyAhead, applyKept, type Decided, type Place, partOf } from './place.ts'

/** The database could not be reached in time: what was asked may be asked again with the same key. */
export class Unavailable extends Error {}

type Given = {
  sql: Sql
  clock: Clock
  pointId: PointId
  decided: Decided[]
  /** Loads the place: inside the transaction, or after everything is settled. */
  load: (sql: Sql) => Promise<Place>
  guards: Guards | undefined
}

const patienceMs = 8000

/**
 * Decides again what lost its image, inside one short transaction that holds the version rows, so that nobody starves; keys that turn out
 * to be answered are answered so. A row that the database refuses costs only its own change. Gives the place as it stands afterwards.
 */
export async function redoAll(given: Given): Promise<Place> {
  const until = performance.now() + patienceMs
  for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await redoOnce(given)
    } catch (error) {
      if (databaseError(error)?.code.match(/^(22|23|42)/)) return redoSingly(given, error)
      if (performance.now() > until) {
        for (const d of given.decided) d.fail(new Unavailable('the database does not answer', { cause: error }))
        throw error
      }
      await new Promise((resolve) => setTimeout(resolve, pause + Math.random() * pause))
    }
  }
}

async function redoSingly(given: Given, error: unknown): Promise<Place> {
  if (given.decided.length === 1) given.decided[0]!.fail(error)
  else for (const one of given.decided) await redoAll({ ...given, decided: [one] }).catch(() => {})
  return given.load(given.sql)
}

async function redoOnce(given: Given): Promise<Place> {
  const { decided } = given
  const { place, answers, redone } = await given.sql.begin(async (tx) => {
    const at = tx as unknown as Sql
    await at`select 1 from halls where point_id = ${given.pointId} order by day for update`
    await at`select 1 from calendars where point_id = ${given.pointId} for update`
    const place = await given.load(at)
    const known = await knownAnswers(at, given)
    const answers = new Map<Decided, Answer>()
    const redone: Decided[] = []
    for (const d of decided) {
      const before = d.change.key ? known.get(d.change.key) : undefined
      if (before) {
        answers.set(d, before.fingerprint === d.change.fingerprint ? { ids: before.ids, replayed: true } : { reused: true })
        continue
      }
      const again = await decideAgain(at, place, d, given.clock.now())
      if ('refusal' in again) answers.set(d, again)
      else redone.push(again)
      if (d.change.key && !('refusal' in again)) known.set(d.change.key, { fingerprint: d.change.fingerprint, ids: again.wanted.ids })
    }
    if (redone.length) {
      const [outcome] = await commit(at, [partOf(place, redone)], given.guards)
      if (!outcome?.applied) throw new Error('a part lost its version while it held it')
    }
    return { place, answers, redone }
  })
  applyKept(place, redone)
  for (const d of redone) d.settle({ ids: d.wanted.ids, replayed: false })
  for (const [d, answer] of answers) d.settle(answer)
  return place
}

async function decideAgain(
  sql: Sql,
  place: Place,
  d: Decided,
  now: number,
): Promise<Decided | { refusal: import('../../domain/refusal.ts').Refusal }> {
  const missing = (d.change.appointmentIds ?? []).filter((id) => !place.ahead.calendar.appointments.has(id))
  for (const a of await loadAppointments(sql, place.settings.pointId, missing)) {
    putAppointment(place.ahead.calendar, a)
    putAppointment(place.kept.calendar, a)
  }
  const wanted = d.change.decide({ settings: place.settings, hall: place.ahead.hall, calendar: place.ahead.calendar }, now)
  if (isRefusal(wanted)) return { refusal: wanted }
  applyAhead(place, wanted)
  return { ...d, wanted, at: now, hallVersion: place.ahead.hall.version, calendarVersion: place.ahead.calendar.version }
}

async function knownAnswers(sql: Sql, given: Given): Promise<Map<string, { fingerprint: string; ids: Record<string, unknown> }>> {
  const keys = given.decided.flatMap((d) => (d.change.key ? [d.change.key] : []))
  if (keys.length === 0) return new Map()
  const rows = await sql`select key, fingerprint, ids from answers where point_id = ${given.pointId} and key in ${sql(keys)}`
  return new Map(rows.map((r) => [r.key, { fingerprint: r.fingerprint, ids: r.ids }]))
}
