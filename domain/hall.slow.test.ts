import { expect, test } from 'vitest'
import { counterOf, hallWith, nine } from './hall.test-support.ts'
import { applyToHall, type Hall } from './hall.ts'
import { type Draw, randomCommand, runCommand } from './hall-commands.test-support.ts'
import { checkChange, checkHall, checkTicket } from './hall-invariants.test-support.ts'

/** xorshift32: the same seed gives the same day. */
function drawWith(seed: number): Draw {
  let x = seed | 1
  return (n) => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (x >>> 0) % Math.max(1, n)
  }
}

const steps = 1_000_000
const seed = 20_261_124

function freshHall(draw: Draw): Hall {
  const counters = Array.from({ length: 1 + draw(8) }, (_, i) =>
    counterOf(i + 1, draw(3) === 0 ? { state: 'closed', staffId: null, serviceIds: ['parking', 'permit'] } : {}),
  )
  return hallWith(counters, { spans: [{ from: nine, until: nine + 86_400_000 }] })
}

test('a million random acts break nothing', () => {
  const draw = drawWith(seed)
  const seen: Record<string, number> = {}
  let [hall, now, issued, minted, step] = [freshHall(draw), nine, 0, 0, 0]
  const mint = () => `t${++minted}`
  try {
    for (; step < steps; step++) {
      now += draw(4) * 7000
      const ends = hall.tickets.size > 400 || hall.active.size > 60
      const command = ends
        ? ({ verb: 'closeDay', request: { actor: { kind: 'job', id: 'night' } } } as const)
        : randomCommand(hall, draw, mint, now)
      const decision = runCommand(hall, command, now)
      const what = 'refused' in decision ? decision.refused : command.verb
      seen[what] = (seen[what] ?? 0) + 1
      if ('refused' in decision) continue
      checkChange(hall, decision, command.verb === 'undo')
      for (const t of decision.tickets) if (!hall.tickets.has(t.id)) issued += 1
      applyToHall(hall, decision)
      for (const t of decision.tickets) checkTicket(hall, t)
      for (const c of decision.counters) expect(c.ticketId === null || hall.tickets.get(c.ticketId)?.counterId === c.id).toBe(true)
      if (step % 5000 === 0 || ends) checkHall(hall, issued)
      if (!ends) continue
      expect(hall.active.size).toBe(0)
      ;[hall, now, issued] = [freshHall(draw), nine, 0]
    }
  } catch (error) {
    throw new Error(`seed ${seed}, step ${step}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
  // A run that never gets somewhere proves nothing about it.
  const often = [
    'take',
    'takeEmergency',
    'add',
    'arrive',
    'receive',
    'callNext',
    'callOne',
    'recall',
    'start',
    'finish',
    'miss',
    'returnMissed',
  ]
  const also = [
    'leave',
    'park',
    'resume',
    'transfer',
    'send',
    'addService',
    'dropService',
    'openCounter',
    'pauseCounter',
    'closeCounter',
    'undo',
  ]
  const refused = [
    'counter-busy',
    'called-too-often',
    'nobody-waiting',
    'number-used',
    'not-at-this-counter',
    'nothing-to-undo',
    'counter-taken',
  ]
  for (const what of [...often, ...also, ...refused, 'closeDay']) expect(seen[what] ?? 0, what).toBeGreaterThan(100)
})
