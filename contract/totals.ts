import * as v from 'valibot'
import { get } from './route.ts'
import { day, language, perLanguage, shortName } from './shapes.ts'

/** What the rows of an answer stand for. */
export const totalsBy = ['point', 'service', 'day', 'week'] as const

/** At most so many days in one answer. */
export const totalsDaysMax = 400

const minutes = v.nullable(v.number())

/** Counted from tickets: each counts once, on the day and at the point of its number, with the first of its services. */
export const totalsFigures = v.object({
  tickets: v.number(),
  /** By the channel of the appointment, `walk-in` without one: together all tickets. */
  visits: v.object({ web: v.number(), phone: v.number(), desk: v.number(), partner: v.number(), 'walk-in': v.number() }),
  /** Finished, missed, left, sent to another hall and still present: together all tickets. */
  finished: v.number(),
  missed: v.number(),
  left: v.number(),
  sent: v.number(),
  present: v.number(),
  /** From taking the number until the first call, in whole minutes, of those who were called. */
  waits: v.object({ called: v.number(), medianMinutes: minutes, p90Minutes: minutes, over30: v.number() }),
  /** Of those who were called and had been told a wait: what they were told against what they waited. `kept`: called in time. */
  said: v.object({ told: v.number(), kept: v.number(), medianSaidMinutes: minutes, medianWaitMinutes: minutes }),
  /** Some of it is made up for a demonstration: no ticket stands behind it. */
  simulated: v.boolean(),
})

/**
 * Days from today until the first time that can be booked online now, for one person, counted for each service at each point that has it:
 * `offers` of them, `full` of which have none as far ahead as can be booked.
 */
export const firstFree = v.object({ offers: v.number(), full: v.number(), soonestDays: minutes, medianDays: minutes, longestDays: minutes })

const row = v.object({
  /** The id of a point or service, a day, or the Monday of a week. */
  id: v.string(),
  /** Of a service, in each language that it has a name in. */
  names: v.nullable(perLanguage),
  /** Of a point. */
  name: v.nullable(v.string()),
  ...totalsFigures.entries,
  /** Null for days and weeks. */
  firstFree: v.nullable(firstFree),
  before: v.nullable(totalsFigures),
})

const query = {
  from: v.optional(day),
  until: v.optional(day),
  by: v.picklist(totalsBy, 'choice'),
  point: v.optional(shortName),
  service: v.optional(shortName),
}

export const totals = get('/api/totals', {
  summary:
    'What halls came to on the days from `from` (today, where it is left out) until `until` (which is out; the day after `from`, where it is left out; at most 400 days), by point, service, day or week (its Monday). Today is as it stands now. `before` has the same weekdays some whole weeks earlier, where the span is no longer than 62 days. As CSV with `Accept: text/csv`',
  query,
  result: v.object({
    from: v.string(),
    until: v.string(),
    by: v.picklist(totalsBy),
    /** The date at these points; the later one where they differ. */
    today: v.string(),
    /** What it is narrowed down to. */
    point: v.nullable(v.object({ id: v.string(), name: v.string() })),
    service: v.nullable(v.object({ id: v.string(), names: perLanguage })),
    /** Some hall of these days is not closed yet. */
    underWay: v.boolean(),
    before: v.nullable(v.object({ from: v.string(), until: v.string() })),
    rows: v.array(row),
    /** All rows together. */
    sum: v.object({ ...totalsFigures.entries, firstFree: v.nullable(firstFree), before: v.nullable(totalsFigures) }),
  }),
})

export const totalsFile = get('/api/totals.csv', {
  summary: 'The same as CSV, with its header in the language asked for',
  query: { ...query, language: v.optional(language) },
  result: totals.result,
})
