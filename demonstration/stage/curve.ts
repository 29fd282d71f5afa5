import type { Ticket } from '../../domain/hall.ts'
import { type Instant, minuteMs } from '../../domain/time.ts'

export type CurvePoint = { at: Instant; minutes: number }
type Told = Pick<Ticket, 'takenAt' | 'said'>

const stepMs = 3 * minuteMs
const spanMs = 60 * minuteMs

/**
 * What people who came in the last hour were told that they would wait, minutes: the middle one of each three minutes, each by the middle of its
 * range. Three minutes in which nobody came have no point. `told` is what somebody who comes now is told; it is the last point.
 */
export function curveOf(tickets: Iterable<Told>, now: Instant, told: readonly number[]): CurvePoint[] {
  const steps = new Map<number, number[]>()
  for (const { takenAt, said } of tickets) {
    if (!said || takenAt <= now - spanMs || takenAt > now) continue
    const step = Math.floor(takenAt / stepMs)
    const there = steps.get(step) ?? []
    there.push((said.fromMinutes + said.untilMinutes) / 2)
    steps.set(step, there)
  }
  const points = [...steps].map(([step, minutes]) => ({ at: Math.min(step * stepMs + stepMs / 2, now), minutes: middleOf(minutes) }))
  points.sort((a, b) => a.at - b.at)
  if (told.length > 0) points.push({ at: now, minutes: middleOf(told) })
  return points
}

/** The middle of some numbers; of an even count, halfway between the two in the middle. */
export function middleOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[half]! : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}
