import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { slipBytes, warmUp } from './escpos.ts'
import type { Port } from './ports/port.ts'
import { tcpPort } from './ports/tcp.ts'
import { print } from './print.ts'
import { dutchSlip } from './slips.test-support.ts'
import { readStatus } from './status.ts'
import type { Condition } from './virtual/machine.ts'
import { startVirtualPrinter, type VirtualPrinter } from './virtual/virtual-printer.ts'

let printer: VirtualPrinter
let bytes: Uint8Array

beforeAll(async () => {
  await warmUp()
  bytes = await slipBytes(dutchSlip)
})
beforeEach(async () => {
  printer = await startVirtualPrinter()
})
afterEach(() => printer.stop())

const port = () => tcpPort('127.0.0.1', printer.port)
const whole = () => printer.papers().filter((paper) => paper.lines.at(-1) === 'Nummer A 042' && paper.qr.length === 1).length

test.each(['process-id', 'in-order'] as const)('a job is printed when the printer says so (%s)', async (proof) => {
  expect(await print(port(), bytes, { proof })).toBe('printed')
  expect(whole()).toBe(1)
})

test('the status shows what happens to the printer', async () => {
  const steps = [
    ['paper-low', { online: true, coverOpen: false, paper: 'low', fault: null }],
    ['paper-out', { online: false, coverOpen: false, paper: 'out', fault: null }],
    ['cover-open', { online: false, coverOpen: true, paper: 'out', fault: null }],
    ['cutter-jam', { online: false, coverOpen: true, paper: 'out', fault: 'cutter' }],
    ['mend', { online: true, coverOpen: false, paper: 'ok', fault: null }],
  ] as const
  for (const [condition, status] of steps) {
    printer.set(condition)
    expect(await readStatus(port())).toEqual(status)
  }
})

test('low paper still prints', async () => {
  printer.set('paper-low')
  expect(await print(port(), bytes)).toBe('printed')
  expect(await print(port(), bytes, { proof: 'in-order' })).toBe('printed')
  expect(whole()).toBe(2)
})

test.each([
  ['paper-out', 'paper-out'],
  ['cover-open', 'cover-open'],
  ['cutter-jam', 'no-printer'],
  ['hang', 'no-printer'],
] as const)('with %s before the job nothing is sent and the outcome is %s', async (condition, outcome) => {
  printer.set(condition)
  expect(await print(port(), bytes, { statusMs: condition === 'hang' ? 60 : 500 })).toBe(outcome)
  printer.set('mend')
  expect(printer.papers()).toHaveLength(0)
  expect(await print(port(), bytes)).toBe('printed')
  expect(printer.papers()).toHaveLength(1)
})

test.each([1, 100, 300, 700, 1000, 1040])(
  'paper that ends after %i dots of the job means paper out, and what was left does not come later',
  async (dots) => {
    printer.set({ paperEndsAfterDots: dots })
    expect(await print(port(), bytes)).toBe('paper-out')
    printer.set('mend')
    expect(whole()).toBe(0)
    expect(await print(port(), await slipBytes({ ...dutchSlip, copy: true }, { cutFirst: true }))).toBe('printed')
    expect(printer.papers()).toHaveLength(2)
    expect(printer.papers()[1]!.lines).toContain('KOPIE')
    expect(whole()).toBe(1)
  },
)

// The status before the job is good; then, as the bytes arrive, something happens.
function portWhere(condition: Condition): Port {
  const honest = port()
  return {
    use: (job) =>
      honest.use((line) =>
        job({
          read: line.read,
          write: async (part, withinMs) => {
            if (part.length > 20) printer.set(condition)
            await line.write(part, withinMs)
          },
        }),
      ),
  }
}

test('a cover opened while the job comes in means cover open, and the job is gone', async () => {
  expect(await print(portWhere('cover-open'), bytes)).toBe('cover-open')
  printer.set('mend')
  expect(printer.papers()).toHaveLength(0)
})

test.each(['hang', 'cutter-jam'] as const)('a printer that gets into %s after the bytes leaves the outcome unknown', async (condition) => {
  for (const proof of ['process-id', 'in-order'] as const) {
    const from = performance.now()
    expect(await print(portWhere(condition), bytes, { deadlineMs: 300, proof })).toBe('unknown')
    expect(performance.now() - from).toBeLessThan(3000)
    expect(printer.papers()).toHaveLength(0)
    await printer.stop()
    printer = await startVirtualPrinter()
  }
})

test.each([
  ['process-id', 11],
  ['in-order', 3],
] as const)(
  'a line cut after any number of bytes is never called printed without the whole paper and its cut (%s)',
  async (proof, requestBytes) => {
    const total = bytes.length + 12 + requestBytes
    const cuts = [0, 1, 11, 12, 13, 20, 60, 100, 4000, 12000, total - 40, total - 16, total - 12, total - 11, total - 1, total]
    const seen: string[] = []
    for (const after of cuts) {
      await printer.stop()
      printer = await startVirtualPrinter()
      printer.set({ dropAfterBytes: after })
      const outcome = await print(port(), bytes, { deadlineMs: 400, proof })
      seen.push(outcome)
      if (outcome === 'printed') expect(whole()).toBe(1)
      if (outcome === 'no-printer') expect(printer.papers()).toHaveLength(0)
    }
    expect(seen.slice(0, 3)).toEqual(['no-printer', 'no-printer', 'no-printer'])
    expect(seen.slice(4, 14).every((outcome) => outcome === 'unknown')).toBe(true)
  },
)

test('after a cut line the next ticket comes out whole', async () => {
  printer.set({ dropAfterBytes: 5000 })
  expect(await print(port(), bytes)).toBe('unknown')
  expect(await print(port(), await slipBytes({ ...dutchSlip, copy: true }, { cutFirst: true }))).toBe('printed')
  expect(printer.papers().at(-1)!.lines.slice(0, 2)).toEqual(['Stadskantoor Aalter', 'KOPIE'])
  expect(printer.papers().at(-1)!.unknown).toEqual([])
})

test('jobs on one port wait for each other, and so do two computers', async () => {
  const [one, other] = [port(), port()]
  const outcomes = await Promise.all([print(one, bytes), print(one, bytes), print(other, bytes), print(other, bytes)])
  expect(outcomes).toEqual(['printed', 'printed', 'printed', 'printed'])
  expect(whole()).toBe(4)
  expect(printer.papers().every((paper) => paper.unknown.length === 0)).toBe(true)
})

test('without a printer there is no printer', async () => {
  await printer.stop()
  const from = performance.now()
  expect(await print(port(), bytes)).toBe('no-printer')
  expect(performance.now() - from).toBeLessThan(2000)
  printer = await startVirtualPrinter()
})

test('from tap to the first byte of the ticket takes far less than 100 ms', async () => {
  const took: number[] = []
  const line = port()
  for (let round = 0; round < 15; round++) {
    const from = performance.now()
    const slip = await slipBytes({ ...dutchSlip, label: `A\u2009${100 + round}` })
    expect(await print(line, slip)).toBe('printed')
    took.push(performance.now() - from)
  }
  // To the printer's own word that it is done, which comes after the first byte.
  expect(Math.min(...took)).toBeLessThan(100)
})
