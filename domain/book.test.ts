import { describe, expect, test } from 'vitest'
import { missAppointment, unarriveAppointment } from './attend.ts'
import { count } from './bits.ts'
import { book, bookNow, confirm, hold } from './book.ts'
import { apply, appointmentOf, calendarOf, job, shift, visitor, wish } from './calendar.test-support.ts'
import { type Appointment, applyToCalendar, type Calendar, shiftDayKey } from './calendar.ts'
import { cancel, dueWork, expire, release } from './cancel.ts'
import { move } from './move.ts'
import type { Refusal } from './refusal.ts'
import { freeSlots } from './slots.ts'
import { instantOf, iso, minuteMs } from './time.ts'

const day = '2026-05-05'
const at = (time: string) => instantOf(day, time, 'Europe/Amsterdam')
const now = at('08:00')
const later = (minutes: number) => now + minutes * minuteMs
const oneLane = () => calendarOf({ fromDay: day, shifts: [shift('a')] })
const busy = (calendar: Calendar, shiftId = 'a') => count(calendar.shiftDays.get(shiftDayKey(shiftId, day))!.busy)
const code = (decision: object) => ('refused' in decision ? decision.refused : 'done')
const by = (appointmentId: string) => ({ appointmentId, actor: visitor })

/** A held appointment at a wall time, applied. */
function held(calendar: Calendar, time: string, changed = {}): Appointment {
  const { answer } = apply(calendar, hold(calendar, wish(calendar, day, time, changed), now))
  return appointmentOf(calendar, answer.appointmentId)
}
function booked(calendar: Calendar, time: string, changed = {}): Appointment {
  const { answer } = apply(calendar, bookNow(calendar, wish(calendar, day, time, changed), now))
  return appointmentOf(calendar, answer.appointmentId)
}

describe('holding', () => {
  test('a hold takes its bits, knows its end and stands for ten minutes', () => {
    const calendar = oneLane()
    const a = held(calendar, '10:15', { people: 2 })
    expect(a).toMatchObject({
      state: 'held',
      quantum: 123,
      quanta: 5,
      wallTime: '10:15',
      zone: 'Europe/Amsterdam',
      until: later(10),
      sequence: 0,
      generation: 1,
    })
    expect(iso(a.endsAt)).toBe('2026-05-05T08:40:00.000Z')
    expect(busy(calendar)).toBe(5)
  })

  test('what is decided leaves the image as it was until it is applied', () => {
    const calendar = oneLane()
    const decision = hold(calendar, wish(calendar, day, '10:00'), now)
    expect(busy(calendar)).toBe(0)
    expect(calendar.appointments.size).toBe(0)
    apply(calendar, decision)
    expect(busy(calendar)).toBe(3)
    expect(calendar.version).toBe(2)
  })

  test.each<[string, object, string]>([
    ['a service that is not given here', { serviceIds: ['fishing'] }, 'service-not-here'],
    ['no service', { serviceIds: [] }, 'service-not-here'],
    ['a service that cannot be booked', { serviceIds: ['tips'] }, 'service-not-here'],
    ['nobody', { people: 0 }, 'too-many-people'],
    ['too many people', { people: 7 }, 'too-many-people'],
    ['half a person', { people: 1.5 }, 'too-many-people'],
    ['a time that is over', { startsAt: at('07:45') }, 'in-the-past'],
    ['a time off the grid', { startsAt: at('10:05') }, 'slot-not-offered'],
    ['a time off the quantum', { startsAt: at('10:00') + 1 }, 'slot-not-offered'],
    ['a time before the shift', { startsAt: at('08:45') }, 'slot-not-offered'],
    ['a time that would end after the shift', { startsAt: at('11:45'), people: 2 }, 'slot-not-offered'],
    ['another day than that of the time', { day: '2026-05-06' }, 'slot-not-offered'],
    ['a day that is none', { day: '2026-02-30' }, 'slot-not-offered'],
    ['no time at all', { startsAt: Number.NaN }, 'slot-not-offered'],
    ['the end of time', { startsAt: Number.POSITIVE_INFINITY }, 'slot-not-offered'],
    ['a channel that no shift is open to', { channel: 'partner' }, 'slot-not-offered'],
    ['something unknown to replace', { replaces: { pointId: 'aalter', id: 'nobody' } }, 'appointment-unknown'],
  ])('refuses %s', (_, changed, refused) => {
    const calendar = calendarOf({ fromDay: day, shifts: [shift('a', { channels: ['web'] })] })
    expect(code(hold(calendar, wish(calendar, day, '10:00', changed), now))).toBe(refused)
  })

  test('a loser is told the next best times', () => {
    const calendar = oneLane()
    booked(calendar, '10:00')
    const lost = hold(calendar, wish(calendar, day, '10:00'), now) as Refusal
    expect(lost.refused).toBe('slot-taken')
    expect(lost.details.next).toEqual(['2026-05-05T07:45:00.000Z', '2026-05-05T08:15:00.000Z', '2026-05-05T07:30:00.000Z'])
  })

  test('whoever asks next gets the slot of a hold past its time, which expires in the same change', () => {
    const calendar = oneLane()
    const first = held(calendar, '10:00')
    expect(code(hold(calendar, wish(calendar, day, '10:00'), later(10) - 1))).toBe('slot-taken')
    const change = apply(calendar, hold(calendar, wish(calendar, day, '10:00'), later(10)))
    expect(change.appointments.map((a) => [a.id === first.id, a.state])).toEqual([
      [true, 'expired'],
      [false, 'held'],
    ])
    expect(change.shiftDays).toHaveLength(1)
    expect(busy(calendar)).toBe(3)
  })

  test('a visit holds one slot: another choice lets the first go, also where the two overlap', () => {
    const calendar = oneLane()
    const first = held(calendar, '10:00', { visitId: 'v', people: 2 })
    const second = held(calendar, '10:15', { visitId: 'v', people: 2 })
    expect(appointmentOf(calendar, first.id)).toMatchObject({ state: 'cancelled', until: null })
    expect(second.state).toBe('held')
    expect(busy(calendar)).toBe(5)
  })

  test('a visit that is booked is not booked twice', () => {
    const calendar = oneLane()
    const first = booked(calendar, '10:00', { visitId: 'v' })
    const refusal = hold(calendar, wish(calendar, day, '11:00', { visitId: 'v' }), now) as Refusal
    expect(refusal).toEqual({ refused: 'limit-reached', details: { appointmentId: first.id } })
  })

  test('the same id is not used twice', () => {
    const calendar = oneLane()
    const first = held(calendar, '10:00')
    expect(code(hold(calendar, wish(calendar, day, '11:00', { id: first.id }), now))).toBe('wrong-appointment-state')
  })
})

describe('placing', () => {
  test('where the smallest gap is left', () => {
    const calendar = calendarOf({ fromDay: day, shifts: [shift('a'), shift('b', { from: '10:00', until: '10:30' })] })
    expect(held(calendar, '10:00').shiftId).toBe('b')
    expect(held(calendar, '10:15').shiftId).toBe('b')
    expect(held(calendar, '10:15').shiftId).toBe('a')
  })

  test('then on the shift with fewest services, then by id', () => {
    const calendar = calendarOf({
      fromDay: day,
      shifts: [shift('c', { serviceIds: ['passport'] }), shift('b', { serviceIds: ['passport'] }), shift('a')],
    })
    expect(['10:00', '10:00', '10:00'].map((time) => held(calendar, time).shiftId)).toEqual(['b', 'c', 'a'])
  })

  test('on an overbooking lane only when no other is free', () => {
    const calendar = calendarOf({ fromDay: day, shifts: [shift('a', { kind: 'overbooking', from: '10:00', until: '10:15' }), shift('b')] })
    expect(['10:00', '10:00'].map((time) => held(calendar, time).shiftId)).toEqual(['b', 'a'])
  })

  test('a lane must have all services of a visit', () => {
    const calendar = calendarOf({
      fromDay: day,
      shifts: [shift('a', { serviceIds: ['passport'] }), shift('b', { serviceIds: ['moving'] }), shift('c')],
    })
    expect(held(calendar, '10:00', { serviceIds: ['moving', 'passport'] }).shiftId).toBe('c')
    expect(code(hold(calendar, wish(calendar, day, '10:00', { serviceIds: ['moving', 'passport'] }), now))).toBe('slot-taken')
  })

  test('a sitting counts people, and gives their places back', () => {
    const seats = shift('a', { kind: 'seats', seats: 3, from: '14:00', until: '15:00', serviceIds: ['course'] })
    const calendar = calendarOf({ fromDay: day, shifts: [seats] })
    const course = (people: number) => wish(calendar, day, '14:00', { serviceIds: ['course'], people })
    const { answer } = apply(calendar, bookNow(calendar, course(2), now))
    expect(code(hold(calendar, course(2), now))).toBe('slot-taken')
    apply(calendar, hold(calendar, course(1), now))
    expect(calendar.shiftDays.get(shiftDayKey('a', day))?.taken).toEqual({ 168: 3 })
    apply(calendar, cancel(calendar, { ...by(answer.appointmentId), coolMinutes: 0 }, now))
    expect(calendar.shiftDays.get(shiftDayKey('a', day))?.taken).toEqual({ 168: 1 })
    expect(busy(calendar)).toBe(0)
  })
})

describe('booking what is held', () => {
  test('it stands without an end', () => {
    const calendar = oneLane()
    const a = held(calendar, '10:00')
    apply(calendar, book(calendar, by(a.id), later(9)))
    expect(appointmentOf(calendar, a.id)).toMatchObject({ state: 'booked', until: null, sequence: 0 })
    expect(book(calendar, by(a.id), later(9))).toMatchObject({
      appointments: [],
      shiftDays: [],
      history: [],
      answer: { appointmentId: a.id },
    })
  })

  test('a hold past its time is still booked while nobody took its slot', () => {
    const calendar = oneLane()
    const late = held(calendar, '10:00')
    apply(calendar, book(calendar, by(late.id), later(11)))
    const gone = held(calendar, '10:15')
    apply(calendar, expire(calendar, { appointmentId: gone.id, actor: job }, later(10)))
    expect(busy(calendar)).toBe(3)
    apply(calendar, book(calendar, by(gone.id), later(12)))
    expect(appointmentOf(calendar, gone.id).state).toBe('booked')
    expect(busy(calendar)).toBe(6)
  })

  test('an expired hold whose slot is taken is told so, with the next best', () => {
    const calendar = oneLane()
    const gone = held(calendar, '10:00')
    apply(calendar, expire(calendar, { appointmentId: gone.id, actor: job }, later(10)))
    apply(calendar, bookNow(calendar, wish(calendar, day, '10:00'), later(10)))
    const refusal = book(calendar, by(gone.id), later(11)) as Refusal
    expect(refusal.refused).toBe('hold-expired')
    expect(refusal.details.next).toHaveLength(3)
  })

  test('a hold is not booked once its time has begun and it is past its own', () => {
    const calendar = oneLane()
    const a = held(calendar, '10:00')
    expect(code(book(calendar, by(a.id), at('10:00') + 1))).toBe('hold-expired')
  })

  test('unconfirmed it stands for a while, and is confirmed once', () => {
    const calendar = oneLane()
    const a = held(calendar, '10:00')
    apply(calendar, book(calendar, { ...by(a.id), confirmMinutes: 30 }, now))
    expect(appointmentOf(calendar, a.id)).toMatchObject({ state: 'unconfirmed', until: later(30) })
    apply(calendar, confirm(calendar, by(a.id), later(29)))
    expect(appointmentOf(calendar, a.id)).toMatchObject({ state: 'booked', until: null })
    expect(code(confirm(calendar, by(a.id), later(60)))).toBe('done')
    expect(busy(calendar)).toBe(3)
  })

  test('one that nobody confirmed goes free', () => {
    const calendar = oneLane()
    const a = booked(calendar, '10:00', { confirmMinutes: 30 })
    expect(dueWork(calendar, later(29))).toEqual([])
    expect(dueWork(calendar, later(30))).toEqual([{ appointmentId: a.id, act: 'expire' }])
    apply(calendar, expire(calendar, by(a.id), later(30)))
    expect(busy(calendar)).toBe(0)
    expect(code(confirm(calendar, by(a.id), later(31)))).toBe('hold-expired')
  })
})

describe('cancelling', () => {
  test('a booked slot cools, then returns, and goes free once only', () => {
    const calendar = oneLane()
    const a = booked(calendar, '10:00')
    apply(calendar, cancel(calendar, by(a.id), now))
    expect(appointmentOf(calendar, a.id)).toMatchObject({ state: 'cancelled', until: later(30), sequence: 1 })
    expect(busy(calendar)).toBe(3)
    expect(code(release(calendar, by(a.id), later(29)))).toBe('too-early')
    expect(dueWork(calendar, later(30))).toEqual([{ appointmentId: a.id, act: 'release' }])
    apply(calendar, release(calendar, by(a.id), later(30)))
    expect(busy(calendar)).toBe(0)
    const other = booked(calendar, '10:00')
    for (const again of [cancel(calendar, by(a.id), later(40)), release(calendar, by(a.id), later(40))])
      applyToCalendar(calendar, again as never)
    expect(busy(calendar)).toBe(3)
    expect(appointmentOf(calendar, other.id).state).toBe('booked')
  })

  test('a hold goes free at once', () => {
    const calendar = oneLane()
    const a = held(calendar, '10:00')
    apply(calendar, cancel(calendar, by(a.id), now))
    expect(busy(calendar)).toBe(0)
    expect(freeSlots(calendar, { serviceIds: ['passport'], people: 1, channel: 'web', day, now })).toHaveLength(12)
  })

  test('whoever asks next gets a slot that has cooled', () => {
    const calendar = oneLane()
    const a = booked(calendar, '10:00')
    apply(calendar, cancel(calendar, { ...by(a.id), coolMinutes: 5 }, now))
    expect(code(hold(calendar, wish(calendar, day, '10:00'), later(4)))).toBe('slot-taken')
    const change = apply(calendar, hold(calendar, wish(calendar, day, '10:00'), later(5)))
    expect(change.history.map((l) => l.act)).toEqual(['release', 'hold'])
    expect(busy(calendar)).toBe(3)
  })
})

describe('moving', () => {
  test('the visit keeps its id, reference and link; the old time cools; SEQUENCE goes up', () => {
    const calendar = oneLane()
    const old = booked(calendar, '10:00', { visitId: 'v', generation: 4 })
    const change = apply(
      calendar,
      move(calendar, { id: 'new', replaces: { pointId: 'aalter', id: old.id }, day, startsAt: at('11:00'), actor: visitor }, now),
    )
    expect(change.appointments.map((a) => [a.id, a.state, a.until])).toEqual([
      ['new', 'booked', null],
      [old.id, 'cancelled', later(30)],
    ])
    expect(appointmentOf(calendar, 'new')).toMatchObject({
      visitId: 'v',
      reference: old.reference,
      generation: 4,
      sequence: 1,
      people: 1,
      wallTime: '11:00',
    })
    expect(change.history.map((l) => [l.act, l.what.reason])).toEqual([
      ['move', undefined],
      ['cancel', 'moved'],
    ])
  })

  test('held first, the old time is let go only once the new one is booked', () => {
    const calendar = oneLane()
    const old = booked(calendar, '10:00', { visitId: 'v' })
    const next = held(calendar, '11:00', { visitId: 'v', replaces: { pointId: 'aalter', id: old.id } })
    const other = held(calendar, '11:15', { visitId: 'v', replaces: { pointId: 'aalter', id: next.id } })
    expect(appointmentOf(calendar, next.id).state).toBe('cancelled')
    expect(other.replaces).toEqual({ pointId: 'aalter', id: old.id })
    expect(appointmentOf(calendar, old.id).state).toBe('booked')
    apply(calendar, book(calendar, by(other.id), now))
    expect(appointmentOf(calendar, old.id).state).toBe('cancelled')
    expect(appointmentOf(calendar, other.id)).toMatchObject({ state: 'booked', sequence: 1 })
  })

  test('to another point: the new place first, then the old one is cancelled there', () => {
    const here = oneLane()
    const there = calendarOf({ fromDay: day, shifts: [shift('b')], pointId: 'deinze' })
    const old = booked(here, '10:00')
    const request = { id: 'new', replaces: { pointId: 'aalter', id: old.id }, carried: old, day, startsAt: at('10:00'), actor: visitor }
    apply(there, move(there, request, now))
    expect(appointmentOf(there, 'new')).toMatchObject({ visitId: old.visitId, sequence: 1, replaces: { pointId: 'aalter', id: old.id } })
    apply(here, cancel(here, { ...by(old.id), reason: 'moved' }, now))
    expect(appointmentOf(here, old.id)).toMatchObject({ state: 'cancelled', sequence: 0 })
    expect(code(cancel(here, { ...by(old.id), reason: 'moved' }, now))).toBe('done')
  })

  test('by less than its own length on the only lane: it takes the place of its own old time, which does not cool', () => {
    const calendar = oneLane()
    const old = booked(calendar, '10:00', { people: 2 })
    booked(calendar, '10:45', { people: 2 })
    const to = (time: string) =>
      move(calendar, { id: time, replaces: { pointId: 'aalter', id: old.id }, day, startsAt: at(time), actor: visitor }, now)
    const shown = (without: Appointment[]) =>
      freeSlots(calendar, { ...wish(calendar, day, '10:00', { people: 2 }), day, now, without }).map((s) => s.wallTime)
    expect([shown([]).includes('10:15'), shown([old]).includes('10:15')]).toEqual([false, true])
    expect(code(to('10:30'))).toBe('slot-taken')
    const change = apply(calendar, to('10:15'))
    expect(change.appointments.map((a) => [a.id, a.state, a.until])).toEqual([
      [old.id, 'cancelled', null],
      ['10:15', 'booked', null],
    ])
    expect(change.history.map((l) => [l.act, l.what.reason])).toEqual([
      ['cancel', 'moved'],
      ['move', undefined],
    ])
    expect(busy(calendar)).toBe(10)
  })

  test('where the new time is taken, the old one stays', () => {
    const calendar = oneLane()
    const old = booked(calendar, '10:00')
    booked(calendar, '11:00')
    const refused = move(
      calendar,
      { id: 'new', replaces: { pointId: 'aalter', id: old.id }, day, startsAt: at('11:00'), actor: visitor },
      now,
    )
    expect(code(refused)).toBe('slot-taken')
    expect(appointmentOf(calendar, old.id).state).toBe('booked')
  })
})

describe('coming or not', () => {
  test('nobody is missed before the time', () => {
    const calendar = oneLane()
    const a = booked(calendar, '10:00')
    expect(code(missAppointment(calendar, by(a.id), at('10:00') - 1))).toBe('too-early')
    apply(calendar, missAppointment(calendar, by(a.id), at('10:00')))
    expect(appointmentOf(calendar, a.id).state).toBe('missed')
    expect(busy(calendar)).toBe(3)
    expect(code(cancel(calendar, by(a.id), at('10:01')))).toBe('wrong-appointment-state')
  })

  test('an arrival that is taken back is booked again', () => {
    const calendar = oneLane()
    const a = booked(calendar, '10:00')
    applyToCalendar(calendar, { shiftDays: [], dropped: [], appointments: [{ ...a, state: 'arrived', ticketId: 't' }], history: [] })
    apply(calendar, unarriveAppointment(calendar, by(a.id), now))
    expect(appointmentOf(calendar, a.id)).toMatchObject({ state: 'booked', ticketId: null })
  })
})
