import { describe, expect, test } from 'vitest'
import { type Diversion, forBookings, mayBeAsked, mayStand, offerOf } from './diversion.ts'
import { at } from './hall.test-support.ts'

const diversion = (given: Partial<Diversion> = {}): Diversion => ({
  id: 'd1',
  fromPointId: 'aalter',
  toPointId: 'brugge',
  serviceIds: [],
  startedAt: at(0),
  until: at(60),
  minGainMinutes: 10,
  concerns: 'walk-ins',
  ...given,
})
const range = (fromMinutes: number, untilMinutes: number) => ({ fromMinutes, untilMinutes })
const asked = (given: object = {}) => ({
  pointId: 'aalter',
  serviceIds: ['passport'],
  waitHere: range(30, 60),
  there: () => ({ wait: range(0, 5), distanceKm: 1 }),
  now: at(10),
  ...given,
})

describe('an offer', () => {
  test('says how far, how long and what it gains', () => {
    expect(offerOf([diversion()], asked())).toEqual({
      diversionId: 'd1',
      toPointId: 'brugge',
      distanceKm: 1,
      travelMinutes: 16,
      by: 'walk',
      waitHere: range(30, 60),
      waitThere: range(0, 5),
      gainMinutes: 29,
    })
  })

  test.each([
    ['the point is another', {}, { pointId: 'gent' }],
    ['it has not begun', { startedAt: at(11) }, {}],
    ['it is over', { until: at(10) }, {}],
    ['it is for other services', { serviceIds: ['permit'] }, {}],
    ['it is for some of the services only', { serviceIds: ['permit'] }, { serviceIds: ['permit', 'passport'] }],
    ['it concerns bookings only', { concerns: 'bookings' as const }, {}],
    ['the gain is too small', { minGainMinutes: 30 }, {}],
    ['the way is longer than the wait', { minGainMinutes: 0 }, { there: () => ({ wait: range(0, 5), distanceKm: 40 }) }],
    ['nobody there serves it', {}, { there: () => ({ wait: null, distanceKm: 1 }) }],
    ['nothing is known of the other point', {}, { there: () => null }],
  ])('is not made when %s', (_, given, ask) => {
    expect(offerOf([diversion(given)], asked(ask))).toBeNull()
  })

  test('a long wait there counts, not only the way', () => {
    expect(offerOf([diversion()], asked({ there: () => ({ wait: range(20, 40), distanceKm: 1 }) }))?.gainMinutes).toBe(15)
  })

  test('where nobody here serves it, the longest wait counts', () => {
    expect(offerOf([diversion()], asked({ waitHere: null }))).toMatchObject({ waitHere: range(120, 240), gainMinutes: 164 })
  })

  test('the best of several is offered', () => {
    const near = diversion({ id: 'd2', toPointId: 'gent' })
    const there = (id: string) => ({ wait: range(0, 5), distanceKm: id === 'gent' ? 0.3 : 5 })
    expect(offerOf([diversion(), near], asked({ there }))?.diversionId).toBe('d2')
    expect(offerOf([near, diversion()], asked({ there }))?.diversionId).toBe('d2')
  })
})

describe('a diversion may stand', () => {
  test.each<[string, Partial<Diversion>, Diversion[], string | null]>([
    ['alone', {}, [], null],
    ['not to its own point', { toPointId: 'aalter' }, [], 'no-transfer-target'],
    ['not when it is over', { until: at(5) }, [], 'in-the-past'],
    ['for a month', { until: at(31 * 24 * 60) }, [], null],
    ['not for ever', { until: at(32 * 24 * 60) }, [], 'plan-invalid'],
    ['not back where one comes from', {}, [diversion({ id: 'd2', fromPointId: 'brugge', toPointId: 'aalter' })], 'no-transfer-target'],
    [
      'not on to a point that diverts itself',
      {},
      [diversion({ id: 'd2', fromPointId: 'brugge', toPointId: 'gent' })],
      'no-transfer-target',
    ],
    [
      'not from a point that others are sent to',
      {},
      [diversion({ id: 'd2', fromPointId: 'gent', toPointId: 'aalter' })],
      'no-transfer-target',
    ],
    [
      'beside one of other services',
      { serviceIds: ['permit'] },
      [diversion({ id: 'd2', fromPointId: 'brugge', toPointId: 'aalter', serviceIds: ['parking'] })],
      null,
    ],
    ['after one that is over', {}, [diversion({ id: 'd2', fromPointId: 'brugge', toPointId: 'aalter', until: at(10) })], null],
    ['beside another with the same target', {}, [diversion({ id: 'd2', fromPointId: 'gent' })], null],
    ['beside itself as it was', {}, [diversion()], null],
  ])('%s', (_, given, others, code) => {
    expect(mayStand(diversion(given), others, at(10))?.refused ?? null).toBe(code)
  })
})

describe('for bookings', () => {
  const both = diversion({ id: 'd2', concerns: 'both', startedAt: at(5) })
  const bookings = diversion({ id: 'd3', concerns: 'bookings', serviceIds: ['passport'] })

  test('the diversions that concern them and their services, the latest begun first', () => {
    const all = [diversion(), bookings, both]
    const asked = { pointId: 'aalter', serviceIds: ['passport'], now: at(10) }
    expect(forBookings(all, asked).map((d) => d.id)).toEqual(['d2', 'd3'])
    expect(forBookings(all, { ...asked, serviceIds: ['permit'] }).map((d) => d.id)).toEqual(['d2'])
    expect(forBookings(all, { ...asked, pointId: 'brugge' })).toEqual([])
    expect(forBookings(all, { ...asked, now: at(60) })).toEqual([])
  })

  test.each([
    ['one within the span', {}, true],
    ['one that begins when it ends', { startsAt: at(60) }, false],
    ['one that has begun', { startsAt: at(10) }, false],
    ['one that was cancelled', { state: 'cancelled' }, false],
    ['one that has arrived', { state: 'arrived' }, false],
    ['one for another service too', { serviceIds: ['passport', 'permit'] }, false],
  ] as const)('%s may be asked: %s', (_, changed, may) => {
    const booked = { state: 'booked' as const, startsAt: at(30), serviceIds: ['passport'], ...changed }
    expect(mayBeAsked(bookings, booked, at(10))).toBe(may)
    expect(mayBeAsked({ ...bookings, concerns: 'walk-ins' }, booked, at(10))).toBe(false)
  })
})
