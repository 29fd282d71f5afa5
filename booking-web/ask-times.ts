import { ask } from '../contract/ask.ts'
import { menu } from '../contract/points.ts'
import { Problem, type ProblemCode } from '../contract/problems.ts'
import type { ResultOf } from '../contract/route.ts'
import { addDays, type Day, dayOf } from '../domain/time.ts'
import {
  askDays,
  askEarliest,
  askNear,
  askPoint,
  askSlots,
  type DayOut,
  type Elsewhere,
  firstOf,
  type PointOut,
  type ServiceOut,
  type Slot,
  type Wanted,
} from './ask-slots.ts'
import type { Asked } from './asked.ts'
import { askQuieter, type QuieterPlace } from './quieter/ask-quieter.ts'
import { chosenOf } from './read-wanted.ts'

export const daysShown = 10
const othersMax = 4

type Range = { fromMinutes: number; untilMinutes: number }

/** All that the page of times shows. */
export type TimesFound = {
  point: PointOut
  services: ServiceOut[]
  wanted: Wanted
  today: Day
  best: Slot | null
  /** Nothing near is free earlier than the best here. */
  bestIsFirst: boolean
  others: (Elsewhere & { sooner: boolean })[]
  days: DayOut[]
  earlierFrom: Day | null
  laterFrom: Day | null
  chosen: { day: Day; slots: Slot[] } | null
  /** What stood in the way of a time that was wanted, and the free ones beside it. */
  refused: { code: ProblemCode; near: Slot[] } | null
  walkIn: Range | null
  /** Where those who book here are sent for a while, where that is sooner. */
  quieter: QuieterPlace[]
}

/** What of a choice of time can go wrong in a way that another time mends. */
export const mendable: readonly ProblemCode[] = ['slot-taken', 'slot-not-offered', 'in-the-past', 'hold-expired']

/** Asks for all that the page of times shows: the first free time here, the days, those of one day, and other places. */
export async function askTimes(asked: Asked, pointId: string, wanted: Wanted, except = ''): Promise<TimesFound> {
  const { point, services: all } = await askPoint(asked, pointId)
  const services = chosenOf(all, wanted)
  const today = dayOf(asked.now, point.zone)
  const query = asked.url.searchParams
  const days = await askDays(asked, pointId, wanted)
  const wantedDay = query.get('day') ?? ''
  const chosenDay = days.find(({ day }) => day === wantedDay)?.day ?? null
  const [best, earliest, slots, refused, walkIn, quieter] = await Promise.all([
    firstOf(asked, pointId, wanted, days, except),
    askEarliest(asked, wanted, point),
    chosenDay ? askSlots(asked, pointId, wanted, chosenDay) : null,
    readRefused(asked, point, wanted),
    askWalkIn(asked, point, services),
    askQuieter(asked, pointId, wanted),
  ])
  const others = earliest
    .filter((other) => other.point.id !== pointId && !quieter.some((place) => place.point.id === other.point.id))
    .slice(0, othersMax)
    .map((other) => ({ ...other, sooner: !best || Date.parse(other.slot.startsAt) < Date.parse(best.startsAt) }))
  return {
    point,
    services,
    wanted,
    today,
    best,
    bestIsFirst: quieter.length === 0 && !others.some(({ sooner }) => sooner),
    others,
    ...windowOf(days, query.get('from'), chosenDay),
    chosen: chosenDay && slots ? { day: chosenDay, slots: slots.slots.filter(({ startsAt }) => startsAt !== except) } : null,
    refused,
    walkIn,
    quieter,
  }
}

/** Some days of all, from a day on: the one asked for, else such that the chosen day is among them, else where something is free. */
function windowOf(
  days: readonly DayOut[],
  from: string | null,
  chosen: Day | null,
): Pick<TimesFound, 'days' | 'earlierFrom' | 'laterFrom'> {
  const position = (day: string | null | undefined) => days.findIndex((d) => d.day === day)
  const asked = position(from)
  const firstFree = days.findIndex(({ slots }) => slots > 0)
  const wish = asked >= 0 ? asked : Math.floor(Math.max(0, chosen ? position(chosen) : firstFree) / daysShown) * daysShown
  const shown = days.slice(wish, wish + daysShown)
  const [first, last] = [shown[0], shown.at(-1)]
  return {
    days: shown,
    earlierFrom: wish > 0 && first ? days[Math.max(0, wish - daysShown)]!.day : null,
    laterFrom: last && wish + daysShown < days.length ? addDays(last.day, 1) : null,
  }
}

async function readRefused(asked: Asked, point: PointOut, wanted: Wanted): Promise<TimesFound['refused']> {
  const code = mendable.find((name) => name === asked.url.searchParams.get('problem'))
  if (!code) return null
  return { code, near: await askNear(asked, point, wanted, asked.url.searchParams.get('wanted') ?? '') }
}

/** How long somebody waits who comes now without an appointment; null where that cannot be. */
async function askWalkIn(asked: Asked, point: PointOut, services: readonly ServiceOut[]): Promise<Range | null> {
  if (!services.every((service) => service.walkIn)) return null
  const now = await askMenu(asked, point.id)
  if (now?.state !== 'open') return null
  const waits = services.map(({ id }) => now.services.find((service) => service.id === id)?.wait ?? null)
  if (waits.some((wait) => wait === null)) return null
  return waits.reduce((most, wait) => (wait && (!most || wait.untilMinutes > most.untilMinutes) ? wait : most), null)
}

/** The hall may not answer; the times are still true then. */
async function askMenu(asked: Asked, point: string): Promise<ResultOf<typeof menu> | null> {
  try {
    return await ask(asked.asker, menu, { point })
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
