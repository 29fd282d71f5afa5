import { ask } from '../contract/ask.ts'
import { Problem } from '../contract/problems.ts'
import { newKey } from '../contract/uuid.ts'
import { cancelVisit, moveVisit, oneVisit } from '../contract/visits.ts'
import { askPoint } from './ask-slots.ts'
import { askTimes, mendable } from './ask-times.ts'
import { type Asked, holdPath, visitorOf, visitPath } from './asked.ts'
import { keyOf, zonesDiffer } from './choose-time.tsx'
import { wantedOf } from './hold.tsx'
import { Cancel } from './pages/Cancel.tsx'
import { Move } from './pages/Move.tsx'
import { Times } from './pages/Times.tsx'
import { Visit } from './pages/Visit.tsx'
import type { VisitOut } from './parts/Facts.tsx'
import { Moving } from './parts/Moving.tsx'
import type { Picking } from './parts/Picking.tsx'
import { Steps } from './parts/Steps.tsx'
import { goTo, page } from './respond.tsx'
import { allTexts } from './texts.ts'

const askVisit = (asked: Asked, token: string): Promise<VisitOut> => ask(visitorOf(asked, token), oneVisit, { visit: token.split('.')[0]! })

const changeable = (visit: VisitOut): boolean => visit.state === 'booked' || visit.state === 'unconfirmed'

/** `/book/visit/:token`: the visit as it is kept now, and what can be done with it. */
export async function visit(asked: Asked, token: string): Promise<Response> {
  const found = await askVisit(asked, token)
  if (found.state === 'held' || found.state === 'expired') return goTo(asked.to(holdPath(found.token)))
  const done = asked.url.searchParams.get('done')
  const zoneNote = await zonesDiffer(asked)
  return page(asked, {
    title: allTexts[asked.language].visit[titleOf(found, done)],
    zone: found.zone,
    phone: found.point.phone,
    body: () => <Visit asked={asked} visit={found} done={done} title={titleOf(found, done)} zoneNote={zoneNote} />,
  })
}

function titleOf({ state }: VisitOut, done: string | null) {
  if (state === 'arrived') return 'titleArrived'
  if (state === 'cancelled') return 'titleCancelled'
  if (state === 'missed') return 'titleMissed'
  if (state === 'unconfirmed') return 'titleWaiting'
  return done === 'moved' ? 'titleMoved' : 'title'
}

/** `/book/visit/:token/cancel`: asks once, on a page of its own. */
export async function cancel(asked: Asked, token: string): Promise<Response> {
  const found = await askVisit(asked, token)
  const back = asked.to(visitPath(found.token))
  if (!changeable(found)) return goTo(back)
  if (asked.method === 'POST') {
    await ask(visitorOf(asked, token), cancelVisit, { visit: found.visitId }, keyOf(asked, 'key'))
    return goTo(back)
  }
  return page(asked, {
    title: allTexts[asked.language].cancel.title,
    zone: found.zone,
    phone: found.point.phone,
    body: () => <Cancel visit={found} action={asked.to(`${visitPath(found.token)}/cancel`)} back={back} formKey={newKey(asked.now)} />,
  })
}

/** `/book/visit/:token/move`: the times, here or at another point; then what changes into what; then it is done. */
export async function move(asked: Asked, token: string): Promise<Response> {
  const found = await askVisit(asked, token)
  if (asked.method === 'POST') return moveNow(asked, found)
  if (!changeable(found)) return goTo(asked.to(visitPath(found.token)))
  const point = asked.url.searchParams.get('point') ?? found.point.id
  const startsAt = asked.url.searchParams.get('startsAt')
  return startsAt && !Number.isNaN(Date.parse(startsAt)) ? confirmPage(asked, found, point, startsAt) : timesPage(asked, found, point)
}

async function moveNow(asked: Asked, found: VisitOut): Promise<Response> {
  const point = asked.form.get('point') ?? found.point.id
  const startsAt = asked.form.get('startsAt') ?? ''
  try {
    const moved = await ask(visitorOf(asked, found.token), moveVisit, { visit: found.visitId, point, startsAt }, keyOf(asked, 'key'))
    return goTo(asked.to(visitPath(moved.token), { done: 'moved' }))
  } catch (error) {
    if (!(error instanceof Problem) || !mendable.includes(error.code)) throw error
    return goTo(asked.to(`${visitPath(found.token)}/move`, { point, problem: error.code, wanted: startsAt }))
  }
}

async function timesPage(asked: Asked, found: VisitOut, point: string): Promise<Response> {
  // With the link of the visit: its own time counts as free, so that it can move by a quarter of an hour where there is one counter.
  const asVisitor = { ...asked, asker: visitorOf(asked, found.token) }
  const times = await askTimes(asVisitor, point, wantedOf(found), point === found.point.id ? found.startsAt : '')
  const zoneNote = await zonesDiffer(asked)
  const title = allTexts[asked.language].times.titleMove
  const here = `${visitPath(found.token)}/move`
  const language = asked.url.searchParams.get('language')
  const picking: Picking = {
    method: 'get',
    action: asked.to(here),
    hidden: { point, ...(language ? { language } : {}) },
    onDay: (query) => asked.to(here, { point, ...query }),
    elsewhere: (other) => asked.to(here, { point: other }),
  }
  return page(asked, {
    title,
    zone: times.point.zone,
    phone: times.point.phone,
    body: () => (
      <Times
        asked={asked}
        found={times}
        picking={picking}
        title={title}
        zoneNote={zoneNote}
        steps={<Steps back={asked.to(visitPath(found.token))} />}
        above={<Moving visit={found} />}
      />
    ),
  })
}

async function confirmPage(asked: Asked, found: VisitOut, pointId: string, startsAt: string): Promise<Response> {
  const { point } = await askPoint(asked, pointId)
  // A trip from one zone to another has two times; in one zone there is nothing to explain.
  const zoneNote = point.zone !== found.zone
  const here = `${visitPath(found.token)}/move`
  return page(asked, {
    title: allTexts[asked.language].move.title,
    zone: point.zone,
    phone: point.phone,
    body: () => (
      <Move
        visit={found}
        point={point}
        startsAt={startsAt}
        action={asked.to(here)}
        back={asked.to(here, { point: pointId })}
        formKey={newKey(asked.now)}
        zoneNote={zoneNote}
      />
    ),
  })
}
