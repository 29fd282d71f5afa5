import { type Instant, minuteMs } from './time.ts'

/** How the paper of a kiosk is, as it said last; a display has none, and says `unknown`. */
export type Paper = 'ok' | 'low' | 'out' | 'unknown'

/** What is wrong with a kiosk or display. */
export const deviceAlerts = ['paper-low', 'paper-out', 'not-seen', 'stray-numbers'] as const
export type DeviceAlert = (typeof deviceAlerts)[number]

/** Devices report every minute at least: after so long without a word something is wrong. */
export const unseenMs = 2 * minuteMs

/** A device as it said last. `stray`: numbers that it gave today, that somebody has on paper and that no hall knows of. */
export type DeviceSeen = { paper: Paper; stray: number; seenAt: Instant | null }

/** What is wrong with a device that is enrolled, or null where it is well. Of one that is silent nobody knows how its paper is. */
export function alertOf({ paper, stray, seenAt }: DeviceSeen, now: Instant): DeviceAlert | null {
  if (seenAt === null || seenAt < now - unseenMs) return 'not-seen'
  if (paper === 'out') return 'paper-out'
  if (stray > 0) return 'stray-numbers'
  return paper === 'low' ? 'paper-low' : null
}
