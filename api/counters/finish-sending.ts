import type { Hall, Ticket } from '../../domain/hall.ts'
import { isDone } from '../../domain/hall.ts'
import type { PointId } from '../../domain/ids.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Instant } from '../../domain/time.ts'
import { send } from '../../domain/transfer.ts'
import type { House } from '../house.ts'

/** A sending that is still under way is left to whoever asked for it. */
const graceMs = 5000

/**
 * Lets go of tickets that another hall has received while the asker was cut off before the second step. Walks over the halls that this
 * process holds; gives how many it let go.
 */
export async function finishSending(house: House): Promise<number> {
  let finished = 0
  for (const { pointId } of house.keeper.held()) {
    const { hall } = await house.keeper.kept(pointId)
    for (const received of lately(hall, house.clock.now())) if (await letGo(house, pointId, received)) finished += 1
  }
  return finished
}

const lately = (hall: Hall, now: Instant): Ticket[] =>
  [...hall.tickets.values()].filter(
    (t) => t.origin === 'sent' && t.otherPointId !== null && t.reason !== 'not-sent' && now - t.takenAt > graceMs,
  )

async function letGo(house: House, toPointId: PointId, received: Ticket): Promise<boolean> {
  const fromPointId = received.otherPointId!
  if (received.state === 'sent') return false
  const { hall } = await house.keeper.kept(fromPointId)
  // The visit is the same on both sides; one that came back later is younger than what was received here.
  const old = [...hall.tickets.values()].find((t) => t.visitId === received.visitId && t.takenAt <= received.takenAt && !isDone(t.state))
  if (!old) return false
  const answer = await house.keeper.change({
    pointId: fromPointId,
    key: null,
    fingerprint: '',
    decide: ({ hall }, now) => {
      const request = { actor: { kind: 'job' as const, id: 'finish-sending' }, counterId: null, ticketId: old.id, toPointId }
      const decision = send(hall, request, now)
      return isRefusal(decision) ? decision : { hall: decision, ids: {} }
    },
  })
  return 'ids' in answer
}
