import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { memoryPort } from './ports/memory.ts'
import { tcpPort } from './ports/tcp.ts'
import { parseReply, repliesOn } from './replies.ts'
import { parseStatus, readStatus } from './status.ts'

const fine = { online: true, coverOpen: false, paper: 'ok', fault: null }

test('the fixed bits alone mean that all is well', () => {
  expect(parseStatus(0x12, 0x12, 0x12, 0x12)).toEqual(fine)
})

test.each([
  [0, 0x08, { online: false }],
  [1, 0x04, { coverOpen: true }],
  [1, 0x20, { paper: 'out' }],
  [1, 0x40, { fault: 'recoverable' }],
  [2, 0x04, { fault: 'recoverable' }],
  [2, 0x08, { fault: 'cutter' }],
  [2, 0x20, { fault: 'unrecoverable' }],
  [2, 0x40, { fault: 'overheated' }],
  [3, 0x04, { paper: 'low' }],
  [3, 0x08, { paper: 'low' }],
  [3, 0x20, { paper: 'out' }],
  [3, 0x40, { paper: 'out' }],
  [0, 0x04, {}],
  [0, 0x40, {}],
  [1, 0x08, {}],
])('status byte %i with bit %i says %o', (byte, bit, said) => {
  const bytes = [0x12, 0x12, 0x12, 0x12]
  bytes[byte]! |= bit
  expect(parseStatus(bytes[0]!, bytes[1]!, bytes[2]!, bytes[3]!)).toEqual({ ...fine, ...said })
})

test('a printer is asked the four questions in turn', async () => {
  const asked: number[] = []
  const answers = [0x1a, 0x16, 0x12, 0x1e]
  const port = memoryPort((bytes, line) => {
    asked.push(bytes[2]!)
    line.reply(Uint8Array.of(answers[bytes[2]! - 1]!))
  })
  expect(await readStatus(port)).toEqual({ online: false, coverOpen: true, paper: 'low', fault: null })
  expect(asked).toEqual([1, 2, 3, 4])
})

test('answers that come late, with unasked bytes around them, are still understood', async () => {
  const port = memoryPort((_, line) => {
    line.reply(Uint8Array.of(0x11, 0x10))
    setTimeout(() => line.reply(Uint8Array.of(0, 0)), 5)
    setTimeout(() => line.reply(Uint8Array.of(0, 0x12)), 10)
  })
  expect(await readStatus(port)).toEqual(fine)
})

test('a printer that says nothing is off-line, and nothing is claimed of its paper', async () => {
  const silent = { online: false, coverOpen: false, paper: 'unknown', fault: 'no-answer' }
  expect(
    await readStatus(
      memoryPort(() => {}),
      { waitMs: 20 },
    ),
  ).toEqual(silent)
  expect(
    await readStatus(
      memoryPort((_, line) => line.hangUp()),
      { waitMs: 20 },
    ),
  ).toEqual(silent)
  const half = memoryPort((bytes, line) => bytes[2]! < 3 && line.reply(Uint8Array.of(0x12)))
  expect(await readStatus(half, { waitMs: 20 })).toEqual(silent)
})

test('a printer that is not there does not hold anyone up', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  const from = performance.now()
  expect((await readStatus(tcpPort('127.0.0.1', port))).fault).toBe('no-answer')
  expect((await readStatus(tcpPort('192.0.2.1', 9100, { connectMs: 100 }))).fault).toBe('no-answer')
  expect(performance.now() - from).toBeLessThan(1500)
})

test('an echo cut up by the network is put together', async () => {
  const port = memoryPort((_, line) => {
    for (const [index, byte] of [0x37, 0x22, 0x30, 0x31, 0x32, 0x33, 0].entries()) setTimeout(() => line.reply(Uint8Array.of(byte)), index)
  })
  await port.use(async (line) => {
    const replies = repliesOn(line)
    await line.write(Uint8Array.of(0), 100)
    expect(await replies.next(1000)).toEqual({ kind: 'echo', id: '0123' })
    expect(replies.echoed('0123')).toBe(true)
    expect(replies.echoed('0124')).toBe(false)
  })
})

test('answers are told apart by their fixed bits', () => {
  expect(parseReply([0x12])).toEqual({ reply: { kind: 'status', byte: 0x12 }, used: 1 })
  expect(parseReply([0x03])).toEqual({ reply: { kind: 'sensor', byte: 0x03 }, used: 1 })
  expect(parseReply([0x37, 0x25, 0])).toEqual({ reply: { kind: 'cleared' }, used: 3 })
  expect(parseReply([0x37, 0x22, 0x41])).toEqual({ used: 0 })
  expect(parseReply([0x14, 0, 0])).toEqual({ used: 0 })
  expect(parseReply([0x14, 0, 0, 0x0f])).toEqual({ used: 4 })
})
