import { clearRange, setRange } from '../../domain/bits.ts'
import { type CalendarSettings, emptyCalendar, putShiftDay, type ShiftDay } from '../../domain/calendar.ts'
import type { Position } from '../../domain/distance.ts'
import { dayNumberOf, dayOfNumber, putPointDay } from '../../domain/search-index.ts'
import { nearOneAnother } from '../../domain/search-order.ts'
import { makeIndex, type SearchIndex } from '../../domain/search-rows.ts'
import { dayWords } from '../../domain/time.ts'

export const zone = 'Europe/Lisbon'
export const firstDay = '2026-11-24'
export const dayCount = 90
export const shiftCount = 8
const [openFrom, openUntil] = [96, 240]
/** Until this day nearly nothing is free. */
const lateDay = 84

/** The same free time twice: as bits for our search, and as busy spans for the yardstick (minutes of the day, in order, joined where they touch). */
export type BenchNetwork = {
  points: { pointId: string; at: Position }[]
  index: SearchIndex
  /** By point, day and shift: where its spans begin in `spans`, two numbers each. */
  spanAt: Uint32Array
  spans: Uint16Array
  shiftDays: number
  numbers: number
  /** By point and shift: 1 for what is on the phone only. */
  forPhone: Uint8Array
}

/** The same numbers in every run (mulberry32). */
export function makeDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const services = (ids: readonly string[]): CalendarSettings['services'] =>
  Object.fromEntries(ids.map((id) => [id, { baseMinutes: 30, extraMinutes: 10, bookable: true, gridMinutes: null }]))

const settings = (ids: readonly string[]): CalendarSettings => ({
  ...{ zone, gridMinutes: 15, holdMinutes: 10, coolMinutes: 10, leadMinutes: 30, horizonDays: 120, peopleMax: 8 },
  services: services(ids),
})

/** Three sorts of points: all of them have passports, each something more. */
const kinds = [
  ['passport', 'licence'],
  ['passport', 'licence', 'moving', 'birth'],
  ['passport', 'advice'],
].map((ids) => ({ ids, settings: settings(ids) }))

/** Free spans of a shift's day, in quanta: booked out but for crumbs in which no half hour on the quarter of an hour fits; late, more. */
function freeSpans(dice: () => number, day: number, forPhone: boolean): [from: number, until: number][] {
  // Whoever may not book on the phone must not be led astray by what is free there.
  if (forPhone) return [[openFrom + 12, openUntil - 12]]
  const crumb = (): [number, number] => {
    const from = openFrom + 1 + Math.floor(dice() * 46) * 3
    return [from, from + 1 + Math.floor(dice() * 7)]
  }
  const spans = [crumb(), crumb()].sort((a, b) => a[0] - b[0])
  const roomy = dice() < (day >= lateDay ? 0.02 : 0.000_000_05)
  if (roomy) {
    const from = openFrom + Math.floor(dice() * 40) * 3
    return [[from, from + 24]]
  }
  return spans.filter(([from], i) => i === 0 || from > (spans[i - 1] as [number, number])[1])
}

/** A network of so many points spread over mainland Portugal, of 8 shifts a day, 90 days ahead. */
export function makeNetwork(size: number, seed = 1): BenchNetwork {
  const dice = makeDice(seed)
  const points = nearOneAnother(
    Array.from({ length: size }, (_, i) => ({ i, latitude: 37 + 5.1 * dice(), longitude: -9.4 + 2.9 * dice() })),
  ).map(({ i, latitude, longitude }) => ({ pointId: `p${i}`, at: { latitude, longitude } }))
  const network: BenchNetwork = {
    points,
    index: makeIndex(),
    spanAt: new Uint32Array(size * dayCount * shiftCount + 1),
    spans: new Uint16Array(size * dayCount * shiftCount * 6),
    forPhone: Uint8Array.from({ length: size * shiftCount }, (_, i) => (i % shiftCount === shiftCount - 1 ? 1 : 0)),
    shiftDays: 0,
    numbers: 0,
  }
  for (let point = 0; point < size; point++) putPoint(network, point, dice)
  return network
}

function putPoint(network: BenchNetwork, point: number, dice: () => number): void {
  const { pointId, at } = network.points[point]!
  const kind = kinds[point % kinds.length]!
  const calendar = emptyCalendar(pointId, kind.settings)
  const first = dayNumberOf(firstDay)
  for (let day = 0; day < dayCount; day++) {
    const name = dayOfNumber(first + day)
    for (let shift = 0; shift < shiftCount; shift++) {
      const forPhone = network.forPhone[point * shiftCount + shift] === 1
      const lane: ShiftDay = {
        shiftId: `s${shift}`,
        day: name,
        kind: 'counter',
        serviceIds: kind.ids,
        channels: forPhone ? ['phone'] : [],
        open: new Uint32Array(dayWords),
        busy: new Uint32Array(dayWords),
        seats: 0,
        taken: {},
      }
      setRange(lane.open, openFrom, openUntil - openFrom)
      setRange(lane.busy, openFrom, openUntil - openFrom)
      noteSpans(network, freeSpans(dice, day, forPhone), lane.busy)
      putShiftDay(calendar, lane)
    }
    putPointDay(network.index, calendar, name, at)
  }
}

/** Frees spans in the bits, and writes what stays busy between them as minutes. */
function noteSpans(network: BenchNetwork, free: readonly [number, number][], busy: Uint32Array): void {
  let from = openFrom
  for (const [freeFrom, freeUntil] of free) {
    const until = Math.min(openUntil, freeUntil)
    clearRange(busy, freeFrom, until - freeFrom)
    if (freeFrom > from) pushSpan(network, from, freeFrom)
    from = Math.max(from, until)
  }
  if (from < openUntil) pushSpan(network, from, openUntil)
  network.shiftDays += 1
  network.spanAt[network.shiftDays] = network.numbers
}

function pushSpan(network: BenchNetwork, from: number, until: number): void {
  network.spans[network.numbers++] = from * 5
  network.spans[network.numbers++] = until * 5
}
