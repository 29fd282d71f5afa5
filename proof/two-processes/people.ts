import { arriveWithAppointment, counterActs, takeTicket } from '../../contract/tickets.ts'
import { bookAtDesk, bookHold, cancelVisit, holdSlot, moveVisit } from '../../contract/visits.ts'
import { addDays, instantOf, iso } from '../../domain/time.ts'
import { type Asked, type Asking, isGood, mint, pause, type Sent } from './asking.ts'
import { clerkToken, counterIds, day, kioskToken, pointIds, services } from './world.ts'

/** A visit as its visitor knows it. */
type Visit = { visitId: string; token: string; reference: string; pointId: string; day: string }

const kiosk = (pointId: string) => ({ authorization: `Bearer ${kioskToken(pointId)}` })
const clerk = (pointId: string, counter: number) => ({ cookie: `beurt=${clerkToken(pointId, counter)}` })
const visitor = (visit: Visit) => ({ authorization: `Visit ${visit.token}` })

/** What everybody does: choose by chance, and ask. */
function makeChance(asking: Asking, draw: () => number) {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(draw() * from.length)]!
  return {
    draw,
    pick,
    wish: () => ({ serviceIds: [pick(services)], people: 1 + Math.floor(draw() * 2), language: 'nl' }),
    asked: (kind: string, pointId: string, headers: Asked['headers'], route: Asked['route'], input: Asked['input']) =>
      asking.ask({ kind, key: mint(), pointId, headers, route, input: { point: pointId, ...input } }),
    /** About a visit, by its link: no point in the address. */
    askedOf: (kind: string, pointId: string, visit: Visit, route: Asked['route'], input: Asked['input']) =>
      asking.ask({ kind, key: mint(), pointId, headers: visitor(visit), route, input: { visit: visit.visitId, ...input } }),
    /** Days fill from the front: the same starts are wanted by many. */
    start(): string {
      const minutes = 11 * 60 + Math.floor(draw() * draw() * 32) * 15
      const wall = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
      return iso(instantOf(addDays(day, Math.floor(draw() * draw() * 3)), wall, 'Europe/Amsterdam'))
    },
  }
}
type Chance = ReturnType<typeof makeChance>

function visitOf({ body }: Sent): Visit {
  const { visitId, token, reference, point, day: on } = body as Visit & { point: { id: string } }
  return { visitId, token, reference, pointId: point.id, day: on }
}

function makeBooking({ asked, pick, wish, start, draw }: Chance, visits: Visit[]) {
  return {
    async holdAndBook(): Promise<void> {
      const pointId = pick(pointIds)
      const held = await asked('hold', pointId, {}, holdSlot, { ...wish(), startsAt: start() })
      if (!isGood(held) || draw() < 0.1) return
      const visit = visitOf(held)
      const input = { appointment: held.body.appointmentId, name: 'Noor' }
      if (isGood(await asked('book', pointId, visitor(visit), bookHold, input))) visits.push(visit)
    },
    async atDesk(): Promise<void> {
      const pointId = pick(pointIds)
      const input = { ...wish(), startsAt: start(), channel: 'desk', name: 'Daan' }
      const booked = await asked('desk', pointId, clerk(pointId, 1), bookAtDesk, input)
      if (isGood(booked)) visits.push(visitOf(booked))
    },
  }
}

function makeChanging({ asked, askedOf, pick, start, draw }: Chance, visits: Visit[]) {
  /** Somebody's visit, and nobody else does anything with it meanwhile; `act` answers whether it still stands. */
  async function withVisit(where: (visit: Visit) => boolean, act: (visit: Visit) => Promise<boolean>): Promise<void> {
    const from = Math.floor(draw() * visits.length)
    const index = visits.findIndex((visit, i) => i >= from && where(visit))
    const [visit] = index < 0 ? [] : visits.splice(index, 1)
    if (visit && (await act(visit))) visits.push(visit)
  }
  const any = () => true
  return {
    cancel: () => withVisit(any, async (visit) => !isGood(await askedOf('cancel', visit.pointId, visit, cancelVisit, {}))),
    move: () =>
      withVisit(any, async (visit) => {
        const to = draw() < 0.5 ? visit.pointId : pick(pointIds)
        const moved = await askedOf('move', to, visit, moveVisit, { point: to, startsAt: start() })
        if (isGood(moved)) Object.assign(visit, visitOf(moved))
        return true
      }),
    arrive: () =>
      withVisit(
        (visit) => visit.day === day,
        async ({ pointId, reference, token }) => {
          const code = draw() < 0.5 ? reference : token
          return !isGood(await asked('arrive', pointId, kiosk(pointId), arriveWithAppointment, { code, language: 'nl' }))
        },
      ),
  }
}

function makeClerks({ asked, draw }: Chance) {
  const here = new Map<string, string>()

  async function act(pointId: string, counter: number, what: keyof typeof counterActs, input: Record<string, unknown> = {}) {
    const sent = await asked(what, pointId, clerk(pointId, counter), counterActs[what], { counter, ...input })
    const ticket = isGood(sent) ? (sent.body.ticket as { id: string } | null) : null
    if (ticket) here.set(`${pointId} ${counter}`, ticket.id)
    else if (isGood(sent)) here.delete(`${pointId} ${counter}`)
  }

  return {
    /** Every counter opens, through whichever process. */
    async open(): Promise<void> {
      for (const pointId of pointIds) for (const counter of counterIds) await act(pointId, counter, 'open')
    },
    /** One visitor at a counter, from the call to the end. */
    async clerkTurn(pointId: string, counter: number): Promise<void> {
      const name = `${pointId} ${counter}`
      if (!here.has(name)) await act(pointId, counter, 'callNext')
      const ticketId = here.get(name)
      if (!ticketId) return pause(30)
      if (draw() < 0.15) return act(pointId, counter, 'miss', { ticketId })
      await act(pointId, counter, 'start', { ticketId })
      await act(pointId, counter, 'finish', { ticketId, andNext: draw() < 0.3 })
    },
  }
}

/** The steady mix: visitors book, move, cancel, take and arrive; a clerk at every counter calls and serves. */
export function makePeople(asking: Asking, draw: () => number) {
  const visits: Visit[] = []
  const chance = makeChance(asking, draw)
  const { holdAndBook, atDesk } = makeBooking(chance, visits)
  const { cancel, move, arrive } = makeChanging(chance, visits)
  const { open, clerkTurn } = makeClerks(chance)
  async function take(): Promise<void> {
    const pointId = chance.pick(pointIds)
    await chance.asked('take', pointId, kiosk(pointId), takeTicket, chance.wish())
  }
  const turns: [share: number, act: () => Promise<void>][] = [
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
  return { open, clerkTurn, visitorTurn }
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
