import { expect, test } from 'vitest'
import { makeLine } from './line.ts'

const address = 'http://beurt.test/'

/** Answers at once with a body that never ends, as a stream does. */
const endless = async (request: Request) =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('a'))
        request.signal.addEventListener('abort', () => controller.error(request.signal.reason))
      },
    }),
  )

test('a line that is cut says nothing, until who asks gives up or it is mended', async () => {
  const line = makeLine(async () => new Response('here'))
  expect(await (await line.send(new Request(address))).text()).toBe('here')
  line.cut()
  const tired = AbortSignal.timeout(40)
  await expect(line.send(new Request(address, { signal: tired }))).rejects.toThrow(/timed out/)
  const waits = line.send(new Request(address))
  line.mend()
  await expect(waits).rejects.toThrow('the line is back')
  expect(await (await line.send(new Request(address))).text()).toBe('here')
})

test('what was under way when it is cut breaks off', async () => {
  const line = makeLine(endless)
  const reader = (await line.send(new Request(address))).body!.getReader()
  expect((await reader.read()).done).toBe(false)
  const next = reader.read()
  line.cut()
  await expect(next).rejects.toThrow('the line is cut')
  expect(line.isCut()).toBe(true)
})
