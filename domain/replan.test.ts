import { describe, expect, test } from 'vitest'
import { count } from './bits.ts'
import { bookNow } from './book.ts'
import { apply, appointmentOf, calendarOf, job, openDaily, shift, visitor, wish } from './calendar.test-support.ts'
import { type Appointment, applyToCalendar, type Calendar, shiftDayKey } from './calendar.ts'
import { cancel } from './cancel.ts'
import { bitsOf, differences } from './differences.ts'
import type { Refusal } from './refusal.ts'
import { type Plan, replan } from './replan.ts'
import { checkShift, shiftDaysOf } from './shifts.ts'
import { freeSlots } from './slots.ts'

const day = '2026-05-05'
const shifts = [shift('a'), shift('b', { from: '09:00', until: '10:00' })]
const plan: Plan = { openings: openDaily('00:00', '24:00'), shifts }
const start = () => calendarOf({ fromDay: day, days: 3, shifts })
const request = (changed: Partial<Plan>, fromDay = day, days = 3) => ({ plan: { ...plan, ...changed }, fromDay, days, actor: job })

function booked(calendar: Calendar, time: string, changed = {}): Appointment {
  const { answer } = apply(calendar, bookNow(calendar, wish(calendar, day, time, changed), 0))
  return appointmentOf(calendar, answer.appointmentId)
}

describe('a plan over a calendar', () => {
  test('twice changes nothing', () => {
    const calendar = start()
    booked(calendar, '10:00')
    expect(replan(calendar, request({}), 0)).toEqual({
      shiftDays: [],
      dropped: [],
      appointments: [],
      history: [],
      answer: { gainedQuanta: 0, lostQuanta: 0, unfit: [] },
    })
  })

  test('asked daily it adds the day that came into the horizon', () => {
    const calendar = start()
    const change = apply(calendar, replan(calendar, request({}, '2026-05-06', 3), 0))
    expect(change.shiftDays.map((s) => s.day)).toEqual(['2026-05-08', '2026-05-08'])
    expect(change.answer.gainedQuanta).toBe(36 + 12)
  })

  test('shorter hours keep what is booked, and list who no longer fits', () => {
    const calendar = start()
    const fits = booked(calendar, '10:00')
    const late = booked(calendar, '11:45')
    const gone = booked(calendar, '11:30')
    apply(calendar, cancel(calendar, { appointmentId: gone.id, actor: visitor }, 0))
    const change = apply(calendar, replan(calendar, request({ openings: openDaily('09:30', '11:45') }), 0))
    expect(change.answer).toEqual({ gainedQuanta: 0, lostQuanta: 3 * (6 + 3 + 6), unfit: [late.id] })
    expect(differences(calendar, calendar.appointments.values())).toEqual([])
    expect(appointmentOf(calendar, fits.id).state).toBe('booked')
    expect(freeSlots(calendar, { serviceIds: ['passport'], people: 1, channel: 'web', day, now: 0 }).map((s) => s.wallTime)).toEqual([
      '09:30',
      '09:45',
      '10:15',
      '10:30',
      '10:45',
      '11:00',
      '11:15',
    ])
  })

  test('a shift that goes leaves its lane closed while somebody is booked on it, and gone when nobody is', () => {
    const calendar = start()
    const there = booked(calendar, '11:00')
    const change = apply(calendar, replan(calendar, request({ shifts: [shifts[1]!] }), 0))
    expect(change.answer.unfit).toEqual([there.id])
    expect(change.dropped).toEqual([shiftDayKey('a', '2026-05-06'), shiftDayKey('a', '2026-05-07')])
    const lane = calendar.shiftDays.get(shiftDayKey('a', day))!
    expect([count(lane.open), count(lane.busy)]).toEqual([0, 3])
    apply(calendar, cancel(calendar, { appointmentId: there.id, actor: visitor, coolMinutes: 0 }, 0))
    expect(apply(calendar, replan(calendar, request({ shifts: [shifts[1]!] }), 0)).dropped).toEqual([shiftDayKey('a', day)])
    expect(calendar.byDay.get(day)).toEqual([shiftDayKey('b', day)])
  })

  test('a shift that loses a service no longer fits those who come for it', () => {
    const calendar = calendarOf({ fromDay: day, shifts: [shift('a')] })
    const moving = booked(calendar, '10:00', { serviceIds: ['moving'] })
    booked(calendar, '11:00')
    const change = apply(calendar, replan(calendar, request({ shifts: [shift('a', { serviceIds: ['passport'] })] }, day, 1), 0))
    expect(change.answer.unfit).toEqual([moving.id])
  })

  test('fewer seats list those who came last', () => {
    const seats = (n: number) => [shift('a', { kind: 'seats', seats: n, serviceIds: ['course'] })]
    const calendar = calendarOf({ fromDay: day, shifts: seats(6) })
    const [, second] = [2, 3].map((people) => booked(calendar, '09:00', { serviceIds: ['course'], people }))
    const change = apply(calendar, replan(calendar, request({ shifts: seats(4) }, day, 1), 0))
    expect(change.answer.unfit).toEqual([second?.id])
    expect(differences(calendar, calendar.appointments.values())).toEqual([])
  })

  test('a lane that turns into seats counts the people it has', () => {
    const calendar = calendarOf({ fromDay: day, shifts: [shift('a')] })
    booked(calendar, '09:00', { people: 2 })
    apply(calendar, replan(calendar, request({ shifts: [shift('a', { kind: 'seats', seats: 9 })] }, day, 1), 0))
    expect(calendar.shiftDays.get(shiftDayKey('a', day))).toMatchObject({ seats: 9, taken: { 108: 2 } })
    expect(differences(calendar, calendar.appointments.values())).toEqual([])
  })

  test('days before it are left alone', () => {
    const calendar = start()
    const change = apply(calendar, replan(calendar, request({ shifts: [] }, '2026-05-06', 30), 0))
    expect(change.dropped).toHaveLength(4)
    expect([...calendar.byDay.keys()]).toEqual([day])
  })

  test.each<[string, object]>([
    ['shifts', { shifts: [shift('a'), shift('a')] }],
    ['until', { shifts: [shift('a', { until: '09:00' })] }],
    ['from', { shifts: [shift('a', { from: '09:03' })] }],
    ['weekdays', { shifts: [shift('a', { weekdays: [8] })] }],
    ['weekdays', { shifts: [shift('a', { weekdays: [] })] }],
    ['firstDay', { shifts: [shift('a', { firstDay: 'now' })] }],
    ['lastDay', { shifts: [shift('a', { lastDay: '2025-12-31' })] }],
    ['serviceIds', { shifts: [shift('a', { serviceIds: [] })] }],
    ['seats', { shifts: [shift('a', { kind: 'seats' })] }],
    ['seats', { shifts: [shift('a', { seats: 3 })] }],
    ['week[0].until', { openings: { week: [{ weekday: 1, from: '10:00', until: '09:00' }], exceptions: [], holidays: [] } }],
  ])('is refused where it could never be: %s', (place, changed) => {
    const refusal = replan(start(), request(changed), 0) as Refusal
    expect([refusal.refused, refusal.details.place]).toEqual(['plan-invalid', place])
  })

  test('days that are none are refused', () => {
    for (const [fromDay, days] of [
      ['May', 3],
      [day, 0],
      [day, 1.5],
      [day, 5000],
    ] as const)
      expect(replan(start(), request({}, fromDay, days), 0)).toEqual({ refused: 'plan-invalid', details: { place: 'days' } })
  })
})

describe('shifts', () => {
  test('run on their weekdays between their first and last day', () => {
    const week = Array.from({ length: 14 }, (_, i) => `2026-05-${String(i + 1).padStart(2, '0')}`)
    const mondays = shift('a', { weekdays: [1, 5], firstDay: '2026-05-04', lastDay: '2026-05-08' })
    expect(checkShift(mondays)).toBeNull()
    expect(shiftDaysOf(mondays, openDaily('00:00', '24:00'), week, 'Europe/Lisbon').map((s) => s.day)).toEqual(['2026-05-04', '2026-05-08'])
  })

  test('are open only while the point is', () => {
    const [lane] = shiftDaysOf(shift('a'), openDaily('10:30', '23:00'), [day], 'Europe/Lisbon')
    expect(count(lane!.open)).toBe(18)
    expect(shiftDaysOf(shift('a'), openDaily('12:00', '23:00'), [day], 'Europe/Lisbon')).toEqual([])
  })
})

describe('the comparing job', () => {
  test('finds a bit too many, one too few, a lane that is gone and two on one time', () => {
    const calendar = start()
    const a = booked(calendar, '10:00')
    const all = () => [...calendar.appointments.values()]
    expect(differences(calendar, all())).toEqual([])
    const lane = calendar.shiftDays.get(shiftDayKey('a', day))!
    const put = (busy: Uint32Array) =>
      applyToCalendar(calendar, { shiftDays: [{ ...lane, busy }], dropped: [], appointments: [], history: [] })
    put(lane.busy.map((word, w) => (w === 0 ? 1 : word)))
    expect(differences(calendar, all()).map((d) => d.key)).toEqual([`${lane.day} a`])
    put(lane.busy.map(() => 0))
    expect(differences(calendar, all())).toHaveLength(1)
    put(lane.busy)
    expect(differences(calendar, [a, { ...a, id: 'twin' }])[0]?.overlapping).toEqual(['twin'])
    calendar.shiftDays.delete(shiftDayKey('a', day))
    expect(differences(calendar, all())[0]?.actual).toBeNull()
    expect(bitsOf([{ ...a, state: 'expired' }]).size).toBe(0)
  })
})
