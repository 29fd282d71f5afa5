import type { Openings } from '../../domain/openings.ts'
import { addDays, type Day, isDay } from '../../domain/time.ts'
import { weekFromOsm } from './openings-from-osm.ts'

/** Opening hours as a cell tells them. `dated` are the single days that differ from the week; null where it speaks of none. */
export type Hours = { week: Openings['week']; dated: Pick<Openings, 'exceptions' | 'holidays'> | null }
export type HoursRead = { hours: Hours; readAs: string | null } | { reason: string }

type Dated = { days: Day[]; spans: Openings['exceptions'][number]['spans']; reason: string }

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const dateRule = /^(\d{4}) ([a-z]{3}) (\d{1,2})(?:\s*-\s*(?:(?:(\d{4}) )?([a-z]{3}) )?(\d{1,2}))?:? +(.+)$/i
const rangeMax = 366
const known = new Map<string, HoursRead>()

/** Reads a week, and single days with their year: `Mo-Fr 09:00-12:30,13:30-16:30; 2026 Dec 24 09:00-12:00; 2026 Dec 25 off`. */
export function hoursFromOsm(given: string): HoursRead {
  const text = given.replace(/\s+/g, ' ').trim()
  const read = known.get(text) ?? readHours(text)
  known.set(text, read)
  return read
}

function readHours(text: string): HoursRead {
  const rules = (text.match(/(?:"[^"]*"|[^;"])+/g) ?? []).map((rule) => rule.trim()).filter(Boolean)
  const dates = rules.filter((rule) => dateRule.test(rule))
  if (dates.length === 0) return withWeek(text, null)
  const weekly = rules.filter((rule) => !dateRule.test(rule))
  if (weekly.length === 0) return { reason: `tells no week: begin with it, such as Mo-Fr 09:00-12:30,13:30-16:30; ${dates[0]}` }
  const byDay = new Map<Day, Dated>()
  for (const rule of dates) {
    const read = readDated(rule)
    if ('fault' in read) return { reason: read.fault }
    for (const day of read.days) byDay.set(day, read)
  }
  return withWeek(weekly.join('; '), datedOf(byDay))
}

function withWeek(text: string, dated: Hours['dated']): HoursRead {
  const read = weekFromOsm(text)
  return 'reason' in read ? read : { hours: { week: read.week, dated }, readAs: read.readAs }
}

/** A closed day without a reason is a holiday, everything else an exception. */
function datedOf(byDay: ReadonlyMap<Day, Dated>): NonNullable<Hours['dated']> {
  const sorted = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    exceptions: sorted.flatMap(([day, { spans, reason }]) =>
      spans.length || reason ? [{ day, spans, ...(reason ? { reason } : {}) }] : [],
    ),
    holidays: sorted.flatMap(([day, { spans, reason }]) => (spans.length || reason ? [] : [day])),
  }
}

function readDated(rule: string): Dated | { fault: string } {
  const [, year, month, date, untilYear, untilMonth, untilDate, said] = dateRule.exec(rule)!
  const first = dayOf(year!, month!, date!)
  const last = untilDate ? dayOf(untilYear ?? year!, untilMonth ?? month!, untilDate) : first
  if (!first || !last || last < first || addDays(first, rangeMax) <= last) return { fault: `has "${rule}", and there are no such days` }
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  const [, what, reason = ''] = /^([^"]*?)(?: ?"([^"]*)")?$/.exec(said!) ?? []
  if (what === undefined) return { fault: `has "${rule}", which cannot be read; an example: 2026 Dec 24 09:00-12:00` }
  if (/^(off|closed)$/i.test(what)) return { days, spans: [], reason: reason.trim() }
  const read = weekFromOsm(`Mo ${what.replace(/ open$/i, '')}`)
  if ('reason' in read) return { fault: `has "${rule}", which ${read.reason}` }
  return { days, spans: read.week.map(({ from, until }) => ({ from, until })), reason: reason.trim() }
}

function dayOf(year: string, month: string, date: string): Day | null {
  const day = `${year}-${String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}
