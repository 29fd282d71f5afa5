import { expect, test } from 'vitest'
import { nine } from '../../domain/hall.test-support.ts'
import { labelOf } from '../../domain/hall.ts'
import { makeAgent } from './agent.ts'
import { makeHallClock } from './hall-clock.ts'
import { drawsOf, portsOf, virtualClock, virtualDisk, virtualHall, virtualPrinter } from './virtual.test-support.ts'

const minute = 60_000
const idOf = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`
const wanted = { serviceIds: ['passport'], people: 1, language: 'nl' as const }

/** A kiosk whose power and network go and come. */
function makeKiosk() {
  const clock = virtualClock()
  const disk = virtualDisk()
  let gone = false
  const { net, hall } = virtualHall(clock, () => ({ reaches: !gone, answers: !gone, delayMs: 20 }))
  const { printer } = virtualPrinter(clock.clock, () => ({ outcome: 'printed', comesOut: true, takesMs: 100 }))
  let runs = 0
  let agent: ReturnType<typeof makeAgent>
  let taps = 0
  return {
    clock,
    hall,
    setGone(on: boolean) {
      gone = on
    },
    async start() {
      await agent?.stop()
      agent = makeAgent(portsOf(clock.clock, drawsOf(++runs), net, disk.disk, printer), (error) => expect.fail(String(error)))
      await agent.begin()
      await agent.place('aalter', 2)
    },
    async take() {
      const ticket = agent.take(idOf(++taps), wanted)
      await clock.pass(minute)
      return (await ticket).label
    },
    /** Without a battery the machine's own clock begins in 1970 again. */
    async loseClock() {
      clock.setWrong(minute - clock.now())
      await this.start()
    },
    stop: () => agent.stop(),
  }
}

test('without a battery, restarted twice in the dark: who took a number then waits today, in the order in which they came', async () => {
  const kiosk = makeKiosk()
  await kiosk.start()
  await kiosk.clock.pass(10 * minute)
  kiosk.setGone(true)
  const labels = [await kiosk.take()]
  const firstAt = kiosk.clock.now() - minute
  await kiosk.loseClock()
  labels.push(await kiosk.take(), await kiosk.take())
  await kiosk.clock.pass(30 * minute)
  await kiosk.loseClock()
  labels.push(await kiosk.take())
  const lastAt = kiosk.clock.now() - minute
  kiosk.setGone(false)
  await kiosk.clock.pass(5 * minute)
  const tickets = [...kiosk.hall.tickets.values()].sort((a, b) => a.rankAt - b.rankAt)
  expect(tickets.map((t) => [labelOf(t), t.state])).toEqual(labels.map((label) => [label, 'waiting']))
  const [first, second, third, last] = tickets.map((t) => t.rankAt) as [number, number, number, number]
  expect(Math.abs(first - firstAt)).toBeLessThan(5000)
  expect(Math.abs(last - lastAt)).toBeLessThan(5000)
  expect(Math.abs(third - second - minute)).toBeLessThan(100)
  await kiosk.stop()
})

test('restarted with the network there and the clock lost, it hands in once it knows the time', async () => {
  const kiosk = makeKiosk()
  await kiosk.start()
  await kiosk.clock.pass(minute)
  kiosk.setGone(true)
  await kiosk.take()
  const at = kiosk.clock.now() - minute
  await kiosk.clock.pass(60 * minute)
  kiosk.setGone(false)
  await kiosk.loseClock()
  await kiosk.clock.pass(minute)
  expect(Math.abs(kiosk.hall.tickets.get(idOf(1))!.rankAt - at)).toBeLessThan(5000)
  await kiosk.stop()
})

test('a wall clock that stands before the last moment on disk is lost, until the api is heard', () => {
  const virtual = virtualClock()
  const clock = makeHallClock(virtual.clock)
  virtual.setWrong(-30_000)
  clock.restore(0, nine)
  expect([clock.isLost(), clock.now()]).toEqual([false, nine - 30_000])
  virtual.setWrong(-nine)
  clock.restore(5000, nine)
  expect([clock.isLost(), clock.now()]).toEqual([true, nine])
  clock.heard(nine + minute)
  expect([clock.isLost(), clock.now()]).toEqual([false, nine + minute])
})
