import type { Day } from '../hall.ts'

export interface Chart {
  /** Of the width and height of the drawing, as points of a polyline. */
  past: string
  /** What is to come, as a closed shape. */
  coming: string
  now: number
  limit: number | undefined
  top: number
  marks: readonly { value: number; y: number }[]
  hours: readonly { at: number; x: number }[]
}
export type Measure = 'waiting' | 'longestMinutes'

export const width = 320
export const height = 100

const hourMs = 3_600_000
const steps = [1, 2, 5, 10, 20, 30, 60, 120, 240]
const roundSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500]

/** The day of a hall as lines: its time from left to right, `measure` upward. */
export function chartOf(day: Day, measure: Measure): Chart {
  const at = (iso: string) => Date.parse(iso)
  const last = day.coming.at(-1) ?? day.past.at(-1)
  const from = Math.min(at(day.opensAt ?? day.at), at(day.past[0]?.at ?? day.at))
  const until = Math.max(at(day.closesAt ?? day.at), at(last?.at ?? day.at), from + hourMs)
  const limit = measure === 'longestMinutes' ? day.waitLimitMinutes : undefined
  const most = Math.max(limit ?? 0, ...day.past.map((m) => m[measure]), ...day.coming.map((m) => m[measure].until))
  const step = (measure === 'waiting' ? roundSteps : steps).find((one) => most / one <= 3) ?? 500
  const top = Math.max(step, most) * 1.08
  const x = (time: number) => (width * (time - from)) / (until - from)
  const y = (value: number) => height * (1 - value / top)
  const spot = (iso: string, value: number) => `${x(at(iso)).toFixed(1)},${y(value).toFixed(1)}`
  const present = day.past.at(-1)
  const start = present ? [spot(present.at, present[measure])] : []
  return {
    past: day.past.map((m) => spot(m.at, m[measure])).join(' '),
    coming: [
      ...start,
      ...day.coming.map((m) => spot(m.at, m[measure].until)),
      ...day.coming.toReversed().map((m) => spot(m.at, m[measure].from)),
    ].join(' '),
    now: x(at(day.at)),
    limit: limit === undefined ? undefined : y(limit),
    top,
    marks: Array.from({ length: Math.floor(top / step) }, (_, i) => ({ value: (i + 1) * step, y: y((i + 1) * step) })),
    hours: hoursWithin(from, until).map((time) => ({ at: time, x: x(time) })),
  }
}

/** Whole hours between two instants, four or so. */
function hoursWithin(from: number, until: number): number[] {
  const every = Math.max(1, Math.round((until - from) / hourMs / 4)) * hourMs
  const found: number[] = []
  for (let time = Math.ceil(from / hourMs) * hourMs; time <= until; time += every) found.push(time)
  return found
}
