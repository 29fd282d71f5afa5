import { afterEach, expect, test, vi } from 'vitest'
import { type Given, readAsked } from './asked.ts'

afterEach(() => {
  vi.useRealTimers()
})

const given = { nonce: '', now: 0, asker: {} } as unknown as Given
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://beurt.test/book/hold/x', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

test('a form is read as it was typed', async () => {
  expect((await readAsked(post("name=Siobh%C3%A1n+O'Brien&email="), given)).form.get('name')).toBe("Siobhán O'Brien")
})

test('a form that never ends is not waited for, however it drips', async () => {
  vi.useFakeTimers()
  let dripping: ReturnType<typeof setInterval> | undefined
  const body = new ReadableStream({
    start(drops) {
      dripping = setInterval(() => drops.enqueue(new TextEncoder().encode('a')), 1000)
    },
    cancel: () => clearInterval(dripping),
  })
  const refused = expect(readAsked(post(body), given)).rejects.toMatchObject({ code: 'body-too-slow' })
  await vi.advanceTimersByTimeAsync(16_000)
  await refused
})

test('a form of another site, and one that is too large, is refused', async () => {
  await expect(readAsked(post('name=x', { 'sec-fetch-site': 'cross-site' }), given)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(readAsked(post('x'.repeat(20_000)), given)).rejects.toMatchObject({ code: 'body-too-large' })
})
