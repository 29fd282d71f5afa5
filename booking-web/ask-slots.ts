import { ask } from '../contract/ask.ts'
import { daysOfPoint, earliestSlots, onePoint, slotsOfDay } from '../contract/points.ts'
import { Problem } from '../contract/problems.ts'
import type { ResultOf } from '../contract/route.ts'
import { type Day, dayOf } from '../domain/time.ts'
import type { Asked } from './asked.ts'

/** What somebody wants a time for: service ids with commas between, and how many people. */
export type Wanted = { services: string; people: number }
export type PointOut = ResultOf<typeof onePoint>['point']
export type ServiceOut = ResultOf<typeof onePoint>['services'][number]
export type Slot = ResultOf<typeof slotsOfDay>['slots'][number]
export type DayOut = ResultOf<typeof daysOfPoint>['days'][number]
export type Elsewhere = { point: PointOut; slot: Pick<Slot, 'startsAt' | 'day'>; distanceKm: number | null }

const daysAhead = 62
const nearKm = 60

const numbers = ({ services, people }: Wanted) => ({ services, people: String(people) })

/** How many slots each of the coming days has; all that can be booked lies in them. */
export async function askDays(asked: Asked, point: string, wanted: Wanted): Promise<DayOut[]> {
  return (await ask(asked.asker, daysOfPoint, { point, ...numbers(wanted), days: String(daysAhead) })).days
}

export const askSlots = (asked: Asked, point: string, wanted: Wanted, day: Day): Promise<ResultOf<typeof slotsOfDay>> =>
  ask(asked.asker, slotsOfDay, { point, ...numbers(wanted), day })

/** The first slot at a point; null where nothing is free or it does not offer what is wanted. */
export async function askFirst(asked: Asked, point: string, wanted: Wanted): Promise<Slot | null> {
  try {
    return await firstOf(asked, point, wanted, await askDays(asked, point, wanted))
  } catch (error) {
    if (error instanceof Problem && (error.code === 'service-not-here' || error.code === 'too-many-people')) return null
    throw error
  }
}

/** The first slot on days with slots, but for one start: that of the appointment which is to move. */
export async function firstOf(asked: Asked, point: string, wanted: Wanted, days: readonly DayOut[], except = ''): Promise<Slot | null> {
  for (const { day } of days.filter(({ slots }) => slots > 0).slice(0, 3)) {
    const first = (await askSlots(asked, point, wanted, day)).slots.find(({ startsAt }) => startsAt !== except)
    if (first) return first
  }
  return null
}

/** The slots of a point that lie closest to a wanted start. */
export async function askNear(asked: Asked, point: PointOut, wanted: Wanted, startsAt: string, most = 3): Promise<Slot[]> {
  const at = Date.parse(startsAt)
  if (Number.isNaN(at)) return []
  const day = dayOf(at, point.zone)
  const { slots } = await askSlots(asked, point.id, wanted, day)
  const near = slots.length ? slots : await nextDay(asked, point.id, wanted, day)
  const away = (slot: Slot) => Math.abs(Date.parse(slot.startsAt) - at)
  return near
    .toSorted((a, b) => away(a) - away(b))
    .slice(0, most)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

async function nextDay(asked: Asked, point: string, wanted: Wanted, after: Day): Promise<Slot[]> {
  const days = await askDays(asked, point, wanted)
  const next = days.find(({ day, slots }) => slots > 0 && day >= after) ?? days.find(({ slots }) => slots > 0)
  return next ? (await askSlots(asked, point, wanted, next.day)).slots : []
}

/** The first slot of each point that has one, the earliest first: near a place where one is given, else anywhere. */
export async function askEarliest(asked: Asked, wanted: Wanted, near: PointOut | null): Promise<Elsewhere[]> {
  const place = near && near.latitude !== null && near.longitude !== null ? placeOf(near.latitude, near.longitude) : {}
  const { slots } = await ask(asked.asker, earliestSlots, { ...numbers(wanted), limit: '20', ...place })
  const firsts = new Map<string, Elsewhere>()
  for (const { point, startsAt, day, distanceKm } of slots)
    if (!firsts.has(point.id)) firsts.set(point.id, { point, slot: { startsAt, day }, distanceKm })
  return [...firsts.values()]
}

const placeOf = (latitude: number, longitude: number) => ({
  latitude: latitude.toFixed(4),
  longitude: longitude.toFixed(4),
  km: String(nearKm),
})

export const askPoint = (asked: Asked, point: string): Promise<ResultOf<typeof onePoint>> => ask(asked.asker, onePoint, { point })
