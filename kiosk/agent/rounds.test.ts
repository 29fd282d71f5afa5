import { expect, test } from 'vitest'
import { reportDevice } from '../../contract/access.ts'
import { handInEmergency } from '../../contract/tickets.ts'
import { kiosk as kioskActor } from '../../domain/hall.test-support.ts'
import { applyToHall } from '../../domain/hall.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { takeEmergency } from '../../domain/take-emergency.ts'
import { makeAgent } from './agent.ts'
import type { Printer } from './ports.ts'
import { drawsOf, type Fate, portsOf, virtualClock, virtualDisk, virtualHall, virtualPrinter } from './virtual.test-support.ts'

const id = '01980000-0000-7000-8000-000000000001'
const wanted = { serviceIds: ['passport'], people: 1, language: 'nl' as const }

/** A kiosk over a network that may be gone, with a printer of the test's own. */
async function kioskWith(change: (printer: Printer) => Printer) {
  const clock = virtualClock()
  let gone = false
  const { net, asked, hall } = virtualHall(clock, (): Fate => ({ reaches: !gone, answers: !gone, delayMs: 20 }))
  const faults: string[] = []
  const { printer } = virtualPrinter(clock.clock, () => ({ outcome: 'printed', comesOut: true, takesMs: 100 }))
  const ports = portsOf(clock.clock, drawsOf(1), net, virtualDisk().disk, change(printer))
  const agent = makeAgent(ports, (error) => faults.push(String(error)))
  await agent.begin()
  await agent.place('aalter', 2)
  await clock.pass(12_000)
  const setGone = (on: boolean) => {
    gone = on
  }
  return { agent, clock, asked, hall, faults, setGone }
}

test('a printer that cannot be asked how it is ends neither the agent nor its reports', async () => {
  const kiosk = await kioskWith((printer) => ({ ...printer, status: () => Promise.reject(new Error('no such byte')) }))
  await kiosk.clock.pass(60_000)
  expect(new Set(kiosk.faults)).toEqual(new Set(['Error: no such byte']))
  expect(kiosk.asked.filter(({ route }) => route === reportDevice).length).toBeGreaterThan(1)
  await kiosk.agent.stop()
})

test('a paper that cannot be made costs no number: it is unknown, and the number is handed in', async () => {
  const kiosk = await kioskWith((printer) => ({
    ...printer,
    print() {
      throw new Error('no such letter')
    },
  }))
  kiosk.setGone(true)
  const ticket = kiosk.agent.take(id, wanted)
  await kiosk.clock.pass(3000)
  expect(await ticket).toMatchObject({ id, kind: 'emergency' })
  expect(kiosk.agent.shown().ticket?.print).toBe('unknown')
  expect(kiosk.faults).toEqual(['Error: no such letter'])
  kiosk.setGone(false)
  await kiosk.clock.pass(60_000)
  expect(kiosk.asked.some(({ route }) => route === handInEmergency)).toBe(true)
  expect(kiosk.hall.tickets.get(id)).toMatchObject({ series: 'N2' })
  await kiosk.agent.stop()
})

test('a number that the hall does not take in is told: in the log, and to the api as one that is on paper and in no hall', async () => {
  const kiosk = await kioskWith((printer) => printer)
  const given = { actor: kioskActor, visitId: id, kiosk: 2, number: 1, ...wanted, takenAt: kiosk.clock.now() }
  const other = takeEmergency(kiosk.hall, { ...given, ticketId: `${id.slice(0, -1)}2` }, kiosk.clock.now())
  if (isRefusal(other)) throw new Error(other.refused)
  applyToHall(kiosk.hall, other)
  const reported = () => kiosk.asked.filter(({ route }) => route === reportDevice).map(({ input }) => input.stray)
  expect(new Set(reported())).toEqual(new Set([0]))
  kiosk.setGone(true)
  const ticket = kiosk.agent.take(id, wanted)
  await kiosk.clock.pass(3000)
  expect((await ticket).label).toBe('N2\u2009001')
  kiosk.setGone(false)
  await kiosk.clock.pass(30_000)
  expect(kiosk.faults).toEqual(['Error: the hall does not take in N2\u2009001: number-used'])
  expect(reported().at(-1)).toBe(1)
  await kiosk.agent.stop()
})
