import { expect, test } from 'vitest'
import { checkSum, linesOf, readJournal } from './journal.ts'
import { condensed, type Entry, emptyMemory, remember } from './records.ts'

const id = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`
const intent = (n: number): Entry => ({
  ...{ t: 'intent', id: id(n), how: 'take', pointId: 'aalter', serviceIds: ['passport'], people: 1, language: 'ar', diversionId: null },
  ...{ boot: 'a', monoMs: n * 1000, at: 1_700_000_000_000 + n },
})
const entries: Entry[] = [
  intent(1),
  { t: 'normal', id: id(1), label: 'A\u2009042' },
  { t: 'printing', id: id(1) },
  { t: 'print-ended', id: id(1), outcome: 'printed' },
  intent(2),
  { t: 'emergency', id: id(2), day: '2026-11-24', kiosk: 2, number: 7 },
]

test('the check sum is the CRC-32 that everybody knows', () => {
  expect(checkSum(new TextEncoder().encode('123456789'))).toBe('cbf43926')
})

test('what is written is read again, thin spaces and all', () => {
  expect(readJournal(linesOf(entries))).toEqual({ entries, torn: false })
})

test('torn at any byte it gives every entry before the tear and says that it is torn', () => {
  const bytes = linesOf(entries)
  const ends = entries.map((_, n) => linesOf(entries.slice(0, n + 1)).length)
  for (let length = 0; length <= bytes.length; length++) {
    const whole = ends.filter((end) => end <= length).length
    const isWhole = length === 0 || ends.includes(length)
    expect(readJournal(bytes.slice(0, length))).toEqual({ entries: entries.slice(0, whole), torn: !isWhole })
  }
})

test('a byte changed anywhere costs that one entry, or is seen', () => {
  const bytes = linesOf(entries)
  for (let n = 0; n < bytes.length; n++) {
    const damaged = bytes.slice()
    damaged[n] = damaged[n]! ^ 0x11
    const read = readJournal(damaged)
    expect(read.torn).toBe(true)
    expect(read.entries.length).toBeGreaterThanOrEqual(entries.length - 2)
    for (const entry of read.entries) expect(entries).toContainEqual(entry)
  }
})

test('an entry after a torn one, on a line of its own, is read', () => {
  const torn = linesOf(entries).slice(0, -9)
  const more = new Uint8Array([...torn, 10, ...linesOf([{ t: 'void', id: id(2) }])])
  expect(readJournal(more)).toEqual({ entries: [...entries.slice(0, -1), { t: 'void', id: id(2) }], torn: true })
})

test('a journal written anew says the same', () => {
  const all: Entry[] = [
    ...entries,
    { t: 'printing', id: id(2) },
    { t: 'print-ended', id: id(2), outcome: 'unknown' },
    { t: 'printing', id: id(2) },
    { t: 'print-ended', id: id(2), outcome: 'paper-out' },
    { t: 'handed-in', id: id(2), outcome: 'merged' },
    intent(3),
    { t: 'refused', id: id(3), code: 'point-closed' },
    intent(4),
    { t: 'void', id: id(4) },
    { t: 'floor', day: '2026-11-24', number: 31 },
    intent(5),
    { t: 'printing', id: id(5) },
  ]
  const memory = remember(emptyMemory, all)
  expect(
    remember(
      emptyMemory,
      condensed(memory, () => true),
    ),
  ).toEqual(memory)
  expect(memory.last).toBe(31)
})

test('numbers of the day go up, and a new day begins anew', () => {
  const on = (day: string, number: number): Entry => ({ t: 'floor', day, number })
  expect(remember(emptyMemory, [on('2026-11-24', 9), on('2026-11-24', 4)])).toMatchObject({ day: '2026-11-24', last: 9 })
  expect(remember(emptyMemory, [on('2026-11-24', 9), on('2026-11-25', 1)])).toMatchObject({ day: '2026-11-25', last: 1 })
  expect(remember(emptyMemory, [on('2026-11-25', 1), on('2026-11-24', 9)])).toMatchObject({ day: '2026-11-25', last: 1 })
})
