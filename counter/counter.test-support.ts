import type { Counter, HallList, HallTicket } from './possible.ts'

/** A ticket as the hall gives it, taken at 10:30 and waiting, changed where a test says so. */
export const ticket = (change: Partial<HallTicket> = {}): HallTicket => ({
  id: '01980000-0000-7000-8000-000000000042',
  label: 'A\u2009042',
  state: 'waiting',
  serviceIds: ['passport'],
  people: 1,
  language: 'nl',
  priority: 0,
  rankAt: '2026-11-24T09:30:00.000Z',
  takenAt: '2026-11-24T09:30:00.000Z',
  appointmentAt: null,
  counter: null,
  onlyCounter: null,
  calls: 0,
  calledAt: null,
  startedAt: null,
  said: null,
  reason: null,
  ...change,
})

/** Counter 3 of a hall at 10:42 in Aalter: open, mine, nobody there and one who waits. */
export function list(change: Partial<HallList> = {}, counter: Partial<Counter> = {}): HallList {
  const waiting = [ticket({ id: '01980000-0000-7000-8000-000000000043', label: 'A\u2009043' })]
  return {
    version: 1,
    at: '2026-11-24T09:42:00.000Z',
    point: { id: 'aalter', name: 'Stadskantoor Aalter', zone: 'Europe/Brussels' },
    waitLimitMinutes: 20,
    counters: [
      { id: 3, state: 'open', serviceIds: ['passport'], ticketLabel: null, mine: true, taken: false, takenBy: null, ...counter },
      { id: 4, state: 'open', serviceIds: ['passport'], ticketLabel: null, mine: false, taken: true, takenBy: null },
    ],
    services: [
      {
        id: 'passport',
        names: { nl: 'Paspoort', en: 'Passport', ar: 'جواز سفر' },
        bring: { nl: ['oude paspoort'], en: ['old passport'], ar: ['جواز السفر القديم'] },
      },
    ],
    current: null,
    waiting,
    others: [],
    next: { ticketId: waiting[0]!.id, why: { code: 'first', figures: { minutes: 12 } } },
    parked: [],
    missed: [],
    canUndo: null,
    points: [{ id: 'deinze', name: 'Bibliotheek Deinze' }],
    ...change,
  }
}
