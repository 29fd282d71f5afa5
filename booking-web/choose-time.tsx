import { ask } from '../contract/ask.ts'
import { listPoints } from '../contract/points.ts'
import { Problem } from '../contract/problems.ts'
import { newKey } from '../contract/uuid.ts'
import { bookHold, holdSlot } from '../contract/visits.ts'
import type { Wanted } from './ask-slots.ts'
import { askTimes, mendable } from './ask-times.ts'
import { type Asked, holdPath, visitorOf, visitPath } from './asked.ts'
import { Times } from './pages/Times.tsx'
import { Chosen } from './parts/Chosen.tsx'
import type { Picking } from './parts/Picking.tsx'
import { Steps } from './parts/Steps.tsx'
import { readDetails } from './read-details.ts'
import { readWanted } from './read-wanted.ts'
import { goTo, page } from './respond.tsx'
import { allTexts } from './texts.ts'

/** `/book/:point/time`: the first free time, the days, other places. A POST holds the time that was pressed. */
export async function chooseTime(asked: Asked, pointId: string): Promise<Response> {
  if (asked.method === 'POST') return hold(asked, pointId)
  const wanted = readWanted(asked.url.searchParams)
  if (!wanted.services) return goTo(asked.to(`/${pointId}`, { people: wanted.people, wrong: 'services' }))
  const found = await askTimes(asked, pointId, wanted)
  const zoneNote = await zonesDiffer(asked)
  const title = allTexts[asked.language].times.title
  return page(asked, {
    title,
    zone: found.point.zone,
    phone: found.point.phone,
    body: () => (
      <Times
        asked={asked}
        found={found}
        picking={pickingOf(asked, pointId, wanted)}
        title={title}
        zoneNote={zoneNote}
        steps={<Steps back={asked.to(`/${pointId}`, wanted)} step={2} />}
        above={<Chosen asked={asked} found={found} />}
      />
    ),
  })
}

/** Choosing a time holds it. The key is that of the page: pressed twice it is one hold. */
export function pickingOf(asked: Asked, pointId: string, wanted: Wanted, more: Record<string, string> = {}): Picking {
  return {
    method: 'post',
    action: asked.to(`/${pointId}/time`),
    hidden: { key: newKey(asked.now), ...wanted, ...more },
    onDay: (query) => asked.to(`/${pointId}/time`, { ...wanted, ...query }),
    elsewhere: (other) => asked.to(`/${other}/time`, wanted),
  }
}

/** Whether the points of the network lie in more than one zone, so that a time has to say whose it is. */
export async function zonesDiffer(asked: Asked): Promise<boolean> {
  const { points } = await ask(asked.asker, listPoints, {})
  return new Set(points.map((point) => point.zone)).size > 1
}

async function hold(asked: Asked, pointId: string): Promise<Response> {
  const wanted = readWanted(asked.form)
  const startsAt = asked.form.get('startsAt') ?? ''
  try {
    const { token, appointmentId } = await holdOnce(asked, pointId, wanted, startsAt)
    const details = readDetails(asked.form)
    if (!details.name) return goTo(asked.to(holdPath(token)))
    // They were typed before, for a hold that ran out meanwhile: nobody types them twice.
    await ask(visitorOf(asked, token), bookHold, { point: pointId, appointment: appointmentId, ...details }, keyOf(asked, 'bookKey'))
    return goTo(asked.to(visitPath(token), { done: details.email ? 'mailed' : 'booked' }))
  } catch (error) {
    if (!(error instanceof Problem) || !mendable.includes(error.code)) throw error
    return goTo(asked.to(`/${pointId}/time`, { ...wanted, problem: error.code, wanted: startsAt }))
  }
}

async function holdOnce(asked: Asked, point: string, { services, people }: Wanted, startsAt: string) {
  const input = { point, serviceIds: services.split(','), people, language: asked.language, startsAt }
  try {
    return await ask(asked.asker, holdSlot, input, keyOf(asked, 'key'))
  } catch (error) {
    // Back in the browser and another time from the same page: a new choice, not the same one again.
    if (!(error instanceof Problem) || error.code !== 'idempotency-key-reused') throw error
    return ask(asked.asker, holdSlot, input, newKey(asked.now))
  }
}

/** The key that a form carries. */
export const keyOf = (asked: Asked, field: string): string => asked.form.get(field) ?? ''
