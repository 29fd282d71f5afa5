import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, counterOf, hallWith, idOf, nine, settings } from './hall.test-support.ts'
import { applyToHall, type Hall, type Ticket } from './hall.ts'
import { type Draw, randomCommand, runCommand, verbs } from './hall-commands.test-support.ts'
import { checkChange, checkHall } from './hall-invariants.test-support.ts'
import { naiveCommand, naiveOrder, oracleOf } from './hall-oracle.test-support.ts'
import { inOrder, isEarly, nextFor, serves, virtualArrival } from './order.ts'
import { minuteMs } from './time.ts'

const counters = () => [
  counterOf(1),
  counterOf(2, { serviceIds: ['passport', 'permit'] }),
  counterOf(3, { serviceIds: ['parking'], state: 'closed', staffId: null }),
  counterOf(4, { serviceIds: ['permit'], state: 'paused' }),
]

/** Numbers that fast-check can shrink, read one after another. */
function drawFrom(entropy: readonly number[]): Draw {
  let i = 0
  return (n) => (entropy[i++ % entropy.length] ?? 0) % Math.max(1, n)
}

const sorted = (tickets: Iterable<Ticket>) => [...tickets].sort((a, b) => (a.id < b.id ? -1 : 1))
const step = fc.record({
  entropy: fc.array(fc.nat(9999), { minLength: 32, maxLength: 32 }),
  gap: fc.constantFrom(0, 1000, 20_000, 60_000, 240_000),
})

describe('the hall beside a naive second one', () => {
  test('both say and change the same, whatever is asked', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 70, size: 'max' }), fc.boolean(), (steps, closing) => {
        const hall = hallWith(counters())
        const oracle = oracleOf({ ...hall, counters: hall.counters.values() })
        let [now, minted] = [nine, 0]
        const mint = () => idOf(++minted)
        steps.forEach(({ entropy, gap }, i) => {
          now += gap
          const last = closing && i === steps.length - 3
          const command = last
            ? ({ verb: 'closeDay', request: { actor: { kind: 'job', id: 'night' } } } as const)
            : randomCommand(hall, drawFrom(entropy), mint, now)
          const decision = runCommand(hall, command, now)
          const said = naiveCommand(oracle, command, now)
          expect('refused' in decision ? decision.refused : null, JSON.stringify(command)).toBe(said)
          if (!('refused' in decision)) {
            checkChange(hall, decision, command.verb === 'undo')
            applyToHall(hall, decision)
          }
          expect(sorted(hall.tickets.values()), command.verb).toEqual(sorted(oracle.tickets))
          expect([...hall.counters.values()]).toEqual(oracle.counters)
          checkHall(hall, oracle.tickets.length)
          for (const counter of oracle.counters)
            expect(nextFor(hall, counter.id, now)?.ticket.id).toBe(naiveOrder(oracle, counter, now)[0]?.id)
        })
      }),
      { numRuns: 400 },
    )
  })
})

const ticket = fc
  .record({
    n: fc.nat(10_000),
    rank: fc.integer({ min: 0, max: 120 }),
    back: fc.constantFrom(0, 0, 5, -20),
    priority: fc.constantFrom(0, 0, 0, 1, 2),
    promised: fc.option(fc.integer({ min: -30, max: 90 })),
  })
  .map(({ n, rank, back, priority, promised }): Partial<Ticket> & { n: number } => ({
    n,
    rankAt: at(rank),
    takenAt: at(rank - back),
    priority: priority as 0 | 1 | 2,
    appointmentAt: promised === null ? null : at(rank + promised),
  }))

/** A hall in which these wait for any counter. */
function waitingHall(rows: readonly (Partial<Ticket> & { n: number })[]): Hall {
  const hall = hallWith([counterOf(1)])
  for (const { n, ...row } of rows) {
    const id = idOf(n)
    const tickets: Ticket[] = [{ ...base(n), ...row, id }]
    applyToHall(hall, { tickets, counters: [], series: [], state: null, lastActs: [], history: [] })
  }
  return hall
}
const base = (n: number): Ticket => ({
  id: '',
  series: 'A',
  number: n,
  voided: null,
  state: 'waiting',
  serviceIds: ['permit'],
  people: 1,
  language: 'nl',
  origin: 'kiosk',
  takenAt: nine,
  rankAt: nine,
  priority: 0,
  visitId: idOf(n),
  appointmentId: null,
  appointmentAt: null,
  counterId: null,
  onlyCounterId: null,
  calls: 0,
  calledAt: null,
  startedAt: null,
  endedAt: null,
  said: null,
  reason: null,
  otherPointId: null,
})

const line = fc.uniqueArray(ticket, { minLength: 2, maxLength: 25, selector: (t) => t.n })

describe('the order', () => {
  test('two that wait change places at most when a window opens', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 60 }), (rows, minute, later) => {
        const hall = waitingHall(rows)
        const open = (t: Ticket) => !isEarly(t, settings.policy, at(minute))
        const [before, after] = [at(minute), at(minute + later)].map((now) => inOrder(hall, now, open).map((t) => t.id))
        expect(after).toEqual(before)
      }),
      { numRuns: 2000 },
    )
  })

  test('nobody is overtaken by who came more than the head starts later', () => {
    const { appointmentHeadStartMinutes, lateMinutes, priorityHeadStartMinutes } = settings.policy
    const bound = (appointmentHeadStartMinutes + lateMinutes + priorityHeadStartMinutes[2]) * minuteMs
    fc.assert(
      fc.property(line, fc.integer({ min: 0, max: 240 }), (rows, minute) => {
        const now = at(minute)
        const order = inOrder(waitingHall(rows), now)
        const ready = order.filter((t) => !isEarly(t, settings.policy, now))
        expect(order.slice(0, ready.length)).toEqual(ready)
        ready.forEach((passed, i) => {
          const promised = passed.appointmentAt === null ? 0 : passed.appointmentAt - (appointmentHeadStartMinutes - 5) * minuteMs
          for (const first of ready.slice(0, i))
            expect(first.rankAt - Math.max(passed.rankAt, promised)).toBeLessThanOrEqual(bound + 5 * minuteMs)
        })
      }),
      { numRuns: 2000 },
    )
  })

  test('within one class who came first is first', () => {
    fc.assert(
      fc.property(line, (rows) => {
        const plain = rows.map((r) => ({ ...r, appointmentAt: null, priority: 0 as const }))
        const ranks = inOrder(waitingHall(plain), at(300)).map((t) => t.rankAt)
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
      }),
    )
  })

  test('who is next is the first of the list that this counter serves', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 0, max: 240 }), (rows, minute) => {
        const hall = waitingHall(rows)
        const counter = counterOf(1)
        const first = inOrder(hall, at(minute), (t) => serves(hall, counter, t))[0]
        expect(nextFor(hall, 1, at(minute))?.ticket).toBe(first)
        const least = Math.min(
          ...inOrder(hall, at(minute), (t) => !isEarly(t, settings.policy, at(minute))).map((t) => virtualArrival(t, settings.policy)),
        )
        if (Number.isFinite(least)) expect(first && virtualArrival(first, settings.policy)).toBe(least)
      }),
    )
  })
})

const junk = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.string(),
  fc.constantFrom(null, '__proto__', 'constructor', 'passport', 1, 2, Number.NaN, Number.POSITIVE_INFINITY, idOf(1), idOf(2)),
)
const words = fc.array(fc.constantFrom('passport', 'permit', '__proto__', 'toString', ''), { maxLength: 4 })
const anyRequest = fc.record({
  actor: fc.constant({ kind: 'staff', id: 'x' }),
  ticketId: junk,
  visitId: junk,
  counterId: junk,
  toCounterId: junk,
  serviceId: junk,
  staffId: junk,
  pointId: junk,
  toPointId: junk,
  fromPointId: junk,
  people: junk,
  number: junk,
  kiosk: junk,
  takenAt: junk,
  serviceIds: words,
  reason: junk,
  straight: fc.boolean(),
  andNext: fc.boolean(),
  underWay: fc.boolean(),
  priority: fc.constantFrom(0, 1, 2),
  kept: fc.constant(null),
  ticket: fc.constant({ ...base(7), id: idOf(7) }),
  appointment: fc.record({ id: junk, state: junk, startsAt: junk, day: junk, serviceIds: words, ticketId: junk }),
})

test('any request to any verb of any hall is refused or decided, and never throws', { timeout: 60_000 }, () => {
  const hall = waitingHall([{ n: 1 }, { n: 2, appointmentAt: at(30) }])
  const called = runCommand(hall, { verb: 'callNext', request: { actor: { kind: 'staff', id: 'x' }, counterId: 1 } }, at(5))
  if ('refused' in called) throw new Error(called.refused)
  applyToHall(hall, called)
  for (const verb of Object.values(verbs)) {
    fc.assert(
      fc.property(anyRequest, junk, (request, now) => {
        const decision = (verb as (hall: Hall, request: unknown, now: unknown) => object)(hall, request, now)
        expect('refused' in decision || 'answer' in decision).toBe(true)
      }),
      { numRuns: 300 },
    )
  }
})
