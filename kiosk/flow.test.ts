import { expect, test } from 'vitest'
import { type Act, firstFlow, flowAfter, hasBack, isFresh, type Page, perPage } from './flow.ts'
import { idleMs, idleness, warnMs } from './idle.ts'
import { noReading, readerAfter } from './reader.ts'

const after = (...acts: Act[]) => acts.reduce(flowAfter, firstFlow('key', 'nl'))
const go = (page: Page): Act => ({ do: 'go', page })
const people: Page = { at: 'people', serviceId: 'passport' }

test('a number is two presses away, and one more in another language', () => {
  const flow = after({ do: 'speak', language: 'ar' }, go(people), go({ at: 'busy' }))
  expect(flow).toMatchObject({ language: 'ar', key: 'key', page: { at: 'busy' } })
})

test('back leads to where one was, page by page, and never out of a busy page or away from a number', () => {
  const second: Page = { at: 'start', from: 6 }
  const flow = after(go(second), go(people))
  expect(flowAfter(flow, { do: 'back' }).page).toEqual(second)
  expect(flowAfter(flowAfter(flow, { do: 'back' }), { do: 'back' }).page).toEqual({ at: 'start', from: 0 })
  expect(hasBack(firstFlow('key', 'nl'))).toBe(false)
  const busy = flowAfter(flow, go({ at: 'busy' }))
  expect(flowAfter(busy, { do: 'back' })).toBe(busy)
  expect(hasBack(busy)).toBe(false)
  expect(hasBack(flowAfter(busy, go({ at: 'ticket', id: 'key' })))).toBe(false)
})

test('a code has eight signs, can be erased, and is forgotten on the way back', () => {
  const typed = after(go({ at: 'code' }), ...[...'K7PM2XQ4Y'].map((sign): Act => ({ do: 'type', sign })))
  expect(typed.code).toBe('K7PM2XQ4')
  expect(flowAfter(typed, { do: 'erase' }).code).toBe('K7PM2XQ')
  expect(flowAfter(typed, { do: 'back' }).code).toBe('')
  const wrong = flowAfter(typed, { do: 'wrong-code' })
  expect(wrong.wrongCode).toBe(true)
  expect(flowAfter(wrong, { do: 'erase' }).wrongCode).toBe(false)
})

test('the next visitor finds nothing of the one before', () => {
  const used = after({ do: 'larger' }, { do: 'lower' }, { do: 'speak', language: 'ar' }, go({ at: 'code' }), { do: 'type', sign: 'K' })
  expect(isFresh(used, 'nl')).toBe(false)
  const next = flowAfter(used, { do: 'over', key: 'next', language: 'nl' })
  expect(next).toEqual(firstFlow('next', 'nl'))
  expect(isFresh(next, 'nl')).toBe(true)
})

test('the same visitor who begins again keeps language, letters and reach', () => {
  const used = after({ do: 'larger' }, { do: 'lower' }, { do: 'speak', language: 'ar' }, go({ at: 'code' }))
  expect(flowAfter(used, { do: 'again', key: 'next' })).toMatchObject({
    language: 'ar',
    size: 1,
    low: true,
    key: 'next',
    page: { at: 'start', from: 0 },
  })
})

test('letters grow twice and are then small again; fewer choices stand on a page', () => {
  expect(after({ do: 'larger' }, { do: 'larger' }).size).toBe(2)
  expect(after({ do: 'larger' }, { do: 'larger' }, { do: 'larger' }).size).toBe(0)
  expect([0, 1, 2].map((size) => perPage(size, false))).toEqual([6, 4, 2])
})

test('somebody is asked at least 20 seconds before the kiosk begins anew', () => {
  expect(idleness(idleMs - 1, false)).toEqual({ kind: 'here' })
  expect(idleness(idleMs, false)).toEqual({ kind: 'warn', secondsLeft: 25 })
  expect(warnMs).toBeGreaterThanOrEqual(20_000)
  expect(idleness(idleMs + warnMs - 1, false)).toEqual({ kind: 'warn', secondsLeft: 1 })
  expect(idleness(idleMs + warnMs, false)).toEqual({ kind: 'over' })
})

test('a ticket that is on paper goes away by itself after half a minute', () => {
  expect(idleness(29_999, true)).toEqual({ kind: 'here' })
  expect(idleness(30_000, true)).toEqual({ kind: 'over' })
})

const read = (keys: readonly string[], everyMs: number) => {
  let reading = noReading
  let scanned: string | null = null
  for (const [n, key] of keys.entries()) ({ reading, scanned } = readerAfter(reading, key, n * everyMs))
  return scanned
}

test('a reader that types a code and Enter is told from a person', () => {
  expect(read([...'K7PM2XQ4', 'Enter'], 5)).toBe('K7PM2XQ4')
  expect(read(['Shift', 'h', ...'ttps://beurt.example/v#a.b', 'Tab'], 20)).toBe('https://beurt.example/v#a.b')
  expect(read([...'K7PM2XQ4', 'Enter'], 150)).toBeNull()
  expect(read(['ArrowDown', 'ArrowDown', 'Enter'], 5)).toBeNull()
  expect(read(['2', 'Enter'], 5)).toBeNull()
})
