import { forBookings, mayBeAsked } from '../../domain/diversion.ts'
import { type Instant, minuteMs } from '../../domain/time.ts'
import type { House } from '../house.ts'
import { type FoundVisit, findVisit } from '../visits/find.ts'
import { contactAt } from '../visits/messages.ts'
import { wayBetween } from '../way.ts'
import { isCurrent, letterOf, type Quieter } from './letters.ts'
import { type Mailer, MailRefused } from './mailer.ts'
import { type Claimed, claim, isOvertaking, type Outcome, retryAt, sendingMs, settle } from './outbox.ts'

const batch = 20
const batchesMax = 10
const atOnce = 4
const overtakingMs = 2000

/**
 * Sends what is due in the outbox, each message from the visit as it is now. While the server cannot be reached nothing is counted as a try and
 * everything waits a minute; what the server refuses for now is tried again after 1 minute to 4 hours; what it refuses for good is flagged.
 * Answers how many messages are done with.
 */
export async function sendMessages(house: House, mailer: Mailer): Promise<number> {
  let done = 0
  for (let i = 0; i < batchesMax; i++) {
    const claimed = await claim(house.connections.slowSql, house.clock.now(), batch)
    const outcomes = await sendAll(house, mailer, claimed)
    done += outcomes.filter((o) => o.done).length
    const away = outcomes.some((o) => o.why === 'outage')
    if (away) house.log.note('the mail server cannot be reached', { waiting: claimed.length })
    if (away || claimed.length < batch) break
  }
  return done
}

/** Messages of one visit go one after another, in the order of their changes; some visits at once. */
async function sendAll(house: House, mailer: Mailer, claimed: readonly Claimed[]): Promise<Outcome[]> {
  const visits = [...Map.groupBy(claimed, (c) => c.visitId).values()]
  const own = claimed.map((c) => c.id)
  const outcomes: Outcome[] = []
  let away = false
  const worker = async () => {
    for (let messages = visits.shift(); messages; messages = visits.shift())
      for (const message of messages.sort((a, b) => a.sequence - b.sequence)) {
        const now = house.clock.now()
        const late = now > message.leaseAt - sendingMs
        const outcome = away ? outage(message, now) : late ? later(message, now) : await sendOne(house, mailer, message, own)
        away ||= outcome.why === 'outage'
        await settle(house.connections.slowSql, message, outcome, house.clock.now())
        outcomes.push(outcome)
      }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return outcomes
}

async function sendOne(house: House, mailer: Mailer, message: Claimed, own: readonly string[]): Promise<Outcome> {
  const sql = house.connections.slowSql
  const now = house.clock.now()
  const found = await findVisit(sql, message.visitId)
  // What the visitor only holds has no message, and makes none untrue.
  const told = found?.all.find((f) => f.appointment.state !== 'held')
  const visit = found && told && { ...found, ...told }
  if (!visit || !isCurrent(message, visit.appointment, now)) return { done: true, why: 'stale' }
  const quieter = message.kind === 'sooner' ? quieterFor(house, visit, now) : null
  if (message.kind === 'sooner' && !quieter) return { done: true, why: 'stale' }
  const points = visit.all.map((f) => f.pointId)
  if (await isOvertaking(sql, message, points, own, now))
    return { done: false, why: 'overtaking', dueAt: now + overtakingMs, tries: message.tries - 1 }
  const contact = await contactAt(sql, visit.pointId, message.visitId)
  if (!contact?.email) return { done: true, why: 'no-address' }
  const sender = mailer.sender ?? { name: '', address: `no-reply@${new URL(house.publicUrl).hostname}` }
  try {
    await mailer.send(letterOf({ house, message, visit, to: { name: contact.name, email: contact.email }, sender, now, quieter }))
    return { done: true, why: null }
  } catch (error) {
    if (!(error instanceof MailRefused)) return outage(message, now)
    if (error.lasting) return { done: true, why: 'bounced' }
    const dueAt = retryAt(message.tries, now)
    return dueAt === null ? { done: true, why: 'given-up' } : { done: false, why: 'refused', dueAt, tries: message.tries }
  }
}

/** Where a visitor may be told to go now, or null where the diversion that was to tell it is over. */
function quieterFor(house: House, { pointId, appointment }: FoundVisit, now: Instant): Quieter | null {
  const asked = { pointId, serviceIds: appointment.serviceIds, now }
  const diversion = forBookings(house.diversions.running(), asked).find((d) => mayBeAsked(d, appointment, now))
  const [from, to] = [house.catalogue.point(pointId), diversion && house.catalogue.point(diversion.toPointId)]
  const way = from && to ? wayBetween(from, to) : null
  return to && way ? { pointId: to.id, name: to.name, address: to.address, ...way } : null
}

/** So slow is the server that somebody else might soon send it too: it is put back as it was. */
const later = (message: Claimed, now: Instant): Outcome => ({ done: false, why: 'later', dueAt: now, tries: message.tries - 1 })

const outage = (message: Claimed, now: Instant): Outcome => ({
  done: false,
  why: 'outage',
  dueAt: now + minuteMs,
  tries: message.tries - 1,
})
