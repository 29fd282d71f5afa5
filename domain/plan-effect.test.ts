import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookNow } from './book.ts'
import { allWeek, apply, appointmentOf, calendarOf, openDaily, shift, wish } from './calendar.test-support.ts'
import { type Appointment, type Calendar, ownsBits } from './calendar.ts'
import { type Openings, type WallSpan, wallSpansOf } from './openings.ts'
import { effectOf, type PlanEffect, plainMinutes, toWorkThrough } from './plan-effect.ts'
import type { Refusal } from './refusal.ts'
import { isRefusal } from './refusal.ts'
import { type Plan, replan } from './replan.ts'
import { runsOn } from './shifts.ts'
import { addDays, type Day, dayOf, instantOf, wallMinutesOf, wallTimeOf } from './time.ts'

// A Tuesday in May, so that no day here has a change of clocks.
const day = '2026-05-05'
const shifts = [shift('a'), shift('b', { from: '09:00', until: '10:00' })]
const plan: Plan = { openings: openDaily('00:00', '24:00'), shifts }
const planned = (changed: Partial<Plan> = {}): Plan => ({ ...plan, ...changed })

function effect(
  before: Plan,
  after: Plan,
  given: { calendar?: Calendar; serviceId?: string | null; days?: number; now?: number } = {},
): PlanEffect {
  const calendar = given.calendar ?? calendarOf({ fromDay: day, days: 3, shifts: before.shifts, openings: before.openings })
  const { serviceId = null, days = 3, now = 0 } = given
  const found = effectOf(before, after, calendar, { serviceId, fromDay: day, days, appointments: calendar.appointments.values(), now })
  if (isRefusal(found)) throw new Error(`refused: ${found.refused}`)
  return found
}

function booked(calendar: Calendar, on: Day, time: string, changed = {}): Appointment {
  const { answer } = apply(calendar, bookNow(calendar, wish(calendar, on, time, changed), 0))
  return appointmentOf(calendar, answer.appointmentId)
}

describe('what a plan would do', () => {
  test('the same plan does nothing', () => {
    expect(effect(plan, plan)).toMatchObject({ before: 24, after: 24, gained: 0, lost: 0, unfit: [], already: [], minutes: plainMinutes })
  })

  test('a shift that ends an hour earlier costs two half hours a day, and four visits of a quarter', () => {
    const after = planned({ shifts: [shift('a', { until: '11:00' }), shifts[1]!] })
    expect(effect(plan, after).days).toEqual(
      [day, addDays(day, 1), addDays(day, 2)].map((on) => ({ day: on, before: 8, after: 6, gained: 0, lost: 2 })),
    )
    expect(effect(plan, after, { serviceId: 'passport' })).toMatchObject({ minutes: 15, before: 48, after: 36, lost: 12 })
  })

  test('hours that move are both lost and gained', () => {
    const after = planned({ shifts: [shift('a', { from: '10:00', until: '13:00' }), shifts[1]!] })
    expect(effect(plan, after, { days: 1 })).toMatchObject({ before: 8, after: 8, gained: 2, lost: 2 })
  })

  test('a lunch break is lost time, and cuts what would have gone across it', () => {
    const week = allWeek.flatMap((weekday) => [
      { weekday, from: '09:00', until: '10:15' },
      { weekday, from: '10:45', until: '12:00' },
    ])
    const after = planned({ openings: { week, exceptions: [], holidays: [] }, shifts: [shifts[0]!] })
    expect(effect(planned({ shifts: [shifts[0]!] }), after, { days: 1 })).toMatchObject({ before: 6, after: 4, lost: 2, gained: 0 })
  })

  test('a holiday takes its day and no other', () => {
    const after = planned({ openings: { ...plan.openings, holidays: [addDays(day, 1)] } })
    expect(effect(plan, after).days.map((d) => [d.gained, d.lost])).toEqual([
      [0, 0],
      [0, 8],
      [0, 0],
    ])
  })

  test('time that somebody has is no slot, and who no longer fits is told', () => {
    const calendar = calendarOf({ fromDay: day, days: 3, shifts })
    const late = booked(calendar, day, '11:30')
    const early = booked(calendar, day, '10:00')
    const found = effect(plan, planned({ shifts: [shift('a', { until: '11:00' }), shifts[1]!] }), { calendar, days: 1 })
    expect(found).toMatchObject({ before: 6, after: 5, lost: 1, unfit: [late.id], already: [] })
    expect(found.unfit).not.toContain(early.id)
  })

  test('who did not fit before is not told again as new, and fits again when the time is given back', () => {
    const calendar = calendarOf({ fromDay: day, days: 3, shifts })
    const late = booked(calendar, day, '11:30')
    const shorter = planned({ shifts: [shift('a', { until: '11:00' }), shifts[1]!] })
    const change = apply(calendar, replan(calendar, { plan: shorter, fromDay: day, days: 3, actor: { kind: 'job', id: 'x' } }, 0))
    expect(change.answer.unfit).toEqual([late.id])
    expect(toWorkThrough([...calendar.appointments.values()], calendar.shiftDays, 0)).toEqual([late.id])
    expect(effect(shorter, planned({ shifts: [shift('a', { until: '10:30' }), shifts[1]!] }), { calendar })).toMatchObject({
      unfit: [],
      already: [late.id],
    })
    expect(effect(shorter, plan, { calendar })).toMatchObject({ unfit: [], already: [] })
  })

  test('somebody booked beyond the days that are counted is told too', () => {
    const calendar = calendarOf({ fromDay: day, days: 30, shifts })
    const far = booked(calendar, addDays(day, 25), '11:30')
    expect(effect(plan, planned({ shifts: [] }), { calendar, days: 3 })).toMatchObject({ after: 0, unfit: [far.id] })
  })

  test('a visit that has begun, a hold and one who has arrived are nobody to work through', () => {
    const calendar = calendarOf({ fromDay: day, days: 3, shifts })
    const one = booked(calendar, day, '11:30')
    const all = [one, { ...one, id: 'held', state: 'held' as const }, { ...one, id: 'here', state: 'arrived' as const }]
    expect(toWorkThrough(all, new Map(), one.startsAt - 1)).toEqual([one.id])
    expect(toWorkThrough(all, new Map(), one.startsAt)).toEqual([])
  })

  test('what is over today is not counted', () => {
    const now = instantOf(day, '10:10', 'Europe/Amsterdam')
    expect(effect(plan, planned({ shifts: [] }), { now, days: 1 })).toMatchObject({ before: 3, lost: 3 })
  })

  test('a shift that no longer has a service takes its slots from that service only', () => {
    const after = planned({ shifts: [shift('a', { serviceIds: ['passport'] }), shifts[1]!] })
    expect(effect(plan, after, { serviceId: 'passport' })).toMatchObject({ gained: 0, lost: 0 })
    // Moving house takes 20 minutes on a grid of 10: nine in three hours.
    expect(effect(plan, after, { serviceId: 'moving', days: 1 })).toMatchObject({ before: 12, after: 3, lost: 9 })
  })

  test('places of a sitting are counted by people', () => {
    const seats = (n: number, until = '12:00') => [shift('s', { kind: 'seats', seats: n, until, serviceIds: ['course'] })]
    const before = planned({ shifts: seats(6) })
    const calendar = calendarOf({ fromDay: day, days: 3, shifts: before.shifts })
    booked(calendar, day, '09:00', { serviceIds: ['course'], people: 2 })
    expect(effect(before, planned({ shifts: seats(4) }), { calendar, days: 1 })).toMatchObject({ before: 4, after: 2, lost: 2, gained: 0 })
    expect(effect(before, planned({ shifts: seats(6, '11:00') }), { calendar, days: 1 })).toMatchObject({ lost: 4, gained: 4 })
  })

  test.each<[string, Partial<Plan>]>([
    ['until', { shifts: [shift('a', { until: '09:00' })] }],
    ['week[0].until', { openings: { week: [{ weekday: 1, from: '10:00', until: '09:00' }], exceptions: [], holidays: [] } }],
    ['kind', { shifts: [shift('a', { kind: 'seats', seats: 4 })] }],
  ])('a plan that could never be is refused: %s', (place, changed) => {
    const calendar = calendarOf({ fromDay: day, shifts })
    const refusal = effectOf(plan, planned(changed), calendar, {
      serviceId: null,
      fromDay: day,
      days: 1,
      appointments: [],
      now: 0,
    }) as Refusal
    expect([refusal.refused, refusal.details.place]).toEqual(['plan-invalid', place])
  })

  test('a service that cannot be booked has no slots to count', () => {
    const calendar = calendarOf({ fromDay: day, shifts })
    for (const serviceId of ['tips', 'fishing', 'constructor'])
      expect(effectOf(plan, plan, calendar, { serviceId, fromDay: day, days: 1, appointments: [], now: 0 })).toMatchObject({
        refused: 'service-not-here',
      })
  })
})

/** Minute by minute, by the wall: how many visits fit one after another into the minutes that `free` lets through. */
function naiveRoom(minutes: number, free: (minute: number) => boolean): number {
  let room = 0
  for (let m = 0; m + minutes <= 1440; ) {
    const fits = m % 15 === 0 && Array.from({ length: minutes }, (_, i) => free(m + i)).every(Boolean)
    room += fits ? 1 : 0
    m += fits ? minutes : 1
  }
  return room
}

const inSpans = (spans: readonly WallSpan[], minute: number): boolean =>
  spans.some((s) => wallMinutesOf(s.from) <= minute && minute < wallMinutesOf(s.until))

function naive(before: Plan, after: Plan, calendar: Calendar, minutes: number, days: number) {
  const zone = calendar.settings.zone
  const has = (plan: Plan, id: string, on: Day) => (minute: number) => {
    const lane = plan.shifts.find((s) => s.id === id)
    return !!lane && runsOn(lane, on) && inSpans([lane], minute) && inSpans(wallSpansOf(plan.openings, on), minute)
  }
  const busy = (id: string, on: Day) => (minute: number) =>
    [...calendar.appointments.values()].some((a) => {
      const from = wallMinutesOf(wallTimeOf(a.startsAt, zone))
      return ownsBits(a) && a.shiftId === id && dayOf(a.startsAt, zone) === on && from <= minute && minute < from + a.quanta * 5
    })
  return Array.from({ length: days }, (_, i) => {
    const on = addDays(day, i)
    const sum = { day: on, before: 0, after: 0, gained: 0, lost: 0 }
    for (const id of new Set([...before.shifts, ...after.shifts].map((s) => s.id))) {
      const [was, is, taken] = [has(before, id, on), has(after, id, on), busy(id, on)]
      const [a, b, both] = [was, is, (m: number) => was(m) && is(m)].map((open) => naiveRoom(minutes, (m) => open(m) && !taken(m))) as [
        number,
        number,
        number,
      ]
      sum.before += a
      sum.after += b
      sum.lost += a - both
      sum.gained += b - both
    }
    return sum
  })
}

const two = (n: number) => String(n).padStart(2, '0')
const time = (quantum: number) => `${two(Math.floor(quantum / 12))}:${two((quantum % 12) * 5)}`
const spanOf = fc
  .tuple(fc.integer({ min: 84, max: 200 }), fc.integer({ min: 1, max: 60 }))
  .map(([from, n]) => ({ from: time(from), until: time(from + n) }))
const openingsOf: fc.Arbitrary<Openings> = fc.record({
  week: fc.array(
    fc.tuple(fc.constantFrom(...allWeek), spanOf).map(([weekday, span]) => ({ weekday, ...span })),
    { maxLength: 10 },
  ),
  exceptions: fc
    .array(fc.array(spanOf, { maxLength: 2 }), { maxLength: 2 })
    .map((all) => all.map((spans, i) => ({ day: addDays(day, i * 2), spans }))),
  holidays: fc.subarray([addDays(day, 1), addDays(day, 3)]),
})
const shiftOf = (id: string) =>
  fc
    .tuple(spanOf, fc.subarray(allWeek, { minLength: 1 }), fc.integer({ min: 0, max: 3 }))
    .map(([span, weekdays, from]) => shift(id, { ...span, weekdays, firstDay: addDays(day, from) }))
const planOf: fc.Arbitrary<Plan> = fc.record({
  openings: openingsOf,
  shifts: fc.tuple(shiftOf('a'), shiftOf('b'), shiftOf('c')).chain((all) => fc.subarray(all)),
})

test('for any two plans and any bookings the count is that of who counts minute by minute', () => {
  fc.assert(
    fc.property(
      planOf,
      planOf,
      fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 28, max: 80 })), { maxLength: 8 }),
      (before, after, wishes) => {
        const calendar = calendarOf({ fromDay: day, days: 7, shifts: before.shifts, openings: before.openings })
        for (const [on, quarter] of wishes) {
          const decision = bookNow(calendar, wish(calendar, addDays(day, on), time(quarter * 3)), 0)
          if (!isRefusal(decision)) apply(calendar, decision)
        }
        for (const serviceId of [null, 'passport']) {
          const found = effect(before, after, { calendar, serviceId, days: 7 })
          expect(found.days).toEqual(naive(before, after, calendar, found.minutes, 7))
          for (const d of found.days) expect(d.after).toBe(d.before - d.lost + d.gained)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('what is told beforehand is what a saved plan lists afterwards', () => {
  fc.assert(
    fc.property(
      planOf,
      planOf,
      fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 28, max: 80 })), { maxLength: 12 }),
      (before, after, wishes) => {
        const calendar = calendarOf({ fromDay: day, days: 7, shifts: before.shifts, openings: before.openings })
        for (const [on, quarter] of wishes) {
          const decision = bookNow(calendar, wish(calendar, addDays(day, on), time(quarter * 3)), 0)
          if (!isRefusal(decision)) apply(calendar, decision)
        }
        const told = effect(before, after, { calendar, days: 7 })
        const { answer } = apply(calendar, replan(calendar, { plan: after, fromDay: day, days: 7, actor: { kind: 'job', id: 'x' } }, 0))
        expect([...told.unfit, ...told.already].sort()).toEqual([...answer.unfit].sort())
        expect(toWorkThrough([...calendar.appointments.values()], calendar.shiftDays, 0).sort()).toEqual([...answer.unfit].sort())
      },
    ),
    { numRuns: 60 },
  )
})
