import { ask } from '../contract/ask.ts'
import { type FieldProblem, Problem } from '../contract/problems.ts'
import { newKey } from '../contract/uuid.ts'
import { bookHold, cancelVisit, oneVisit } from '../contract/visits.ts'
import { askNear, type Wanted } from './ask-slots.ts'
import { type Asked, holdPath, visitorOf, visitPath } from './asked.ts'
import { keyOf, pickingOf, zonesDiffer } from './choose-time.tsx'
import { Details } from './pages/Details.tsx'
import { Expired } from './pages/Expired.tsx'
import type { VisitOut } from './parts/Facts.tsx'
import { readDetails, type Details as Typed } from './read-details.ts'
import { goTo, page } from './respond.tsx'
import { allTexts } from './texts.ts'

const nothingTyped: Typed = { name: '', email: null, phone: null }
const askVisit = (asked: Asked, token: string): Promise<VisitOut> => ask(visitorOf(asked, token), oneVisit, { visit: token.split('.')[0]! })

/** `/book/hold/:token`: who comes. A POST books what is held; pressed twice it is booked once. */
export async function hold(asked: Asked, token: string): Promise<Response> {
  const visit = await askVisit(asked, token)
  const typed = readDetails(asked.form)
  if (visit.state !== 'held' && visit.state !== 'expired') return goTo(asked.to(visitPath(visit.token), typed.name ? doneWith(typed) : {}))
  if (asked.method === 'POST') return book(asked, token, visit, typed)
  const over = visit.state === 'expired' || Date.parse(visit.until ?? '') <= asked.now
  return over ? expiredPage(asked, visit, nothingTyped) : detailsPage(asked, visit, nothingTyped, [])
}

/** `/book/hold/:token/let-go`: lets the time go and goes back to the times. */
export async function letGo(asked: Asked, token: string): Promise<Response> {
  const visit = await askVisit(asked, token)
  if (visit.state !== 'held' && visit.state !== 'expired') return goTo(asked.to(visitPath(visit.token)))
  if (visit.state === 'held') await ask(visitorOf(asked, token), cancelVisit, { visit: visit.visitId }, keyOf(asked, 'key'))
  return goTo(asked.to(`/${visit.point.id}/time`, wantedOf(visit)))
}

export const wantedOf = (visit: VisitOut): Wanted => ({ services: visit.serviceIds.join(','), people: visit.people })

/** What the page of the visit says first; a second press of the same button lands there too. */
const doneWith = (typed: Typed) => ({ done: typed.email ? 'mailed' : 'booked' })

async function book(asked: Asked, token: string, visit: VisitOut, typed: Typed): Promise<Response> {
  try {
    const input = { point: visit.point.id, appointment: visit.appointmentId, ...typed }
    const booked = await ask(visitorOf(asked, token), bookHold, input, keyOf(asked, 'key'))
    return goTo(asked.to(visitPath(booked.token), doneWith(typed)))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.code === 'invalid-input') return detailsPage(asked, visit, typed, error.fields)
    if (error.code === 'hold-expired') return expiredPage(asked, visit, typed)
    // The other of two presses may have booked it meanwhile.
    if (['idempotency-key-reused', 'wrong-appointment-state'].includes(error.code)) return goTo(asked.to(holdPath(token)))
    throw error
  }
}

async function detailsPage(asked: Asked, visit: VisitOut, typed: Typed, faults: readonly FieldProblem[]): Promise<Response> {
  const zoneNote = await zonesDiffer(asked)
  return page(asked, {
    title: allTexts[asked.language].details.title,
    zone: visit.zone,
    phone: visit.point.phone,
    wrong: faults.length > 0,
    status: faults.length > 0 ? 422 : 200,
    body: () => <Details asked={asked} visit={visit} typed={typed} faults={faults} formKey={newKey(asked.now)} zoneNote={zoneNote} />,
  })
}

async function expiredPage(asked: Asked, visit: VisitOut, typed: Typed): Promise<Response> {
  const wanted = wantedOf(visit)
  const near = await askNear(asked, visit.point, wanted, visit.startsAt)
  const more = typed.name ? { name: typed.name, email: typed.email ?? '', phone: typed.phone ?? '', bookKey: newKey(asked.now) } : undefined
  return page(asked, {
    title: allTexts[asked.language].expired.title,
    zone: visit.zone,
    phone: visit.point.phone,
    status: 410,
    body: () => (
      <Expired
        visit={visit}
        near={near}
        typed={more !== undefined}
        picking={pickingOf(asked, visit.point.id, wanted, more)}
        all={asked.to(`/${visit.point.id}/time`, wanted)}
      />
    ),
  })
}
