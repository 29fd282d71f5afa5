import type { WaitRange } from './hall.ts'

/** The ranges that are told, by their end: 0-5, 5-10, 10-15, 10-20, 15-30, 20-40, 30-60, 45-90, 60-120, then up to 3 hours and the longest. */
const steps: readonly WaitRange[] = [
  { fromMinutes: 0, untilMinutes: 5 },
  { fromMinutes: 5, untilMinutes: 10 },
  { fromMinutes: 10, untilMinutes: 15 },
  { fromMinutes: 10, untilMinutes: 20 },
  { fromMinutes: 15, untilMinutes: 30 },
  { fromMinutes: 20, untilMinutes: 40 },
  { fromMinutes: 30, untilMinutes: 60 },
  { fromMinutes: 45, untilMinutes: 90 },
  { fromMinutes: 60, untilMinutes: 120 },
  { fromMinutes: 90, untilMinutes: 180 },
]

/** Said as "more than 2 hours": its end is a cap, not an estimate. */
export const longestWait: WaitRange = { fromMinutes: 120, untilMinutes: 240 }

/** True for a range that has no honest end: say "more than 2 hours". */
export const isLongest = (range: WaitRange): boolean => range.fromMinutes >= longestWait.fromMinutes

/**
 * A range as it is told: the first step that ends at or after `highMinutes`. Its start comes down to a step's start at or below `lowMinutes`,
 * so that nobody is told to be away longer than it may take.
 */
export function friendlyRange(lowMinutes: number, highMinutes: number): WaitRange {
  const step = steps.find((s) => s.untilMinutes >= highMinutes)
  if (!step) return longestWait
  let fromMinutes = 0
  for (const s of steps) if (s.fromMinutes <= lowMinutes) fromMinutes = Math.max(fromMinutes, s.fromMinutes)
  return { fromMinutes: Math.min(fromMinutes, step.fromMinutes), untilMinutes: step.untilMinutes }
}
