import { freeAfter, freeBefore, isFree } from './bits.ts'
import type { Calendar, ShiftDay } from './calendar.ts'
import { sittingsOf } from './slots.ts'
import type { Day } from './time.ts'
import { serves, type Want } from './wanted.ts'

/** A lane and how many quanta of it a visit takes. */
export type Place = { shiftDay: ShiftDay; quanta: number }

/** The lanes of a day that have all services wanted and are open to the channel. */
export function lanesOf(calendar: Calendar, want: Want, day: Day): ShiftDay[] {
  const lanes: ShiftDay[] = []
  for (const key of calendar.byDay.get(day) ?? []) {
    const shiftDay = calendar.shiftDays.get(key)
    if (shiftDay && serves(shiftDay, want)) lanes.push(shiftDay)
  }
  return lanes
}

/** The sitting that begins at a quantum, with room for so many people. */
export function sittingAt(shiftDay: ShiftDay, quantum: number, people: number): Place | null {
  const sitting = sittingsOf(shiftDay).find((s) => s.quantum === quantum)
  return sitting && sitting.places >= people ? { shiftDay, quanta: sitting.quanta } : null
}

/** Free quanta that would be left around a visit within its gap. */
const gapLeft = ({ open, busy }: ShiftDay, quantum: number, quanta: number): number =>
  freeBefore(open, busy, quantum) + freeAfter(open, busy, quantum + quanta)

const kindRank = { seats: 0, counter: 1, overbooking: 2 }

const compareLanes = (a: ShiftDay, b: ShiftDay, gapA: number, gapB: number): number =>
  kindRank[a.kind] - kindRank[b.kind] || gapA - gapB || a.serviceIds.length - b.serviceIds.length || (a.shiftId < b.shiftId ? -1 : 1)

/**
 * Where a visit is put among lanes: where the smallest gap is left around it (best fit), then on the shift with fewest services, then by
 * id; a sitting before a counter, an overbooking lane only when no other is free. Null when none is free.
 */
export function place(lanes: readonly ShiftDay[], want: Want, quantum: number): Place | null {
  let best: Place | null = null
  let bestGap = 0
  for (const shiftDay of lanes) {
    const found =
      shiftDay.kind === 'seats'
        ? sittingAt(shiftDay, quantum, want.people)
        : isFree(shiftDay.open, shiftDay.busy, quantum, want.quanta)
          ? { shiftDay, quanta: want.quanta }
          : null
    if (!found) continue
    const gap = shiftDay.kind === 'seats' ? 0 : gapLeft(shiftDay, quantum, want.quanta)
    if (best && compareLanes(shiftDay, best.shiftDay, gap, bestGap) > 0) continue
    best = found
    bestGap = gap
  }
  return best
}
