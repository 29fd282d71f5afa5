import opening_hours from 'opening_hours'
import { faultOfSpan, type Openings } from '../../domain/openings.ts'

type Week = Openings['week'][number][]
/** A week of wall-clock spans, and how words that were not OpenStreetMap's were understood; or why not. */
export type WeekRead = { week: Week; readAs: string | null } | { reason: string }

const known = new Map<string, WeekRead>()

/** Reads opening hours in OpenStreetMap's syntax: one week that repeats, within days. */
export function weekFromOsm(given: string): WeekRead {
  const text = given.replace(/\s+/g, ' ').trim()
  const before = known.get(text)
  if (before) return before
  const read = readWeek(text)
  known.set(text, read)
  return read
}

function readWeek(text: string): WeekRead {
  let hours: opening_hours
  let pretty: string
  try {
    hours = new opening_hours(text, null, { locale: 'en', mode: 0, tag_key: undefined, map_value: undefined, warnings_severity: undefined })
    pretty = hours.prettifyValue()
  } catch (error) {
    return { reason: `cannot be read as opening hours${placeOf(String(error))}; an example: Mo-Fr 09:00-12:30,13:30-16:30` }
  }
  const reason = whyNot(pretty, hours)
  if (reason) return { reason }
  const corrected = hours.getStructuredWarnings().some(({ type }) => type === 'word_error_correction')
  const week = spansOf(hours)
  return typeof week === 'string' ? { reason: week } : { week, readAs: corrected ? pretty : null }
}

function whyNot(pretty: string, hours: opening_hours): string | null {
  const words = pretty.replace(/"[^"]*"/g, '')
  if (/\b(PH|SH|easter)\b/i.test(words))
    return 'speaks of holidays (PH, SH or easter), which differ by country and year: give the days themselves, such as 2026 Dec 25 off'
  if (/\b(sunrise|sunset|dawn|dusk)\b/.test(words)) return 'follows the sun: give times of the clock'
  if (!/\d\d:\d\d|24\/7|^(off|closed)$/.test(words)) return 'tells no times: an example is Mo-Fr 09:00-12:30,13:30-16:30'
  if (!hours.isWeekStable())
    return 'differs by season, date or week: give the one week that holds now, and single days with their year, such as 2026 Dec 25 off'
  if (isOvernight(words)) return 'goes on past midnight, and a day here ends at midnight: end at 24:00, and begin the next day at 00:00'
  return null
}

function spansOf(hours: opening_hours): Week | string {
  const monday = quietMonday()
  const intervals = hours.getOpenIntervals(daysAfter(monday, -1), daysAfter(monday, 9))
  if (intervals.some(([, , unsure]) => unsure))
    return 'says when it may be open, not when it is (an open end, "unknown", or only by appointment): give a closing time'
  const week: Week = []
  for (const [from, until] of intervals) {
    for (let weekday = 1; weekday <= 7; weekday++) {
      const span = within(from, until, daysAfter(monday, weekday - 1), daysAfter(monday, weekday))
      if (!span) continue
      if (faultOfSpan(span)) return `has ${span.from}-${span.until}: times are on whole five minutes`
      week.push({ weekday, ...span })
    }
  }
  return week.sort((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1))
}

/** The library reckons in the zone of this process: a week in which its clocks do not change. */
function quietMonday(): Date {
  for (let day = 5; ; day += 7) {
    const monday = new Date(2026, 0, day)
    const quiet = Array.from({ length: 11 }, (_, i) => daysAfter(monday, i - 1)).every(
      (d) => d.getTimezoneOffset() === monday.getTimezoneOffset(),
    )
    if (quiet || day > 365) return monday
  }
}

const daysAfter = (day: Date, days: number): Date => new Date(day.getFullYear(), day.getMonth(), day.getDate() + days)
const wall = (at: Date): string => `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`

/** Written as one span over midnight; two that meet at midnight are two. */
const isOvernight = (words: string): boolean =>
  [...words.matchAll(/(\d\d:\d\d)-(\d\d:\d\d)/g)].some(([, from, until]) => until! > '24:00' || until! <= from!)

function within(from: Date, until: Date, start: Date, end: Date): { from: string; until: string } | null {
  const first = from > start ? from : start
  const last = until < end ? until : end
  return first < last ? { from: wall(first), until: last.getTime() === end.getTime() ? '24:00' : wall(last) } : null
}

function placeOf(error: string): string {
  const [, before] = /^(?:Error: )?(.*?) <---/.exec(error) ?? []
  return before ? ` from "${before.slice(-24)}" on` : ''
}
