import { arriveWithAppointment, counterActs, takeTicket } from '../../contract/tickets.ts'
import { bookAtDesk, bookHold, cancelVisit, holdSlot, moveVisit } from '../../contract/visits.ts'
import { addDays, instantOf, iso } from '../../domain/time.ts'
import { type Asked, type Asking, isGood, mint, pause, type Sent } from './asking.ts'
import { clerkToken, counterIds, day, kioskToken, pointIds, services } from './world.ts'

/** A visit as its visitor knows it. */
type Visit = { visitId: string; token: string; reference: string; pointId: string; day: string }

/** The steady mix: visitors book, move, cancel, take and arrive; a clerk at every counter calls and serves. */
export function makePeople(asking: Asking, draw: () => number) {
  const visits: Visit[] = []
  const pick = <T>(from: readonly T[]): T => from[Math.floor(draw() * from.length)]!
  const kiosk = (pointId: string) => ({ authorization: `Bearer ${kioskToken(pointId)}` })
  const clerk = (pointId: string, counter: number) => ({ cookie: `beurt=${clerkToken(pointId, counter)}` })
  const visitor = (visit: Visit) => ({ authorization: `Visit ${visit.token}` })
  const wish = () => ({ serviceIds: [pick(services)], people: 1 + Math.floor(draw() * 2), language: 'nl' })
  const asked = (kind: string, pointId: string, headers: Asked['headers'], route: Asked['route'], input: Asked['input']) =>
    asking.ask({ kind, key: mint(), pointId, headers, route, input: { point: pointId, ...input } })

  /** Days fill from the front: the same starts are wanted by many. */
  function start(): string {
    const on = addDays(day, Math.floor(draw() * draw() * 3))
    const quarter = Math.floor(draw() * draw() * 32)
    const minutes = 11 * 60 + quarter * 15
    const wall = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    return iso(instantOf(on, wall, 'Europe/Amsterdam'))
  }

  function remember({ body }: Sent): Visit {
    const { visitId, token, reference, point, day: on } = body as Visit & { point: { id: string } }
    return { visitId, token, reference, pointId: point.id, day: on }
  }

  async function holdAndBook(): Promise<void> {
    const pointId = pick(pointIds)
    const held = await asked('hold', pointId, {}, holdSlot, { ...wish(), startsAt: start() })
    if (!isGood(held)) return
    if (draw() < 0.1) return
    const visit = remember(held)
    const input = { appointment: held.body.appointmentId, name: 'Noor' }
    if (isGood(await asked('book', pointId, visitor(visit), bookHold, input))) visits.push(visit)
  }

  async function atDesk(): Promise<void> {
    const pointId = pick(pointIds)
    const input = { ...wish(), startsAt: start(), channel: 'desk', name: 'Daan' }
    const booked = await asked('desk', pointId, clerk(pointId, 1), bookAtDesk, input)
    if (isGood(booked)) visits.push(remember(booked))
  }

  /** Somebody's visit, and nobody else does anything with it meanwhile. */
  async function withVisit(where: (visit: Visit) => boolean, act: (visit: Visit) => Promise<boolean>): Promise<void> {
    const from = Math.floor(draw() * visits.length)
    const index = visits.findIndex((visit, i) => i >= from && where(visit))
    const [visit] = index < 0 ? [] : visits.splice(index, 1)
    if (visit && (await act(visit))) visits.push(visit)
  }

  const cancel = () =>
    withVisit(
      () => true,
      async (visit) => !isGood(await asking.ask({ ...about('cancel', visit), route: cancelVisit, input: { visit: visit.visitId } })),
    )
  const move = () =>
    withVisit(
      () => true,
      async (visit) => {
        const to = draw() < 0.5 ? visit.pointId : pick(pointIds)
        const input = { visit: visit.visitId, point: to, startsAt: start() }
        const moved = await asking.ask({ ...about('move', visit), pointId: to, route: moveVisit, input })
        if (isGood(moved)) Object.assign(visit, remember(moved))
        return true
      },
    )
  const arrive = () =>
    withVisit(
      (visit) => visit.day === day,
      async ({ pointId, reference, token }) => {
        const code = draw() < 0.5 ? reference : token
        return !isGood(await asked('arrive', pointId, kiosk(pointId), arriveWithAppointment, { code, language: 'nl' }))
      },
    )
  const about = (kind: string, visit: Visit) => ({ kind, key: mint(), pointId: visit.pointId, headers: visitor(visit) })

  async function take(): Promise<void> {
    const pointId = pick(pointIds)
    await asked('take', pointId, kiosk(pointId), takeTicket, wish())
  }

  const turns: [number, () => Promise<void>][] = [
    [0.42, take],
    [0.18, holdAndBook],
    [0.14, atDesk],
    [0.08, cancel],
    [0.1, move],
    [0.08, arrive],
  ]

  /** One thing that a visitor does, or somebody for one. */
  async function visitorTurn(): Promise<void> {
    let left = draw()
    for (const [share, act] of turns) {
      left -= share
      if (left < 0) return act()
    }
  }

  const here = new Map<string, string>()

  /** One visitor at a counter, from the call to the end. */
  async function clerkTurn(pointId: string, counter: number): Promise<void> {
    const name = `${pointId} ${counter}`
    const act = async (what: keyof typeof counterActs, input: Record<string, unknown> = {}) => {
      const sent = await asked(what, pointId, clerk(pointId, counter), counterActs[what], { counter, ...input })
      const ticket = isGood(sent) ? (sent.body.ticket as { id: string } | null) : null
      if (ticket) here.set(name, ticket.id)
      else if (isGood(sent)) here.delete(name)
      return sent
    }
    if (!here.has(name)) await act('callNext')
    const ticketId = here.get(name)
    if (!ticketId) return pause(30)
    if (draw() < 0.15) return void (await act('miss', { ticketId }))
    await act('start', { ticketId })
    await act('finish', { ticketId, andNext: draw() < 0.3 })
  }

  return {
    visitorTurn,
    clerkTurn,
    /** Every counter opens, through whichever process. */
    async open(): Promise<void> {
      for (const pointId of pointIds)
        for (const counter of counterIds) await asked('open', pointId, clerk(pointId, counter), counterActs.open, { counter })
    },
  }
}

/** Lets visitors and clerks go on side by side until `isOver`. */
export async function runMix(
  people: ReturnType<typeof makePeople>,
  given: { visitors: number; isOver: () => boolean; thinkMs: () => number },
): Promise<void> {
  const { isOver, thinkMs } = given
  const loop = async (turn: () => Promise<void>) => {
    while (!isOver()) {
      await turn()
      await pause(thinkMs())
    }
  }
  const clerks = pointIds.flatMap((pointId) => counterIds.map((counter) => loop(() => people.clerkTurn(pointId, counter))))
  await Promise.all([...clerks, ...Array.from({ length: given.visitors }, () => loop(people.visitorTurn))])
}
