import { describe, expect, test } from 'vitest'
import { desksOf, draftOf, faultsOf, givenOf, hoursOf, nextSpan, type ShiftRow, timeOf, withDayCopied } from './draft.ts'

const shift = (id: string, changed: Partial<ShiftRow> = {}): ShiftRow => ({
  id,
  kind: 'counter',
  weekdays: [1, 2],
  from: '09:00',
  until: '12:00',
  firstDay: '2026-03-24',
  lastDay: null,
  services: ['passport'],
  channels: [],
  seats: 0,
  ...changed,
})
const openings = {
  week: [
    { weekday: 2, from: '13:00', until: '17:00' },
    { weekday: 2, from: '09:00', until: '12:00' },
  ],
  exceptions: [{ day: '2026-05-01', spans: [{ from: '10:00', until: '12:00' }], note: 'Feest' }],
  holidays: ['2026-04-25', '2026-05-01'],
}

describe('a plan as it is edited', () => {
  test('has days that are different and holidays in one list, and is asked for as it came', () => {
    const draft = draftOf({ openings, shifts: [shift('a')] })
    expect(draft.special.map((s) => [s.day, s.holiday])).toEqual([
      ['2026-04-25', true],
      ['2026-05-01', false],
    ])
    const given = givenOf(draft)
    expect(given.openings.holidays).toEqual(['2026-04-25'])
    expect(given.openings.exceptions).toEqual([{ day: '2026-05-01', spans: [{ from: '10:00', until: '12:00' }], note: 'Feest' }])
    expect(given.openings.week.map((w) => w.from)).toEqual(['09:00', '13:00'])
    expect(givenOf(draftOf({ openings: { ...openings, holidays: ['2026-04-25'] }, shifts: [] })).openings.exceptions).toEqual(
      openings.exceptions,
    )
  })

  test('a holiday that gets times or a note is a day that is different', () => {
    const draft = draftOf({ openings, shifts: [] })
    draft.special[0]!.note = 'Dag van de vrijheid'
    expect(givenOf(draft).openings).toMatchObject({ holidays: [], exceptions: [{ day: '2026-04-25', note: 'Dag van de vrijheid' }, {}] })
  })

  test('says where it could never be saved', () => {
    const draft = draftOf({
      openings,
      shifts: [shift('a', { until: '08:00' }), shift('b', { weekdays: [] }), shift('c', { kind: 'seats' })],
    })
    draft.week[0]!.until = '08:00'
    draft.special.push({ day: '2026-05-01', spans: [], note: '', holiday: false }, { day: '', spans: [], note: '', holiday: false })
    const faults = faultsOf(draft)
    expect([...faults.week]).toEqual([0])
    expect([...faults.special]).toEqual([
      [2, 'twice'],
      [3, 'day'],
    ])
    expect([...faults.shifts]).toEqual([
      ['a', 'until'],
      ['b', 'weekdays'],
      ['c', 'seats'],
    ])
  })
})

test('a day is copied over others, whatever they had', () => {
  const week = [...openings.week, { weekday: 3, from: '06:00', until: '07:00' }]
  expect(withDayCopied(week, 2, [2, 3, 4]).map((w) => `${w.weekday} ${w.from}`)).toEqual([
    '2 09:00',
    '2 13:00',
    '3 09:00',
    '3 13:00',
    '4 09:00',
    '4 13:00',
  ])
  expect(withDayCopied(week, 1, [2])).toEqual([{ weekday: 3, from: '06:00', until: '07:00' }])
})

test('a time that is added comes after a break, and never past midnight', () => {
  expect(nextSpan([])).toEqual({ from: '09:00', until: '17:00' })
  expect(nextSpan([{ from: '09:00', until: '12:30' }])).toEqual({ from: '13:30', until: '15:30' })
  expect(nextSpan([{ from: '09:00', until: '22:00' }])).toEqual({ from: '23:00', until: '24:00' })
  expect(nextSpan([{ from: '09:00', until: '23:30' }])).toEqual({ from: '09:00', until: '17:00' })
})

test('shifts share a counter where one begins when the other has ended', () => {
  const shifts = [
    shift('a'),
    shift('b', { from: '11:00', until: '15:00' }),
    shift('c', { from: '12:00', until: '17:00' }),
    shift('d', { weekdays: [5] }),
    shift('e', { lastDay: '2026-03-24' }),
    shift('f', { firstDay: '2026-06-01' }),
    shift('g', { lastDay: '2026-05-31', from: '15:00', until: '16:00' }),
  ]
  expect(desksOf(shifts, 1, '2026-03-25').map((desk) => desk.map((s) => s.id).join(''))).toEqual(['ac', 'fg', 'b'])
})

test('the hours of a day hold every time, and the office hours at least', () => {
  expect(hoursOf([])).toEqual({ from: 480, until: 1080 })
  expect(hoursOf([{ from: '06:50', until: '19:10' }])).toEqual({ from: 360, until: 1200 })
})

test.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['9.30', '09:30'],
  ['9u30', '09:30'],
  ['0900', '09:00'],
  ['24', '24:00'],
  [' 17:05 ', '17:05'],
  ['٠٩:٣٠', '09:30'],
  ['25:00', '25:00'],
  ['noon', 'noon'],
  ['', ''],
])('%s is typed for %s', (typed, time) => expect(timeOf(typed)).toBe(time))
