import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { hallList } from '../../contract/tickets.ts'
import { distanceKm } from '../../domain/distance.ts'
import { type Counter, type Hall, labelOf, type Ticket } from '../../domain/hall.ts'
import type { CounterId, Uuid } from '../../domain/ids.ts'
import { inOrder, nextFor, serves } from '../../domain/order.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { type Instant, iso } from '../../domain/time.ts'
import { undo } from '../../domain/undo.ts'
import type { Catalogue, Point } from '../catalogue.ts'
import { actorOf } from '../identity.ts'
import type { Asked } from '../serve.ts'
import { hallTicketOf, whyOut } from './read.ts'
import { isTaken, type Takers, takenByOut, takersOf } from './taken-by.ts'

type HallList = ResultOf<typeof hallList>

const missedMax = 20
const nearMax = 12

/** The hall as one counter sees it: who is here, who is next and why, who waits, who is set apart. */
export async function readHallList(asked: Asked<typeof hallList>): Promise<HallList> {
  const { house, identity, input } = asked
  const { hall } = await house.keeper.kept(input.point)
  const takers = await takersOf(asked, hall)
  const counter = input.counter === undefined ? null : hall.counters.get(input.counter)
  if (counter === undefined) throw new Problem('counter-unknown', { counterId: input.counter })
  const point = house.catalogue.point(input.point)!
  const now = house.clock.now()
  const staffId = identity.kind === 'staff' ? identity.staffId : ''
  const next = counter && nextFor(hall, counter.id, now)
  const here = counter?.ticketId ? hall.tickets.get(counter.ticketId) : undefined
  const waiting = inOrder(hall, now)
  const { id, name, zone } = point
  return {
    version: hall.version,
    at: iso(now),
    point: { id, name, zone },
    waitLimitMinutes: hall.settings.policy.waitLimitMinutes,
    counters: [...hall.counters.values()].sort((a, b) => a.id - b.id).map((c) => counterOut(hall, c, staffId, takers)),
    services: point.services.map(({ service }) => ({
      id: service.id,
      names: service.names as Record<string, string>,
      bring: service.bring as Record<string, string[]>,
    })),
    current: here ? hallTicketOf(here) : null,
    waiting: waiting.filter((t) => !counter || serves(hall, counter, t)).map(hallTicketOf),
    others: waiting.filter((t) => counter && !serves(hall, counter, t)).map(hallTicketOf),
    next: next && { ticketId: next.ticket.id, why: whyOut(next.why) },
    ...asideOf(hall),
    canUndo: counter && undoOf(hall, counter.id, actorOf(identity), now),
    points: nearOf(house.catalogue, point),
  }
}

const counterOut = (hall: Hall, c: Counter, staffId: Uuid, takers: Takers): HallList['counters'][number] => {
  const ticket = c.ticketId === null ? undefined : hall.tickets.get(c.ticketId)
  return {
    id: c.id,
    state: c.state,
    serviceIds: [...c.serviceIds],
    ticketLabel: ticket ? labelOf(ticket) : null,
    mine: c.state !== 'closed' && c.staffId === staffId,
    taken: isTaken(c, staffId),
    takenBy: takenByOut(hall, c, takers),
  }
}

/** Who is parked, longest first, and who was missed lately, last first. */
function asideOf(hall: Hall): Pick<HallList, 'parked' | 'missed'> {
  const parked: Ticket[] = []
  const missed: Ticket[] = []
  for (const ticket of hall.tickets.values()) {
    if (ticket.state === 'parked') parked.push(ticket)
    else if (ticket.state === 'missed') missed.push(ticket)
  }
  parked.sort((a, b) => a.rankAt - b.rankAt)
  missed.sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))
  return { parked: parked.map(hallTicketOf), missed: missed.slice(0, missedMax).map(hallTicketOf) }
}

function undoOf(hall: Hall, counterId: CounterId, actor: ReturnType<typeof actorOf>, now: Instant): HallList['canUndo'] {
  const last = hall.lastActs.get(counterId)
  if (!last || isRefusal(undo(hall, { actor, counterId }, now))) return null
  return { act: last.act, until: iso(last.at + hall.settings.policy.undoSeconds * 1000) }
}

const near = new WeakMap<Point, HallList['points']>()

/** The nearest other points; worked out once for each load of the catalogue. */
function nearOf(catalogue: Catalogue, point: Point): HallList['points'] {
  const known = near.get(point)
  if (known) return known
  const away = (to: Point): number =>
    point.latitude === null || point.longitude === null || to.latitude === null || to.longitude === null
      ? Number.MAX_VALUE
      : distanceKm({ latitude: point.latitude, longitude: point.longitude }, { latitude: to.latitude, longitude: to.longitude })
  const others = [...catalogue.points()].filter((p) => p.id !== point.id).map((p) => ({ id: p.id, name: p.name, km: away(p) }))
  const found = others
    .sort((a, b) => a.km - b.km || (a.name < b.name ? -1 : 1))
    .slice(0, nearMax)
    .map(({ id, name }) => ({ id, name }))
  near.set(point, found)
  return found
}
