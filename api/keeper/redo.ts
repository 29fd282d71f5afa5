import { commit, type Guards } from '../../db/commit.ts'
import { databaseError, type Sql } from '../../db/connect.ts'
import type { Lines } from '../../db/lines.ts'
import { putAppointment } from '../../domain/calendar.ts'
import type { PointId } from '../../domain/ids.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Clock } from '../clock.ts'
import { loadAppointments } from './load.ts'
import { partOf } from './part.ts'
import { type Answer, applyAhead, applyKept, type Decided, type Place } from './place.ts'
import type { Known } from './places.ts'

/** The database could not be reached in time: what was asked may be asked again with the same key. */
export class Unavailable extends Error {}

type Given = {
  sql: Sql
  lines: Lines
  clock: Clock
  pointId: PointId
  decided: Decided[]
  /** Loads the place: inside the transaction, or after everything is settled. */
  load: (sql: Sql) => Promise<Place>
  guards: Guards | undefined
}

/** One try may take so long. */
export const redoMs = 2500
/** With the commit before it and the last try after it, within the 8 s that an asker waits. */
const patienceMs = 2500

/**
 * Decides again what lost its image, inside one short transaction that holds the version rows, so that nobody starves; keys that turn out
 * to be answered are answered so. A row that the database refuses costs only its own change. Gives the place as it stands afterwards.
 */
export async function redoAll(given: Given): Promise<Place> {
  const until = performance.now() + patienceMs
  for (let pause = 20; ; pause = Math.min(pause * 2, 250)) {
    try {
      return await redoOnce(given)
    } catch (error) {
      if (databaseError(error)?.code.match(/^(22|23|42)/)) return redoSingly(given, error)
      if (performance.now() > until) {
        const unavailable = new Unavailable('the database does not answer', { cause: error })
        for (const d of given.decided) d.fail(unavailable)
        throw unavailable
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

/** What became of one thing that was decided again. */
type Outcome = { again: Decided } | { answer: Answer } | { fault: unknown }

async function redoOnce(given: Given): Promise<Place> {
  const { place, outcomes } = await given.lines.begin(redoMs, (sql) => redoIn(sql, given))
  applyKept(place, againOf([...outcomes.values()]))
  for (const [d, outcome] of outcomes) {
    if ('again' in outcome) d.settle({ ids: outcome.again.wanted.ids, replayed: false })
    else if ('answer' in outcome) d.settle(outcome.answer)
    else d.fail(outcome.fault)
  }
  return place
}

async function redoIn(sql: Sql, given: Given): Promise<{ place: Place; outcomes: Map<Decided, Outcome> }> {
  const { pointId, decided, guards } = given
  // All of it is on the way at once; one connection runs it in this order, and a statement that is not begun waits till it is awaited.
  const locked = [
    sql`select 1 from halls where point_id = ${pointId} order by day for update`.execute(),
    sql`select 1 from calendars where point_id = ${pointId} for update`.execute(),
  ]
  const [place, touched, known] = await Promise.all([
    given.load(sql),
    loadAppointments(sql, pointId, [...new Set(decided.flatMap((d) => d.change.appointmentIds ?? []))]),
    guards?.keys === false ? new Map<string, Known>() : knownAnswers(sql, given),
    ...locked,
  ])
  for (const image of [place.ahead.calendar, place.kept.calendar]) for (const a of touched) putAppointment(image, a)
  const outcomes = new Map<Decided, Outcome>()
  for (const d of decided) {
    const { key, fingerprint } = d.change
    const outcome = outcomeOf(place, d, key ? known.get(key) : undefined, given.clock.now())
    outcomes.set(d, outcome)
    if (key && 'again' in outcome) known.set(key, { fingerprint, ids: outcome.again.wanted.ids })
  }
  const again = againOf([...outcomes.values()])
  if (again.length > 0) {
    const [committed] = await commit(sql, [partOf(place, again)], guards)
    if (!committed?.applied) throw new Error('a part lost its version while it held it')
  }
  return { place, outcomes }
}

const againOf = (outcomes: readonly Outcome[]): Decided[] => outcomes.flatMap((o) => ('again' in o ? [o.again] : []))

function outcomeOf(place: Place, d: Decided, known: Known | undefined, now: number): Outcome {
  const { change } = d
  if (known) return { answer: known.fingerprint === change.fingerprint ? { ids: known.ids, replayed: true } : { reused: true } }
  try {
    const wanted = change.decide(place.ahead, now)
    if (isRefusal(wanted)) return { answer: { refusal: wanted } }
    applyAhead(place, wanted)
    const { hall, calendar } = place.ahead
    return { again: { ...d, wanted, at: now, hallVersion: hall.version, calendarVersion: calendar.version } }
  } catch (fault) {
    // A bug in one decision must not cost the others theirs.
    return { fault }
  }
}

async function knownAnswers(sql: Sql, given: Given): Promise<Map<string, Known>> {
  const keys = given.decided.flatMap((d) => (d.change.key ? [d.change.key] : []))
  if (keys.length === 0) return new Map()
  const rows = await sql`select key, fingerprint, ids from answers where point_id = ${given.pointId} and key in ${sql(keys)}`
  return new Map(rows.map((r) => [r.key, { fingerprint: r.fingerprint, ids: r.ids }]))
}
