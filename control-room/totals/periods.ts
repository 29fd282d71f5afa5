import type { Day } from '../../domain/time.ts'

/** Spans that are asked for by name; `own` says its days itself. */
export const periods = ['today', 'yesterday', 'this-week', 'last-week', 'year', 'own'] as const
export type Period = (typeof periods)[number]

/** Days, `from` in and `until` out. */
export type Days = { from: Day; until: Day }

const dayMs = 86_400_000
const noon = (day: Day) => Date.parse(`${day}T12:00:00Z`)

/** Some days later, or earlier. A screen reckons with days of the calendar only, which have no zone. */
export const plusDays = (day: Day, days: number): Day => new Date(noon(day) + days * dayMs).toISOString().slice(0, 10)

/** How many days a span has. */
export const lengthOf = ({ from, until }: Days): number => Math.round((noon(until) - noon(from)) / dayMs)

/** The Monday of the week of a day. */
export const mondayOf = (day: Day): Day => plusDays(day, -((new Date(noon(day)).getUTCDay() + 6) % 7))

const weeksOfYear = 52
/** From so many days on a curve goes by week. */
const manyDays = 62

/** The days of a period; of one's own where they are days in order, else today. */
export function daysOf(period: Period, today: Day, own: Partial<Days>): Days {
  const monday = mondayOf(today)
  const tomorrow = plusDays(today, 1)
  switch (period) {
    case 'today':
      return { from: today, until: tomorrow }
    case 'yesterday':
      return { from: plusDays(today, -1), until: today }
    case 'this-week':
      return { from: monday, until: tomorrow }
    case 'last-week':
      return { from: plusDays(monday, -7), until: monday }
    case 'year':
      return { from: plusDays(monday, -7 * weeksOfYear), until: tomorrow }
    case 'own':
      return isSpan(own) ? own : { from: today, until: tomorrow }
  }
}

const isDay = (text: string | undefined): text is Day => text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(noon(text))
const isSpan = (own: Partial<Days>): own is Days => isDay(own.from) && isDay(own.until) && own.from < own.until

/** What a curve shows: the same days, at least eight so that the last has the same weekday before it; by week where there are many. */
export function curveOf(days: Days): Days & { by: 'day' | 'week' } {
  const length = lengthOf(days)
  if (length > manyDays) return { ...days, by: 'week' }
  return { from: length < 8 ? plusDays(days.until, -8) : days.from, until: days.until, by: 'day' }
}
