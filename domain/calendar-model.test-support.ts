/** What the verbs of a calendar should decide, worked out a second time from bookings and minutes; imports only types and the oracle. */
import type { Appointment, AppointmentState, CalendarSettings } from './calendar.ts'
import { freeLanes, gapAround, isStart, minutesOf, type OracleLane, type OracleWanted, takes } from './calendar-oracle.test-support.ts'
import type { HoldRequest } from './take-place.ts'

const minute = 60_000

export type World = { pointId: string; settings: CalendarSettings; lanes: Map<string, OracleLane[]>; all: Map<string, Appointment> }

export type Command =
  | { act: 'hold'; request: HoldRequest }
  | { act: 'book-now'; request: HoldRequest; confirmMinutes: number | null }
  | { act: 'book'; id: string; confirmMinutes: number | null }
  | { act: 'move'; id: string; oldId: string; day: string; startsAt: number }
  | { act: 'cancel'; id: string; moved: boolean }
  | { act: 'confirm' | 'expire' | 'release' | 'arrive' | 'unarrive' | 'miss'; id: string }

/** Who may follow whom, as a list of sentences rather than a table. */
const follows: readonly string[] = [
  'held>booked',
  'held>unconfirmed',
  'held>cancelled',
  'held>expired',
  'unconfirmed>booked',
  'unconfirmed>cancelled',
  'unconfirmed>expired',
  'booked>cancelled',
  'booked>arrived',
  'booked>missed',
  'arrived>booked',
  'expired>booked',
  'expired>unconfirmed',
]
export const mayFollow = (from: AppointmentState, to: AppointmentState): boolean => from === to || follows.includes(`${from}>${to}`)

const isStanding = (a: Appointment): boolean => ['held', 'unconfirmed', 'booked', 'arrived'].includes(a.state)
const overdueAt = (a: Appointment, now: number): boolean => a.until !== null && a.until <= now

function wantedOf(world: World, request: Pick<HoldRequest, 'serviceIds' | 'people' | 'channel'>): OracleWanted | string {
  const { settings } = world
  const ids = request.serviceIds.filter((id, i) => request.serviceIds.indexOf(id) === i)
  if (ids.length === 0 || ids.some((id) => !Object.keys(settings.services).includes(id) || !settings.services[id]?.bookable))
    return 'service-not-here'
  if (request.people % 1 !== 0 || request.people < 1 || request.people > settings.peopleMax) return 'too-many-people'
  let minutes = 0
  let grid = 1
  for (const id of ids) {
    const service = settings.services[id]!
    minutes += service.baseMinutes + service.extraMinutes * (request.people - 1)
  }
  const grids = ids.map((id) => settings.services[id]?.gridMinutes ?? settings.gridMinutes)
  while (grids.some((own) => grid % own !== 0)) grid += 1
  while (minutes % 5 !== 0) minutes += 1
  return { serviceIds: ids, people: request.people, channel: request.channel, minutes, grid }
}

const dayShownAt = (now: number, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now)

function isOffered(world: World, request: { day: string; startsAt: number }, wanted: OracleWanted, now: number): boolean {
  const { settings } = world
  const lanes = world.lanes.get(request.day) ?? []
  const horizon = Date.parse(`${dayShownAt(now, settings.zone)}T00:00:00Z`) + settings.horizonDays * 24 * 60 * minute
  if (lanes.length === 0 || Date.parse(`${request.day}T00:00:00Z`) > horizon) return false
  const empty = lanes.map((lane) => ({ ...lane, seats: lane.seats === 0 ? 0 : 1000 }))
  return request.startsAt >= now + settings.leadMinutes * minute && isStart(request.day, settings.zone, empty, wanted, request.startsAt)
}

function best(lanes: readonly OracleLane[], others: readonly Appointment[], at: number, wanted: OracleWanted): OracleLane | undefined {
  const kinds = ['seats', 'counter', 'overbooking']
  const gap = (l: OracleLane) => (l.kind === 'seats' ? 0 : gapAround(l, others, at, wanted.minutes))
  return freeLanes(lanes, others, at, wanted).sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      gap(a) - gap(b) ||
      a.serviceIds.length - b.serviceIds.length ||
      a.shiftId.localeCompare(b.shiftId),
  )[0]
}

function letGo(world: World, a: Appointment, now: number): void {
  const state = a.state === 'cancelled' ? 'cancelled' : overdueAt(a, now) ? 'expired' : 'cancelled'
  world.all.set(a.id, { ...a, state, until: null })
}

/** Finds a lane, letting go what may go for it; a refusal code where there is none. */
function findLane(
  world: World,
  request: { day: string; startsAt: number; visitId: string },
  exceptId: string | undefined,
  wanted: OracleWanted,
  now: number,
  inThePlaceOf?: Appointment,
): OracleLane | string {
  const all = [...world.all.values()]
  const same = all.filter((a) => a.visitId === request.visitId && a.id !== exceptId && isStanding(a))
  if (same.some((a) => a.state !== 'held' && !overdueAt(a, now))) return 'limit-reached'
  const lanes = world.lanes.get(request.day) ?? []
  const here = all.filter((a) => a.day === request.day && takes(a))
  const usual = same.length === 0 ? best(lanes, here, request.startsAt, wanted) : undefined
  if (usual) return usual
  const leaving = [...same, ...all.filter((a) => a.day === request.day && takes(a) && overdueAt(a, now) && !same.includes(a))]
  const found = best(
    lanes,
    here.filter((a) => !leaving.includes(a)),
    request.startsAt,
    wanted,
  )
  if (found) {
    for (const a of leaving) if (same.includes(a) || a.shiftId === found.shiftId) letGo(world, a, now)
    return found
  }
  if (!inThePlaceOf) return 'slot-taken'
  const moved = best(
    lanes,
    here.filter((a) => !leaving.includes(a) && a !== inThePlaceOf),
    request.startsAt,
    wanted,
  )
  if (!moved) return 'slot-taken'
  for (const a of leaving) if (same.includes(a) || a.shiftId === moved.shiftId) letGo(world, a, now)
  world.all.set(inThePlaceOf.id, { ...inThePlaceOf, state: 'cancelled', until: null })
  return moved
}

const endOf = (lane: OracleLane, at: number, wanted: OracleWanted): number => {
  if (lane.kind !== 'seats') return at + wanted.minutes * minute
  let end = at
  while (lane.open.has(end)) end += minute
  return end
}

function take(world: World, request: HoldRequest, state: AppointmentState, until: number | null, now: number): string | null {
  if (world.all.has(request.id)) return 'wrong-appointment-state'
  const wanted = wantedOf(world, request)
  if (typeof wanted === 'string') return wanted
  if (request.startsAt < now) return 'in-the-past'
  if (!isOffered(world, request, wanted, now)) return 'slot-not-offered'
  let replaces = request.replaces ?? null
  let old: Appointment | undefined
  while (replaces?.pointId === world.pointId) {
    old = world.all.get(replaces.id)
    if (!old || old.visitId !== request.visitId) return 'appointment-unknown'
    if (old.state !== 'held') break
    replaces = old.replaces
    old = undefined
  }
  if (old && old.state !== 'unconfirmed' && old.state !== 'booked') return 'wrong-appointment-state'
  const lane = findLane(world, request, old?.id, wanted, now, state === 'booked' ? old : undefined)
  if (typeof lane === 'string') return lane
  const first = minutesOf(request.day, world.settings.zone)
  const endsAt = endOf(lane, request.startsAt, wanted)
  const wall = first.find((m) => m.at === request.startsAt)?.wall ?? -1
  world.all.set(request.id, {
    id: request.id,
    visitId: request.visitId,
    reference: request.reference,
    state,
    serviceIds: wanted.serviceIds,
    people: request.people,
    language: request.language,
    channel: request.channel,
    shiftId: lane.shiftId,
    day: request.day,
    quantum: (request.startsAt - (first[0]?.at ?? 0)) / (5 * minute),
    quanta: (endsAt - request.startsAt) / (5 * minute),
    startsAt: request.startsAt,
    endsAt,
    wallTime: `${String(Math.floor(wall / 60)).padStart(2, '0')}:${String(wall % 60).padStart(2, '0')}`,
    zone: world.settings.zone,
    until,
    sequence: old ? old.sequence + 1 : (request.sequence ?? 0),
    generation: old?.generation ?? request.generation ?? 1,
    replaces,
    ticketId: null,
    createdAt: now,
  })
  return null
}

const cooled = (world: World, now: number): number | null =>
  world.settings.coolMinutes > 0 ? now + world.settings.coolMinutes * minute : null

function letOldGo(world: World, id: string, now: number): string | null {
  const a = world.all.get(id)
  if (a?.state !== 'booked' || a.replaces?.pointId !== world.pointId) return null
  const old = world.all.get(a.replaces.id)
  if (!old) return 'appointment-unknown'
  if (['held', 'arrived', 'missed'].includes(old.state)) return 'wrong-appointment-state'
  if (isStanding(old)) world.all.set(old.id, { ...old, state: 'cancelled', until: cooled(world, now) })
  return null
}

function bookHeld(world: World, a: Appointment, confirmMinutes: number | null, now: number): string | null {
  const state = confirmMinutes ? 'unconfirmed' : 'booked'
  const until = confirmMinutes ? now + confirmMinutes * minute : null
  if (a.state === 'booked' || (a.state === 'unconfirmed' && confirmMinutes)) return null
  if (a.state !== 'held' && a.state !== 'expired') return 'wrong-appointment-state'
  if ((a.until === null || overdueAt(a, now)) && a.startsAt < now) return 'hold-expired'
  if (a.state === 'held') world.all.set(a.id, { ...a, state, until })
  else {
    const wanted = wantedOf(world, a)
    const offered = typeof wanted !== 'string' && isOffered(world, a, wanted, now)
    const lane =
      typeof wanted === 'string' ? wanted : offered ? findLane(world, a, a.replaces?.id, wanted, now) : sameVisitElsewhere(world, a, now)
    if (typeof lane === 'string') return lane === 'limit-reached' ? lane : 'hold-expired'
    const endsAt = endOf(lane, a.startsAt, wanted as OracleWanted)
    world.all.set(a.id, { ...a, state, until, shiftId: lane.shiftId, endsAt, quanta: (endsAt - a.startsAt) / (5 * minute) })
  }
  return letOldGo(world, a.id, now)
}

function sameVisitElsewhere(world: World, a: Appointment, now: number): string {
  const others = [...world.all.values()].filter((o) => o.visitId === a.visitId && o.id !== a.replaces?.id && isStanding(o))
  return others.some((o) => o.state !== 'held' && !overdueAt(o, now)) ? 'limit-reached' : 'slot-not-offered'
}

function one(world: World, a: Appointment, command: Command, now: number): string | null {
  const wrong = 'wrong-appointment-state'
  const put = (changed: Partial<Appointment>) => {
    world.all.set(a.id, { ...a, ...changed })
    return null
  }
  if (command.act === 'confirm') {
    if (a.state === 'booked') return null
    if (a.state === 'expired') return 'hold-expired'
    if (a.state !== 'unconfirmed') return wrong
    if (overdueAt(a, now) && a.startsAt < now) return 'hold-expired'
    put({ state: 'booked', until: null })
    return letOldGo(world, a.id, now)
  }
  if (command.act === 'cancel') {
    if (a.state === 'cancelled') return null
    if (a.state === 'expired' || a.state === 'held')
      return command.moved ? wrong : a.state === 'expired' ? null : put({ state: 'cancelled', until: null })
    if (a.state !== 'booked' && a.state !== 'unconfirmed') return wrong
    return put({ state: 'cancelled', until: cooled(world, now), sequence: a.sequence + (command.moved ? 0 : 1) })
  }
  if (command.act === 'expire') {
    if (a.state === 'expired') return null
    if (a.state !== 'held' && a.state !== 'unconfirmed') return wrong
    return overdueAt(a, now) ? put({ state: 'expired', until: null }) : 'too-early'
  }
  if (command.act === 'release') {
    if (a.state !== 'cancelled') return wrong
    if (a.until === null) return null
    return overdueAt(a, now) ? put({ until: null }) : 'too-early'
  }
  if (command.act === 'arrive') return a.state === 'booked' ? put({ state: 'arrived', ticketId: 'ticket' }) : wrong
  if (command.act === 'unarrive')
    return a.state === 'booked' ? null : a.state === 'arrived' ? put({ state: 'booked', ticketId: null }) : wrong
  if (a.state === 'missed') return null
  if (a.state !== 'booked') return wrong
  return now < a.startsAt ? 'too-early' : put({ state: 'missed' })
}

/** Decides and applies; the code of the refusal, or null. A refusal leaves the world as it was. */
export function decideNaively(world: World, command: Command, now: number): string | null {
  const before = new Map(world.all)
  const code = decide(world, command, now)
  if (code !== null) world.all = before
  return code
}

function decide(world: World, command: Command, now: number): string | null {
  if (command.act === 'hold') return take(world, command.request, 'held', now + world.settings.holdMinutes * minute, now)
  if (command.act === 'book-now') {
    const { request, confirmMinutes } = command
    const code = confirmMinutes
      ? take(world, request, 'unconfirmed', now + confirmMinutes * minute, now)
      : take(world, request, 'booked', null, now)
    return code ?? letOldGo(world, request.id, now)
  }
  if (command.act === 'move') {
    const old = world.all.get(command.oldId)
    if (!old) return 'appointment-unknown'
    const { visitId, reference, serviceIds, people, language, channel, sequence, generation } = old
    const replaces = { pointId: world.pointId, id: old.id }
    const { id, day, startsAt } = command
    const carried = { visitId, reference, serviceIds, people, language, channel, sequence: sequence + 1, generation }
    return (
      take(world, { ...carried, id, day, startsAt, replaces, actor: { kind: 'staff', id: 's' } }, 'booked', null, now) ??
      letOldGo(world, id, now)
    )
  }
  const a = world.all.get(command.id)
  if (!a) return 'appointment-unknown'
  return command.act === 'book' ? bookHeld(world, a, command.confirmMinutes, now) : one(world, a, command, now)
}
