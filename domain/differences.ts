import { newBits, noneSet, sameBits, setRange } from './bits.ts'
import { type Appointment, type Calendar, ownsBits, type ShiftDay, shiftDayKey } from './calendar.ts'
import type { Uuid } from './ids.ts'

/** What appointments take of a lane: as bits, and as people by first quantum. Which of the two counts is the lane's kind. */
export type Taken = { busy: Uint32Array; taken: Record<number, number>; overlapping: Uuid[] }

/** What a lane should have and has; `overlapping` are appointments whose bits another one owns too. */
export type Difference = {
  key: string
  expected: Pick<ShiftDay, 'busy' | 'taken'>
  actual: Pick<ShiftDay, 'busy' | 'taken'> | null
  overlapping: Uuid[]
}

/** Works out from appointments alone what is taken, by `shiftDayKey`. */
export function bitsOf(appointments: Iterable<Appointment>): Map<string, Taken> {
  const lanes = new Map<string, Taken>()
  for (const a of appointments) {
    if (!ownsBits(a)) continue
    const key = shiftDayKey(a.shiftId, a.day)
    const lane = lanes.get(key) ?? { busy: newBits(), taken: {}, overlapping: [] }
    lanes.set(key, lane)
    if (!noneSet(lane.busy, a.quantum, a.quanta)) lane.overlapping.push(a.id)
    setRange(lane.busy, a.quantum, a.quanta)
    lane.taken[a.quantum] = (lane.taken[a.quantum] ?? 0) + a.people
  }
  return lanes
}

const sameTaken = (a: Readonly<Record<number, number>>, b: Readonly<Record<number, number>>): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[Number(key)] === b[Number(key)])
}

const nothing: Taken = { busy: newBits(), taken: {}, overlapping: [] }

/** Where the lanes of a calendar are not what all its appointments say; empty when all is well. For the comparing job and for tests. */
export function differences(calendar: Calendar, appointments: Iterable<Appointment>): Difference[] {
  const expected = bitsOf(appointments)
  const found: Difference[] = []
  for (const [key, lane] of calendar.shiftDays) {
    const { busy, taken, overlapping } = expected.get(key) ?? nothing
    const seats = lane.kind === 'seats'
    const wanted = seats ? { busy: nothing.busy, taken } : { busy, taken: nothing.taken }
    const wrong = !sameBits(lane.busy, wanted.busy) || !sameTaken(lane.taken, wanted.taken) || (!seats && overlapping.length > 0)
    if (wrong) found.push({ key, expected: wanted, actual: { busy: lane.busy, taken: lane.taken }, overlapping: seats ? [] : overlapping })
  }
  for (const [key, { busy, taken, overlapping }] of expected)
    if (!calendar.shiftDays.has(key)) found.push({ key, expected: { busy, taken }, actual: null, overlapping })
  return found
}
