import type { Point } from '../../api/catalogue.ts'
import { addDays, type Day, wallMinutesOf, weekdayOf } from '../../domain/time.ts'
import { holidaysOf, type Land } from '../holidays.ts'
import { demonstrationSeed } from '../network.ts'
import { hashOf, paceOf } from '../pace.ts'
import { makeRandom, type Random } from '../random.ts'

/** What one service had on one day, made up; as `day_totals` keeps it. */
export type MadeUp = {
  day: Day
  serviceId: string
  channels: readonly [web: number, phone: number, desk: number, partner: number, walkIn: number]
  finished: number
  missed: number
  left: number
  waits: readonly { wait: number; said: number | null }[]
}

/** Mondays are busy and so are the weeks before people travel; in August and around Christmas few come. */
const byWeekday = [0, 1.18, 1.04, 0.95, 0.96, 0.9, 0.85, 0.5]
const byMonth = [0, 1.12, 1, 1.04, 0.95, 1.08, 1.16, 1.05, 0.66, 1.18, 1.05, 1, 0.78]
/** The most asked for first; of others there are too few tickets to be worth a row. */
const shares = { few: [0.52, 0.28, 0.2], many: [0.44, 0.26, 0.18, 0.12] }
const perCounterAnHour = 4.2
const lands: Record<string, Land> = {
  'Europe/Brussels': 'BE',
  'Europe/Amsterdam': 'NL',
  'Europe/Paris': 'FR',
  'Europe/London': 'GB',
  'America/Sao_Paulo': 'BR',
  'Atlantic/Azores': 'PT-20',
  'Atlantic/Madeira': 'PT-30',
}

/** The days of the year before and with a day on which a point was open, with what is known of each. Days in `real` had a hall and are left out. */
export function madeUpYear(point: Point, untilDay: Day, real: ReadonlySet<Day>, seed = demonstrationSeed): MadeUp[] {
  const { counters, comersPerHour } = paceOf(point)
  const random = makeRandom(seed ^ hashOf(`year of ${point.id}`))
  const hours = [0, 1, 2, 3, 4, 5, 6, 7].map((weekday) => hoursOn(point, weekday))
  const year = Number(untilDay.slice(0, 4))
  const closed = new Set([year - 1, year].flatMap((y) => holidaysOf(lands[point.zone] ?? 'PT', y)))
  const share = counters.length < 3 ? shares.few : shares.many
  const services = point.services.slice(0, share.length).map(({ service }) => service.id)
  return lastDays(untilDay).flatMap(({ day, weekday, month }) => {
    const open = hours[weekday]!
    if (open === 0 || closed.has(day) || real.has(day)) return []
    const expected = comersPerHour * open * byWeekday[weekday]! * byMonth[month]! * (0.82 + 0.36 * random.next())
    const fullness = expected / (counters.length * open * perCounterAnHour)
    return services.flatMap((serviceId, i) => {
      const tickets = Math.floor(expected * share[i]! + random.next())
      return tickets > 0 ? [{ day, serviceId, ...outcomesOf(tickets, fullness, random) }] : []
    })
  })
}

function outcomesOf(tickets: number, fullness: number, random: Random): Omit<MadeUp, 'day' | 'serviceId'> {
  let rest = tickets
  const some = (part: number) => {
    const count = Math.min(rest, Math.floor(tickets * part + random.next() * 0.9))
    rest -= count
    return count
  }
  const channels = [some(0.24), some(0.05), some(0.03), some(0.01), rest] as const
  rest = tickets
  const [missed, left] = [some(0.045), some(0.02)]
  const waits = Array.from({ length: tickets - left }, () => waitOf(fullness, random)).sort(
    (a, b) => a.wait - b.wait || (a.said ?? 0) - (b.said ?? 0),
  )
  return { channels, finished: tickets - missed - left, missed, left, waits }
}

/** The fuller the day, the longer; one in four came around noon, when everybody does. What was said is a guess at it, in steps of five minutes. */
function waitOf(fullness: number, random: Random): { wait: number; said: number | null } {
  const mean = (1.5 + 9 * Math.min(1.3, fullness) ** 2) * (random.chance(0.25) ? 1.9 : 0.75)
  const wait = Math.min(170, Math.floor(random.exponential(mean)))
  return { wait, said: random.chance(0.02) ? null : Math.max(5, Math.ceil((wait * (0.58 + 0.7 * random.next()) + 1) / 5) * 5) }
}

const hoursOn = (point: Point, weekday: number): number =>
  point.openings.week
    .filter((w) => w.weekday === weekday)
    .reduce((sum, w) => sum + (wallMinutesOf(w.until) - wallMinutesOf(w.from)) / 60, 0)

type Dated = { day: Day; weekday: number; month: number }
const known = new Map<Day, Dated[]>()

function lastDays(untilDay: Day): Dated[] {
  const before = known.get(untilDay)
  if (before) return before
  const days = Array.from({ length: 365 }, (_, i) => addDays(untilDay, i - 364))
  const dated = days.map((day) => ({ day, weekday: weekdayOf(day), month: Number(day.slice(5, 7)) }))
  known.set(untilDay, dated)
  return dated
}
