import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../contract/ask.ts'
import { slotsOfDay } from '../../contract/points.ts'
import { Problem } from '../../contract/problems.ts'
import { arriveWithAppointment, counterActs, takeTicket } from '../../contract/tickets.ts'
import { bookHold, holdSlot } from '../../contract/visits.ts'
import { totalsBetween, totalsNow, writeTotals } from '../../db/totals.ts'
import type { Ticket } from '../../domain/hall.ts'
import { minuteMs } from '../../domain/time.ts'
import { sumTotals } from '../../domain/totals.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { loadHall, loadSettings } from '../keeper/load.ts'
import { type Jobs, makeJobs } from './jobs.ts'

const point = 'lisboa'
const day = '2026-03-24'
let t: TestHouse
let jobs: Jobs
const firstCallAt = new Map<string, number>()
const withAppointment = new Set<string>()
let missedAtTheEnd = new Set<string>()

beforeAll(async () => {
  t = await makeTestHouse()
  jobs = makeJobs(t.house, { send: async () => {} })
})
afterAll(async () => {
  expect(t.faults).toEqual([])
  await t.stop()
})

const sql = () => t.house.connections.slowSql
const noting = async <T>(act: Promise<T>): Promise<T | null> =>
  act.catch((error) => {
    if (!(error instanceof Problem)) throw error
    return null
  })

/** A counter does something; whoever is now called and never was before was called just now. */
async function act(name: keyof typeof counterActs, counter: number, body: object): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: any act with its own body
  const answer = await noting(ask(t.as.clerk, counterActs[name] as any, { point, counter: String(counter), ...body }, key()))
  const ticket = (answer as { ticket: { id: string; state: string } | null } | null)?.ticket
  if (ticket && ['called', 'serving'].includes(ticket.state) && !firstCallAt.has(ticket.id)) firstCallAt.set(ticket.id, t.clock.now())
}

async function take(serviceId: string): Promise<void> {
  await ask(t.as.kiosk, takeTicket, { point, serviceIds: [serviceId], people: 1, language: 'nl' }, key())
}

async function arrive(): Promise<void> {
  const { slots } = await ask(t.as.anyone, slotsOfDay, { point, services: 'passport', people: '1', day })
  if (!slots[0]) return
  const id = key()
  const held = await ask(
    t.as.anyone,
    holdSlot,
    { point, serviceIds: ['passport'], people: 1, language: 'nl', startsAt: slots[0].startsAt },
    id,
  )
  await ask(t.as.visitor(held.token), bookHold, { point, appointment: held.appointmentId, name: 'Zoë' }, key())
  t.clock.pass(minuteMs)
  const given = await noting(ask(t.as.kiosk, arriveWithAppointment, { point, code: held.reference, language: 'nl' }, key()))
  if (given) withAppointment.add(given.id)
}

async function liveADay(): Promise<void> {
  const acts = ['callNext', 'callNext', 'callNext', 'recall', 'finish', 'finish', 'miss', 'park', 'undo'] as const
  const steps = fc.sample(fc.tuple(fc.nat(17), fc.constantFrom(1, 2), fc.nat(8)), { numRuns: 260, seed: 20261124 })
  for (const counter of [1, 2]) await act('open', counter, {})
  for (const [step, counter, minutes] of steps) {
    t.clock.pass(minutes * 20_000)
    const all = await todays()
    const some = (state: string) => all.find((ticket) => ticket.state === state)
    if (step === 4 || step === 5) await act('start', counter, {})
    if (step < acts.length) await act(acts[step]!, counter, step === 4 ? { andNext: minutes > 4 } : {})
    else if (step < 13) await take(minutes > 3 ? 'passport' : 'id-card')
    else if (step === 13) await arrive()
    else if (step === 14 && some('missed')) await act('returnMissed', counter, { ticketId: some('missed')!.id })
    else if (step === 15 && some('parked')) await act('resume', counter, { ticketId: some('parked')!.id })
    else if (step === 16) await act('transfer', counter, { serviceIds: ['id-card'] })
    else await act('add', counter, { serviceIds: ['id-card'], people: 1, language: 'nl', priority: 0 })
  }
}

async function todays(): Promise<Ticket[]> {
  const settings = (await loadSettings(sql(), point))!
  return [...(await loadHall(sql(), settings, day)).tickets.values()]
}

/** The same figures by hand: from each ticket, and from what was noted while it happened. */
function byHand(tickets: readonly Ticket[]) {
  const stateOf = (one: Ticket) => (missedAtTheEnd.has(one.id) ? 'missed' : one.state)
  const called = tickets.filter((one) => firstCallAt.has(one.id))
  const waits = called.map((one) => Math.floor((firstCallAt.get(one.id)! - one.takenAt) / minuteMs)).sort((a, b) => a - b)
  const count = (state: string) => tickets.filter((one) => stateOf(one) === state).length
  return {
    tickets: tickets.length,
    web: tickets.filter((one) => withAppointment.has(one.id)).length,
    walkIn: tickets.filter((one) => !withAppointment.has(one.id)).length,
    finished: count('finished'),
    missed: count('missed'),
    left: count('left'),
    waits,
    over30: waits.filter((minutes) => minutes > 30).length,
    told: called.filter((one) => one.said !== null).length,
  }
}

const figures = (rows: Awaited<ReturnType<typeof totalsNow>>) => {
  const sum = sumTotals(rows)
  return {
    tickets: sum.tickets,
    web: sum.visits.web,
    walkIn: sum.visits['walk-in'],
    finished: sum.finished,
    missed: sum.missed,
    left: sum.left,
    waits: rows.flatMap((r) => r.waitMinutes).sort((a, b) => a - b),
    over30: sum.waits.over30,
    told: sum.said.told,
  }
}

test('while the day is under way its totals are what the tickets say, and who is there is present', async () => {
  await liveADay()
  const tickets = await todays()
  const rows = await totalsNow(sql(), [{ pointId: point, day }])
  expect(tickets.length).toBeGreaterThan(60)
  expect(figures(rows)).toEqual(byHand(tickets))
  expect(sumTotals(rows).present).toBe(tickets.filter((one) => ['waiting', 'called', 'serving', 'parked'].includes(one.state)).length)
  expect(await totalsBetween(sql(), { pointIds: null, fromDay: day, untilDay: day })).toEqual([])
})

test('the totals of a closed hall equal its tickets, who was missed is no one who left, and writing them again changes nothing', async () => {
  missedAtTheEnd = new Set((await todays()).filter((one) => one.state === 'missed').map((one) => one.id))
  expect(missedAtTheEnd.size).toBeGreaterThan(0)
  t.clock.pass(24 * 60 * minuteMs)
  await jobs.runOnce('close-past-halls')
  const tickets = await todays()
  const rows = await totalsBetween(sql(), { pointIds: [point], fromDay: day, untilDay: day })
  expect(rows.map((r) => r.serviceId)).toEqual(['id-card', 'passport'])
  expect(figures(rows)).toEqual(byHand(tickets))
  expect(rows.every((r) => r.present === 0 && !r.simulated)).toBe(true)
  expect(await writeTotals(sql(), point, day)).toBe(2)
  expect(await totalsBetween(sql(), { pointIds: [point], fromDay: day, untilDay: day })).toEqual(rows)
})

test('the database keeps no totals that do not add up', async () => {
  const wrong = sql()`update day_totals set finished = finished + 1 where point_id = ${point}`
  await expect(wrong).rejects.toMatchObject({ constraint_name: 'day_totals_add_up' })
})
