import { Problem } from '../../contract/problems.ts'
import { totalsDaysMax } from '../../contract/totals.ts'
import { addDays, type Day, daysBetween } from '../../domain/time.ts'

/** Days, `from` in and `until` out. */
export type DaySpan = { from: Day; until: Day }

const comparedDaysMax = 62

/** The days that are asked for: today where nothing is said, one day where no end is. Refuses an end that is not after the beginning, and too many days. */
export function spanOf(asked: Partial<DaySpan>, today: Day): DaySpan {
  const from = asked.from ?? today
  const until = asked.until ?? addDays(from, 1)
  const days = daysBetween(from, until)
  const code = days < 1 ? 'not-after' : days > totalsDaysMax ? 'too-many-days' : null
  if (code) throw new Problem('invalid-input', {}, [{ field: 'query.until', code, sentence: '' }])
  return { from, until }
}

/** How many days earlier the same weekdays lie that a span is compared with: whole weeks; null where it is too long for that. */
export function shiftOf({ from, until }: DaySpan): number | null {
  const days = daysBetween(from, until)
  return days > comparedDaysMax ? null : Math.ceil(days / 7) * 7
}

/** The same span so many days earlier. */
export const earlier = ({ from, until }: DaySpan, days: number): DaySpan => ({ from: addDays(from, -days), until: addDays(until, -days) })
