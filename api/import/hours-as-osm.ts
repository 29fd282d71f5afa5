import type { Openings, WallSpan } from '../../domain/openings.ts'
import type { Day } from '../../domain/time.ts'

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * Opening hours in OpenStreetMap's syntax, always the same text for the same hours: the week, then single days. Empty where no openings are
 * known; `off` for a week that is never open.
 */
export function hoursAsOsm({ week, exceptions, holidays }: Openings): string {
  const byDay = new Map<Day, string>(holidays.map((day) => [day, 'off']))
  for (const { day, spans, reason } of exceptions)
    byDay.set(day, saidOf(merged(spans), (reason ?? '').replace(/"/g, "'").replace(/\s+/g, ' ').trim()))
  const dated = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, said]) => `${dateOf(day)} ${said}`)
  const usual = weekOf(week)
  return usual === '' && dated.length === 0 ? '' : [usual || 'off', ...dated].join('; ')
}

function saidOf(spans: string, reason: string): string {
  if (reason === '') return spans || 'off'
  return spans ? `${spans} open "${reason}"` : `off "${reason}"`
}

function weekOf(week: Openings['week']): string {
  const bySpans = new Map<string, number[]>()
  for (let weekday = 1; weekday <= 7; weekday++) {
    const spans = merged(week.filter((w) => w.weekday === weekday))
    if (spans) bySpans.set(spans, [...(bySpans.get(spans) ?? []), weekday])
  }
  return [...bySpans].map(([spans, days]) => `${rangesOf(days)} ${spans}`).join('; ')
}

/** Mo-We,Fr */
function rangesOf(days: readonly number[]): string {
  const ranges: [first: number, last: number][] = []
  for (const day of days) {
    const range = ranges.at(-1)
    if (range && range[1] === day - 1) range[1] = day
    else ranges.push([day, day])
  }
  return ranges.map(([a, b]) => (a === b ? weekdays[a - 1] : `${weekdays[a - 1]}-${weekdays[b - 1]}`)).join(',')
}

function merged(spans: readonly WallSpan[]): string {
  const joined: { from: string; until: string }[] = []
  for (const { from, until } of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = joined.at(-1)
    if (!before || from > before.until) joined.push({ from, until })
    else if (until > before.until) before.until = until
  }
  return joined.map(({ from, until }) => `${from}-${until}`).join(',')
}

function dateOf(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${year} ${months[Number(month) - 1]} ${date}`
}
