import { expect, test } from 'vitest'
import { appointmentActs, appointmentMoves } from './appointment-moves.ts'
import { missAppointment, unarriveAppointment } from './attend.ts'
import { book, bookNow, confirm } from './book.ts'
import { apply, appointmentOf, calendarOf, shift, visitor, wish } from './calendar.test-support.ts'
import { appointmentStates, putAppointment } from './calendar.ts'
import { cancel, expire, release } from './cancel.ts'
import { isRefusal } from './refusal.ts'
import { instantOf } from './time.ts'

const day = '2026-05-05'
const now = instantOf(day, '10:05', 'Europe/Amsterdam')

test('every state says what every act does to it', () => {
  for (const state of appointmentStates) {
    expect(Object.keys(appointmentMoves[state]).sort()).toEqual([...appointmentActs].sort())
    for (const act of appointmentActs) expect([...appointmentStates, 'same', null]).toContain(appointmentMoves[state][act])
  }
})

test('cancelled and missed are final', () => {
  for (const act of appointmentActs) {
    expect(['cancelled', 'same', null]).toContain(appointmentMoves.cancelled[act])
    expect(['same', null]).toContain(appointmentMoves.missed[act])
  }
})

test('the verbs do what the table says, for every state and act', () => {
  const verbs = {
    book,
    confirm,
    cancel,
    expire,
    release,
    unarrive: unarriveAppointment,
    miss: missAppointment,
    'ask-confirmation': (...[calendar, request, at]: Parameters<typeof book>) => book(calendar, { ...request, confirmMinutes: 10 }, at),
    move: (...[calendar, request, at]: Parameters<typeof cancel>) => cancel(calendar, { ...request, reason: 'moved' }, at),
  }
  for (const state of appointmentStates)
    for (const act of appointmentActs) {
      if (act === 'arrive') continue
      const calendar = calendarOf({ fromDay: day, shifts: [shift('a')] })
      const { answer } = apply(calendar, bookNow(calendar, wish(calendar, day, '10:15'), 0))
      const a = appointmentOf(calendar, answer.appointmentId)
      const startsAt = act === 'miss' ? now - 1 : a.startsAt
      const pending = state === 'held' || state === 'unconfirmed' || state === 'cancelled'
      putAppointment(calendar, { ...a, state, startsAt, until: pending ? now - 1 : null, ticketId: state === 'arrived' ? 't' : null })
      if (state === 'expired') for (const lane of calendar.shiftDays.values()) lane.busy.fill(0)
      const next = appointmentMoves[state][act]
      const decision = verbs[act](calendar, { appointmentId: a.id, actor: visitor }, now)
      const said = `${state} ${act}`
      if (isRefusal(decision)) {
        expect(next, said).toBeNull()
        expect(decision.refused, said).toBe(said === 'expired confirm' ? 'hold-expired' : 'wrong-appointment-state')
      } else if (next === 'same') expect(decision.appointments, said).toEqual([])
      else expect(decision.appointments.at(-1)?.state, said).toBe(next)
    }
})
