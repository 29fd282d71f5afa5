import * as v from 'valibot'
import { get } from './route.ts'
import { instantOut, shortName } from './shapes.ts'

const between = v.object({ from: v.number(), until: v.number() })

/** As `domain/totals.ts` has them: each ticket counts once. */
const totalsOut = v.object({
  tickets: v.number(),
  visits: v.record(v.string(), v.number()),
  finished: v.number(),
  missed: v.number(),
  left: v.number(),
  sent: v.number(),
  present: v.number(),
  waits: v.object({ called: v.number(), medianMinutes: v.nullable(v.number()), p90Minutes: v.nullable(v.number()), over30: v.number() }),
  said: v.object({ told: v.number(), kept: v.number() }),
})

export const dayCurve = get('/api/points/:point/day-curve', {
  summary: 'The day of one hall: who waited so far, who will if it goes on like this, and its totals',
  params: { point: shortName },
  live: true,
  result: v.object({
    at: instantOut,
    /** When the hall opens and closes today; null on a day on which it does not. */
    opensAt: v.nullable(instantOut),
    closesAt: v.nullable(instantOut),
    waitLimitMinutes: v.number(),
    past: v.array(v.object({ at: instantOut, waiting: v.number(), longestMinutes: v.number() })),
    coming: v.array(v.object({ at: instantOut, waiting: between, longestMinutes: between })),
    /** What the hours to come are reckoned with: people an hour who take a number, and counters that are open now. */
    basis: v.object({ walkInsPerHour: between, countersOpen: v.number() }),
    totals: totalsOut,
  }),
})
