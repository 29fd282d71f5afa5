import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { counterActs, hallList, takeTicket } from '../../contract/tickets.ts'
import { minuteMs } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { askStrictly, problemCode } from '../strict.test-support.ts'
import { finishSending } from './finish-sending.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
  await act('open', {})
})
afterAll(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})

const act = (name: keyof typeof counterActs, more: object, id = key()) =>
  askStrictly(the.as.clerk, counterActs[name], { point: 'lisboa', counter: '1', ...more } as never, id)
async function called(serviceIds = ['passport']) {
  const ticket = await askStrictly(the.as.kiosk, takeTicket, { point: 'lisboa', serviceIds, people: 1, language: 'nl' }, key())
  await act('callOne', { ticketId: ticket.id })
  return ticket
}
const at = async (point: string, id: string) => (await the.house.keeper.kept(point)).hall.tickets.get(id)
const receivedIn = async (point: string) => [...(await the.house.keeper.kept(point)).hall.tickets.values()].filter((t) => t.reason === null)

test('a ticket goes to another point, keeps its rank, and both histories tell it', async () => {
  const ticket = await called()
  the.clock.pass(20 * minuteMs)
  const id = key()
  expect(await act('transfer', { toPoint: 'horta' }, id)).toMatchObject({ ticket: null, why: null })
  expect(await at('lisboa', ticket.id)).toMatchObject({ state: 'sent', otherPointId: 'horta' })
  const there = (await at('horta', id))!
  expect(there).toMatchObject({ state: 'waiting', series: 'A', number: 1, otherPointId: 'lisboa', rankAt: Date.parse(ticket.takenAt) })
  const rows = await the.house.connections.sql`select point_id, act, what from history where act in ('send', 'receive') order by point_id`
  expect(rows).toMatchObject([
    { point_id: 'horta', act: 'receive', what: { fromPointId: 'lisboa', fromTicketId: ticket.id, ticketId: id } },
    { point_id: 'lisboa', act: 'send', what: { toPointId: 'horta', ticketId: ticket.id } },
  ])
  const list = await askStrictly(the.as.clerk, hallList, { point: 'lisboa', counter: '1' })
  expect(list.canUndo).toBe(null)
})

test('the same key twice sends one ticket, also when another is at the counter by then', async () => {
  const before = (await receivedIn('horta')).length
  const first = await called()
  const id = key()
  await Promise.all([act('transfer', { toPoint: 'horta' }, id), act('transfer', { toPoint: 'horta' }, id)])
  const second = await called()
  expect(await act('transfer', { toPoint: 'horta' }, id)).toMatchObject({ ticket: { id: second.id, state: 'called' } })
  expect(await at('lisboa', first.id)).toMatchObject({ state: 'sent' })
  expect((await receivedIn('horta')).length).toBe(before + 1)
  expect(await problemCode(act('transfer', { toPoint: 'sao-paulo' }, id))).toBe('idempotency-key-reused')
  expect(await at('lisboa', second.id)).toMatchObject({ state: 'called' })
  await act('leave', { ticketId: second.id })
})

test('what the other point refuses leaves everything where it is', async () => {
  const ticket = await called()
  expect(await problemCode(act('transfer', { toPoint: 'nowhere' }))).toBe('no-transfer-target')
  expect(await problemCode(act('transfer', { toPoint: 'lisboa' }))).toBe('no-transfer-target')
  expect(await problemCode(act('transfer', { toPoint: 'sao-paulo', serviceIds: ['advice'] }))).toBe('service-not-here')
  expect(await at('lisboa', ticket.id)).toMatchObject({ state: 'called' })
  await act('leave', { ticketId: ticket.id })
  expect(await problemCode(act('transfer', { toPoint: 'horta' }))).toBe('not-at-this-counter')
})

/** Lets the second step of a sending fail as a lost database would. */
async function interrupted(id: string) {
  const { keeper } = the.house
  const real = keeper.change.bind(keeper)
  const spy = vi.spyOn(keeper, 'change').mockImplementation((change) => {
    if (change.pointId === 'lisboa') throw new Error('away')
    return real(change)
  })
  await expect(act('transfer', { toPoint: 'horta' }, id)).rejects.toThrow()
  spy.mockRestore()

  expect(the.faults.splice(0).map((f) => String(f.error))).toEqual(['Error: away'])
}

test('a sending that was interrupted goes on with a retry', async () => {
  const ticket = await called()
  const id = key()
  await interrupted(id)
  expect(await at('lisboa', ticket.id)).toMatchObject({ state: 'called' })
  expect(await at('horta', id)).toMatchObject({ state: 'waiting' })
  await act('transfer', { toPoint: 'horta' }, id)
  expect(await at('lisboa', ticket.id)).toMatchObject({ state: 'sent', otherPointId: 'horta' })
})

test('where nobody retries, what is left over is let go later, and only that', async () => {
  const ticket = await called()
  const id = key()
  await interrupted(id)
  expect(await finishSending(the.house)).toBe(0)
  the.clock.pass(6000)
  expect(await finishSending(the.house)).toBe(1)
  expect(await at('lisboa', ticket.id)).toMatchObject({ state: 'sent', otherPointId: 'horta', counterId: null })
  expect((await the.house.keeper.kept('lisboa')).hall.counters.get(1)!.ticketId).toBe(null)
  expect(await finishSending(the.house)).toBe(0)
  expect(await act('transfer', { toPoint: 'horta' }, id)).toMatchObject({ ticket: null })
})

test('a ticket that is gone by the second step gives its new place back', async () => {
  const ticket = await called()
  const id = key()
  const { keeper } = the.house
  const real = keeper.change.bind(keeper)
  const spy = vi.spyOn(keeper, 'change').mockImplementation(async (change) => {
    if (change.key === id && change.pointId === 'lisboa') {
      spy.mockRestore()
      await act('leave', { ticketId: ticket.id })
    }
    return real(change)
  })
  expect(await problemCode(act('transfer', { toPoint: 'horta' }, id))).toBe('wrong-ticket-state')
  expect(await at('horta', id)).toMatchObject({ state: 'left', reason: 'not-sent' })
  expect(await problemCode(act('transfer', { toPoint: 'horta' }, id))).toBe('no-transfer-target')
})
