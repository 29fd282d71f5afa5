import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../contract/ask.ts'
import { slotsOfDay } from '../contract/points.ts'
import { counterActs, deskArrive, takeTicket } from '../contract/tickets.ts'
import { bookHold, holdSlot } from '../contract/visits.ts'
import { key, makeTestHouse, type TestHouse } from '../proof/setup/house.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
  await ask(the.as.clerk, counterActs.open, { point: 'lisboa', counter: '1' }, key())
})
afterAll(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})

const take = (serviceIds = ['passport']) => ask(the.as.kiosk, takeTicket, { point: 'lisboa', serviceIds, people: 1, language: 'nl' }, key())
const told = (serviceIds = ['passport']) => the.house.waits.told('lisboa', serviceIds)

test('who takes a number in a hot hall is told a wait that was played a moment ago; who looks sees it as it is', async () => {
  await new Promise((resolve) => setTimeout(resolve, 300))
  let ahead = 0
  // Within the second in which it holds: on a machine that stands still for a while, tried again.
  for (let tries = 1; ; tries++) {
    const began = performance.now()
    const first = await told()
    const both = await told(['passport', 'moving'])
    for (let i = 0; i < 5; i++) await take()
    const [again, bothAgain] = [await told(), await told(['passport', 'moving'])]
    if (performance.now() - began > 900 && tries < 5) {
      await new Promise((resolve) => setTimeout(resolve, 1100))
      continue
    }
    expect(again).toBe(first)
    expect(bothAgain).toBe(both)
    ahead = first!.ahead + 5
    break
  }
  expect((await the.house.waits.ofPoint('lisboa')).get('passport')!.ahead).toBe(ahead)
  expect((await told())!.ahead).toBe(ahead)
})

test('what was told is kept with the ticket', async () => {
  const { id, wait } = await take()
  const [row] = await the.house.connections.sql`select said_from, said_until from tickets where id = ${id}`
  expect(row).toEqual({ said_from: wait!.fromMinutes, said_until: wait!.untilMinutes })
})

test('an appointment that is still to come counts till it arrives', async () => {
  const { slots } = await ask(the.as.anyone, slotsOfDay, { point: 'lisboa', services: 'passport', people: '1', day: '2026-03-24' })
  const id = key()
  const { startsAt } = slots[0]!
  const input = { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl' as const, startsAt }
  const held = await ask(the.as.anyone, holdSlot, input, id)
  await ask(
    the.as.visitor(held.token),
    bookHold,
    { point: 'lisboa', appointment: held.appointmentId, name: 'Jan', email: 'jan@example.org' },
    key(),
  )
  const due = () => the.house.waits.due('lisboa')
  // The calendar is read again for this at most once in a few seconds.
  await new Promise((resolve) => setTimeout(resolve, 5100))
  expect(await due()).toEqual([{ startsAt: Date.parse(startsAt), serviceIds: ['passport'], people: 1 }])
  the.clock.set(Date.parse(startsAt) - 60_000)
  await ask(the.as.clerk, deskArrive, { point: 'lisboa', appointment: held.appointmentId }, key())
  await new Promise((resolve) => setTimeout(resolve, 5100))
  expect(await due()).toEqual([])
})
