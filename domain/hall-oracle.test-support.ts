import type { Counter, HallSettings, Ticket, TicketState } from './hall.ts'
import type { Command, Requests } from './hall-commands.test-support.ts'

/** A second hall, written as plainly as can be: lists, copies and sorting, from the documents and not from the code beside it. */
export type Oracle = {
  open: boolean
  pointId: string
  day: string
  settings: HallSettings
  tickets: Ticket[]
  counters: Counter[]
  given: Record<string, number>
  log: { counterId: number | null; undoable: boolean; at: number; rows: string[]; tickets: Ticket[]; counters: Counter[] }[]
}

const minute = 60_000
const allowed: Record<string, TicketState[]> = {
  call: ['waiting', 'missed'],
  recall: ['called'],
  start: ['called'],
  finish: ['serving'],
  miss: ['called'],
  return: ['missed', 'parked'],
  park: ['waiting', 'called', 'serving'],
  resume: ['parked'],
  transfer: ['waiting', 'called', 'serving', 'parked'],
  send: ['waiting', 'called', 'serving', 'parked'],
  leave: ['waiting', 'called', 'serving', 'parked', 'missed'],
  services: ['called', 'serving'],
}
const emptied = { calledAt: null, startedAt: null, endedAt: null, reason: null }

export function oracleOf(hall: { pointId: string; day: string; settings: HallSettings; counters: Iterable<Counter> }): Oracle {
  const counters = [...hall.counters].map((c) => ({ ...c }))
  return { open: true, pointId: hall.pointId, day: hall.day, settings: hall.settings, tickets: [], counters, given: {}, log: [] }
}

/** What a ticket counts as come at, early ones an age later. */
export function naiveRank(o: Oracle, t: Ticket, now: number): number {
  const p = o.settings.policy
  const priority = p.priorityHeadStartMinutes[t.priority] * minute
  if (t.appointmentAt === null) return t.rankAt - priority
  const cameAt = Math.min(t.rankAt, t.takenAt)
  if (cameAt > t.appointmentAt + p.lateMinutes * minute) return t.rankAt - priority
  const penalty = t.rankAt > t.takenAt ? t.rankAt - t.takenAt : 0
  const rank = t.appointmentAt - p.appointmentHeadStartMinutes * minute + penalty - priority
  return now < t.appointmentAt - p.windowMinutes * minute ? rank + 1e14 : rank
}

const can = (o: Oracle, c: Counter, t: Ticket): boolean => {
  const bound = o.counters.find((x) => x.id === t.onlyCounterId && x.state !== 'closed')
  if (bound) return bound.id === c.id
  const doesAll = (x: Counter) => t.serviceIds.every((s) => x.serviceIds.includes(s))
  const somebodyDoesAll = doesAll(c) || o.counters.some((x) => x.state === 'open' && doesAll(x))
  return somebodyDoesAll ? doesAll(c) : c.serviceIds.includes(t.serviceIds[0] ?? '')
}

/** Everybody who waits for a counter, in order. */
export const naiveOrder = (o: Oracle, counter: Counter, now: number): Ticket[] =>
  o.tickets
    .filter((t) => t.state === 'waiting' && can(o, counter, t))
    .sort((a, b) => {
      const label = (t: Ticket) => `${t.series.padEnd(9, '\u0000')}${String(t.number).padStart(9, '0')}${t.id}`
      return naiveRank(o, a, now) - naiveRank(o, b, now) || a.takenAt - b.takenAt || (label(a) < label(b) ? -1 : 1)
    })

function commit(o: Oracle, at: number, counterId: number | null, undoable: boolean, tickets: Ticket[], counters: Counter[]): null {
  const before = { tickets: o.tickets.map((t) => ({ ...t })), counters: o.counters.map((c) => ({ ...c })) }
  for (const t of tickets) {
    if (!before.tickets.some((x) => x.id === t.id))
      before.tickets.push({ ...t, state: 'left', counterId: null, endedAt: at, reason: 'undone' })
    o.tickets = [...o.tickets.filter((x) => x.id !== t.id), t]
  }
  for (const c of counters) o.counters = o.counters.map((x) => (x.id === c.id ? c : x))
  o.log.push({ counterId, undoable, at, rows: [...tickets.map((t) => t.id), ...counters.map((c) => `${c.id}`)], ...before })
  return null
}

function create(
  o: Oracle,
  r: Partial<Ticket> & { ticketId: string; visitId: string; serviceIds: readonly string[]; people: number; language: string },
  now: number,
): Ticket {
  const series = o.settings.services[r.serviceIds[0] ?? '']?.series ?? '?'
  o.given[series] = (o.given[series] ?? 0) + 1
  return {
    id: r.ticketId,
    series,
    number: o.given[series] ?? 0,
    voided: null,
    state: r.state ?? 'waiting',
    serviceIds: r.serviceIds,
    people: r.people,
    language: r.language,
    origin: r.origin ?? 'kiosk',
    takenAt: now,
    rankAt: r.rankAt ?? now,
    priority: r.priority ?? 0,
    visitId: r.visitId,
    appointmentId: r.appointmentId ?? null,
    appointmentAt: r.appointmentAt ?? null,
    counterId: r.counterId ?? null,
    onlyCounterId: null,
    calls: r.calls ?? 0,
    calledAt: r.calledAt ?? null,
    startedAt: null,
    endedAt: r.endedAt ?? null,
    said: r.said ?? null,
    reason: r.reason ?? null,
    otherPointId: r.otherPointId ?? null,
  }
}

const services = (o: Oracle, ids: readonly string[], peopled: number | null): string | null =>
  ids.length === 0 || ids.some((id) => !Object.keys(o.settings.services).includes(id))
    ? 'service-not-here'
    : peopled !== null && (peopled < 1 || peopled > o.settings.peopleMax)
      ? 'too-many-people'
      : null

const free = (o: Oracle, id: number): string | Counter => {
  const c = o.counters.find((x) => x.id === id)
  return !c ? 'counter-unknown' : c.state !== 'open' ? 'counter-closed' : c.ticketId !== null ? 'counter-busy' : c
}

const find = (o: Oracle, id: string, act: string): string | Ticket => {
  const t = o.tickets.find((x) => x.id === id)
  return !t ? 'ticket-unknown' : !allowed[act]?.includes(t.state) ? 'wrong-ticket-state' : t
}

const here = (o: Oracle, r: { counterId: number; ticketId: string }, act: string): string | Ticket => {
  if (!o.counters.some((c) => c.id === r.counterId)) return 'counter-unknown'
  const t = find(o, r.ticketId, act)
  return typeof t === 'string' || t.counterId === r.counterId ? t : 'not-at-this-counter'
}

const anywhere = (o: Oracle, r: { counterId: number | null; ticketId: string }, act: string): string | Ticket => {
  if (r.counterId !== null && !o.counters.some((c) => c.id === r.counterId)) return 'counter-unknown'
  const t = find(o, r.ticketId, act)
  return typeof t === 'string' || t.counterId === null || r.counterId === null || t.counterId === r.counterId ? t : 'not-at-this-counter'
}

const emptiedCounter = (o: Oracle, t: Ticket): Counter[] =>
  o.counters.filter((c) => c.id === t.counterId).map((c) => ({ ...c, ticketId: null }))
const calledAt = (t: Ticket, counterId: number, now: number): Ticket => ({
  ...t,
  ...emptied,
  state: 'called',
  counterId,
  calls: 1,
  calledAt: now,
})

type Naive = { [V in keyof Requests]: (o: Oracle, r: Requests[V], now: number) => string | null }

const creating: Pick<Naive, 'take' | 'takeEmergency' | 'add' | 'arrive' | 'receive'> = {
  take(o, r, now) {
    if (o.tickets.some((t) => t.id === r.ticketId)) return null
    if (!o.open) return 'day-closed'
    const bad =
      services(o, r.serviceIds, null) ??
      (r.serviceIds.some((s) => !o.settings.services[s]?.walkIn) ? 'service-not-here' : services(o, r.serviceIds, r.people))
    if (bad) return bad
    if (!o.settings.spans.some((s) => s.from <= now && now < s.until)) return 'point-closed'
    const kept = r.kept ? { rankAt: Math.min(r.kept.rankAt, now), otherPointId: r.kept.fromPointId } : {}
    return commit(o, now, null, false, [create(o, { ...r, ...kept }, now)], [])
  },
  takeEmergency(o, r, now) {
    const series = `N${r.kiosk}`
    const labelled = o.tickets.find((t) => t.series === series && t.number === r.number)
    if (labelled) return labelled.id === r.ticketId ? null : 'number-used'
    const mine = o.tickets.find((t) => t.id === r.ticketId)
    if (mine?.series.startsWith('N')) return 'number-used'
    if (mine) {
      const back = mine.state === 'missed' && o.open ? { state: 'waiting' as const, calls: 0, calledAt: null, endedAt: null } : {}
      return commit(o, now, null, false, [{ ...mine, ...back, series, number: r.number, voided: `${mine.series} ${mine.number}` }], [])
    }
    const known = r.serviceIds.filter((s) => Object.keys(o.settings.services).includes(s))
    const walkIns = Object.entries(o.settings.services).flatMap(([id, { walkIn }]) => (walkIn ? [id] : []))
    const serviceIds = known.length > 0 ? known : walkIns.sort().slice(0, 1)
    const takenAt = Math.min(r.takenAt, now)
    const given = { ...o.given }
    const ticket = create(o, { ...r, serviceIds, origin: 'emergency', people: Math.min(r.people, o.settings.peopleMax) }, takenAt)
    o.given = given
    const over = o.open ? {} : { state: 'left' as const, endedAt: now, reason: 'day-closed' }
    return commit(o, now, null, false, [{ ...ticket, ...over, series, number: r.number }], [])
  },
  add(o, r, now) {
    if (o.tickets.some((t) => t.id === r.ticketId)) return null
    if (!o.open) return 'day-closed'
    const bad = services(o, r.serviceIds, r.people)
    if (bad) return bad
    if (r.counterId !== null && !o.counters.some((c) => c.id === r.counterId)) return 'counter-unknown'
    if (!r.straight)
      return commit(o, now, r.counterId, r.counterId !== null, [create(o, { ...r, counterId: null, origin: 'desk' }, now)], [])
    if (r.counterId === null) return 'counter-unknown'
    const c = free(o, r.counterId)
    if (typeof c === 'string') return c
    const ticket = create(o, { ...r, origin: 'desk', state: 'called', counterId: c.id, calls: 1, calledAt: now }, now)
    return commit(o, now, r.counterId, true, [ticket], [{ ...c, ticketId: ticket.id }])
  },
  arrive(o, r, now) {
    if (r.pointId !== o.pointId) return 'wrong-point'
    if (o.tickets.some((t) => t.id === r.ticketId)) return 'already-arrived'
    const a = r.appointment
    if (a.state !== 'booked') return 'wrong-appointment-state'
    if (a.day !== o.day) return 'wrong-day'
    if (!o.open) return 'day-closed'
    if (now < a.startsAt - o.settings.policy.earlyMinutes * minute) return 'too-early'
    if (now >= a.endsAt && o.settings.spans.every((s) => now >= s.until)) return 'too-late'
    const bad = services(o, a.serviceIds, null)
    if (bad) return bad
    const { visitId, serviceIds, people, language } = a
    const about = { ticketId: r.ticketId, visitId, serviceIds, people, language, appointmentId: a.id, appointmentAt: a.startsAt }
    return commit(o, now, null, false, [create(o, about, now)], [])
  },
  receive(o, r, now) {
    if (o.tickets.some((t) => t.id === r.ticketId)) return null
    if (!o.open) return 'day-closed'
    const serviceIds = r.serviceIds ?? r.ticket.serviceIds
    const bad = services(o, serviceIds, r.ticket.people)
    if (bad) return bad
    if (o.settings.spans.every((s) => now >= s.until)) return 'point-closed'
    const { visitId, people, language, priority, appointmentAt } = r.ticket
    const kept = { visitId, people, language, priority, appointmentAt, rankAt: Math.min(r.ticket.rankAt, now) }
    const way = r.underWay ? { state: 'parked' as const, reason: 'under-way' } : {}
    const about = { ...kept, ...way, ticketId: r.ticketId, serviceIds, origin: 'sent' as const, otherPointId: r.fromPointId }
    return commit(o, now, null, false, [create(o, about, now)], [])
  },
}

const calling: Pick<Naive, 'callNext' | 'callOne' | 'resume' | 'recall' | 'start' | 'finish' | 'miss' | 'addService' | 'dropService'> = {
  callNext(o, r, now) {
    const c = free(o, r.counterId)
    if (typeof c === 'string') return c
    const t = naiveOrder(o, c, now)[0]
    return t ? commit(o, now, c.id, true, [calledAt(t, c.id, now)], [{ ...c, ticketId: t.id }]) : 'nobody-waiting'
  },
  callOne(o, r, now) {
    const c = free(o, r.counterId)
    if (typeof c === 'string') return c
    const t = find(o, r.ticketId, 'call')
    if (typeof t === 'string') return t
    if (o.counters.some((x) => x.id === t.onlyCounterId && x.state !== 'closed' && x.id !== c.id)) return 'not-at-this-counter'
    return commit(o, now, c.id, true, [calledAt(t, c.id, now)], [{ ...c, ticketId: t.id }])
  },
  resume(o, r, now) {
    const c = free(o, r.counterId)
    if (typeof c === 'string') return c
    const t = find(o, r.ticketId, 'resume')
    return typeof t === 'string' ? t : commit(o, now, c.id, true, [calledAt(t, c.id, now)], [{ ...c, ticketId: t.id }])
  },
  recall(o, r, now) {
    const t = here(o, r, 'recall')
    if (typeof t === 'string') return t
    if (t.calls >= o.settings.policy.callsMax) return 'called-too-often'
    return commit(o, now, r.counterId, true, [{ ...t, calls: t.calls + 1, calledAt: now }], [])
  },
  start(o, r, now) {
    const t = here(o, r, 'start')
    return typeof t === 'string' ? t : commit(o, now, r.counterId, true, [{ ...t, state: 'serving', startedAt: now }], [])
  },
  finish(o, r, now) {
    const t = here(o, r, 'finish')
    if (typeof t === 'string') return t
    const c = o.counters.filter((x) => x.id === r.counterId)[0] as Counter
    const next = r.andNext && c.state === 'open' ? naiveOrder(o, c, now)[0] : undefined
    const rows = [{ ...t, state: 'finished' as const, counterId: null, endedAt: now }, ...(next ? [calledAt(next, c.id, now)] : [])]
    return commit(o, now, c.id, true, rows, [{ ...c, ticketId: next?.id ?? null }])
  },
  miss(o, r, now) {
    const t = here(o, r, 'miss')
    return typeof t === 'string'
      ? t
      : commit(o, now, r.counterId, true, [{ ...t, state: 'missed', counterId: null, endedAt: now }], emptiedCounter(o, t))
  },
  addService(o, r, now) {
    const t = here(o, r, 'services')
    if (typeof t === 'string') return t
    const bad = services(o, [r.serviceId], null)
    return bad ?? commit(o, now, r.counterId, true, [{ ...t, serviceIds: [...new Set([...t.serviceIds, r.serviceId])] }], [])
  },
  dropService(o, r, now) {
    const t = here(o, r, 'services')
    if (typeof t === 'string') return t
    if (!t.serviceIds.includes(r.serviceId) || t.serviceIds.length === 1) return 'service-not-here'
    return commit(o, now, r.counterId, true, [{ ...t, serviceIds: t.serviceIds.filter((s) => s !== r.serviceId) }], [])
  },
}

const moving: Omit<Naive, keyof typeof creating | keyof typeof calling> = {
  returnMissed(o, r, now) {
    const t = anywhere(o, r, 'return')
    if (typeof t === 'string') return t
    const rankAt = t.rankAt + (t.state === 'missed' ? o.settings.policy.missedPenaltyMinutes * minute : 0)
    return commit(o, now, r.counterId, r.counterId !== null, [{ ...t, ...emptied, state: 'waiting', rankAt, calls: 0 }], [])
  },
  leave(o, r, now) {
    const t = anywhere(o, r, 'leave')
    if (typeof t === 'string') return t
    const row: Ticket = { ...t, state: 'left', counterId: null, endedAt: now, reason: r.reason }
    return commit(o, now, r.counterId, r.counterId !== null, [row], emptiedCounter(o, t))
  },
  park(o, r, now) {
    const t = anywhere(o, r, 'park')
    if (typeof t === 'string') return t
    const row: Ticket = { ...t, state: 'parked', counterId: null, calls: 0, reason: r.reason }
    return commit(o, now, r.counterId, r.counterId !== null, [row], emptiedCounter(o, t))
  },
  transfer(o, r, now) {
    const t = anywhere(o, r, 'transfer')
    if (typeof t === 'string') return t
    if (r.serviceIds === null && r.toCounterId === null) return 'no-transfer-target'
    const bad = r.serviceIds === null ? null : services(o, r.serviceIds, null)
    if (bad) return bad
    if (r.toCounterId !== null && !o.counters.some((c) => c.id === r.toCounterId && c.state !== 'closed')) return 'no-transfer-target'
    const to = { onlyCounterId: r.toCounterId, serviceIds: r.serviceIds ?? t.serviceIds }
    const row: Ticket = { ...t, ...to, state: 'waiting', counterId: null, calls: 0, calledAt: null, startedAt: null, reason: null }
    return commit(o, now, r.counterId, r.counterId !== null, [row], emptiedCounter(o, t))
  },
  send(o, r, now) {
    if (r.toPointId === o.pointId) return 'no-transfer-target'
    const t = anywhere(o, r, 'send')
    if (typeof t === 'string') return t
    const row: Ticket = { ...t, state: 'sent', counterId: null, endedAt: now, otherPointId: r.toPointId }
    return commit(o, now, r.counterId, false, [row], emptiedCounter(o, t))
  },
  openCounter(o, r, now) {
    const c = o.counters.find((x) => x.id === r.counterId)
    if (!c) return 'counter-unknown'
    if (r.serviceIds.some((s) => !Object.keys(o.settings.services).includes(s))) return 'service-not-here'
    if (c.state !== 'closed' && c.staffId && c.staffId !== r.staffId) return 'counter-taken'
    const serviceIds = r.serviceIds.length ? r.serviceIds : c.serviceIds
    return commit(
      o,
      now,
      c.id,
      true,
      [],
      [{ ...c, state: 'open', staffId: r.staffId, serviceIds, sinceAt: c.state === 'open' ? c.sinceAt : now }],
    )
  },
  pauseCounter(o, r, now) {
    const c = o.counters.find((x) => x.id === r.counterId)
    if (!c || c.state === 'closed') return c ? 'counter-closed' : 'counter-unknown'
    return commit(o, now, c.id, true, [], [{ ...c, state: 'paused', sinceAt: c.state === 'paused' ? c.sinceAt : now }])
  },
  closeCounter(o, r, now) {
    const c = o.counters.find((x) => x.id === r.counterId)
    if (!c) return 'counter-unknown'
    if (c.ticketId !== null && c.ticketId !== r.ticketId) return 'counter-busy'
    const rows = o.tickets
      .filter((t) => t.counterId === c.id)
      .map((t): Ticket => {
        if (t.state === 'called') return { ...t, ...emptied, state: 'waiting', counterId: null, calls: 0 }
        return { ...t, state: 'parked', counterId: null, calls: 0, reason: 'counter-closed' }
      })
    const sinceAt = c.state === 'closed' ? c.sinceAt : now
    return commit(o, now, c.id, true, rows, [{ ...c, state: 'closed', staffId: null, ticketId: null, sinceAt }])
  },
  closeDay(o, _, now) {
    for (const t of o.tickets) {
      if (['finished', 'left', 'sent'].includes(t.state)) continue
      Object.assign(t, { state: t.state === 'serving' ? 'finished' : 'left', counterId: null, endedAt: now, reason: 'day-closed' })
    }
    for (const c of o.counters) if (c.state !== 'closed') Object.assign(c, { state: 'closed', staffId: null, ticketId: null, sinceAt: now })
    o.open = false
    return null
  },
  undo(o, r, now) {
    if (!o.counters.some((c) => c.id === r.counterId)) return 'counter-unknown'
    const index = o.log.findLastIndex((l) => l.counterId === r.counterId)
    const last = o.log[index]
    if (!last?.undoable || now - last.at > o.settings.policy.undoSeconds * 1000) return 'nothing-to-undo'
    if (o.log.slice(index + 1).some((later) => later.rows.some((row) => last.rows.includes(row)))) return 'nothing-to-undo'
    const tickets = last.tickets.filter((t) => last.rows.includes(t.id))
    const counters = last.counters.filter((c) => last.rows.includes(`${c.id}`))
    return commit(o, now, r.counterId, false, tickets, counters)
  },
}

const naive: Naive = { ...creating, ...calling, ...moving }

/** Does a command to the second hall, in place: the code of its refusal, or null. */
export function naiveCommand(o: Oracle, command: Command, now: number): string | null {
  const evenWhenClosed = ['take', 'takeEmergency', 'add', 'arrive', 'receive'].includes(command.verb)
  if (!o.open && !evenWhenClosed) return 'day-closed'
  return (naive[command.verb] as (o: Oracle, r: unknown, now: number) => string | null)(o, command.request, now)
}
