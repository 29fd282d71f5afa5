import { type Hall, type HallChange, isDone, labelKey, type Ticket } from './hall.ts'
import { ticketMoves } from './ticket-moves.ts'

const atCounter = (t: Ticket) => t.state === 'called' || t.state === 'serving'

/** What must hold of a whole hall (D8 with numbers that only go up, D9, D10): throws a sentence. */
export function checkHall(hall: Hall, issued: number): void {
  const fail = (what: string) => {
    throw new Error(what)
  }
  if (hall.tickets.size !== issued) fail(`${issued} tickets were issued, ${hall.tickets.size} are there`)
  const labels = new Set<string>()
  const highest = new Map<string, number>()
  for (const t of hall.tickets.values()) {
    const label = labelKey(t.series, t.number)
    if (labels.has(label)) fail(`${label} is there twice`)
    labels.add(label)
    if (t.voided !== null && labels.has(t.voided)) fail(`${t.voided} was given again`)
    if (t.voided !== null) labels.add(t.voided)
    for (const key of t.voided === null ? [label] : [t.voided, label]) {
      const [series = '', number = ''] = key.split(' ')
      const last = highest.get(series) ?? 0
      if (!series.startsWith('N') && Number(number) <= last) fail(`${key} was given after ${last}`)
      highest.set(series, Math.max(last, Number(number)))
    }
    checkTicket(hall, t)
  }
  for (const [series, number] of highest)
    if (hall.series.get(series) !== number) fail(`series ${series} stands at ${hall.series.get(series)}, not ${number}`)
  for (const c of hall.counters.values()) {
    if (c.ticketId === null) continue
    const t = hall.tickets.get(c.ticketId)
    if (!t || t.counterId !== c.id || !atCounter(t)) fail(`counter ${c.id} has ${c.ticketId}, who is not there`)
    if (c.state === 'closed') fail(`counter ${c.id} is closed with somebody there`)
  }
}

/** What must hold of one ticket beside its hall. */
export function checkTicket(hall: Hall, t: Ticket): void {
  if (hall.active.get(t.id) !== (isDone(t.state) ? undefined : t))
    throw new Error(`${t.id} is ${t.state} and ${isDone(t.state) ? '' : 'not '}active`)
  if (atCounter(t) !== (t.counterId !== null)) throw new Error(`${t.id} is ${t.state} at counter ${t.counterId}`)
  if (t.counterId !== null && hall.counters.get(t.counterId)?.ticketId !== t.id)
    throw new Error(`counter ${t.counterId} does not have ${t.id}`)
  if (t.serviceIds.length === 0) throw new Error(`${t.id} comes for nothing`)
}

/** What must hold of a change before it is applied (D14, D16): every move stands in the table, every changed row has a line in the history. */
export function checkChange(hall: Hall, change: HallChange, isUndo: boolean): void {
  const moved = new Set<string>()
  for (const t of change.tickets) {
    if (moved.has(t.id)) throw new Error(`${t.id} is in the change twice`)
    moved.add(t.id)
    const was = hall.tickets.get(t.id)
    if (!was) continue
    if (was === t) throw new Error(`${t.id} is the same object`)
    const stays = was.state === t.state
    if (!isUndo && !stays && !Object.values(ticketMoves[was.state]).includes(t.state)) throw new Error(`${was.state} became ${t.state}`)
    if (was.takenAt !== t.takenAt || was.visitId !== t.visitId) throw new Error(`${t.id} is somebody else`)
    if (t.rankAt < was.rankAt && !isUndo) throw new Error(`${t.id} moved ahead`)
    if ((was.series !== t.series || was.number !== t.number) && t.voided !== labelKey(was.series, was.number))
      throw new Error(`${t.id} lost its label`)
  }
  if (!isUndo)
    for (const id of moved) if (!change.history.some((line) => line.ticketId === id)) throw new Error(`nothing is written of ${id}`)
  if ((moved.size > 0 || change.counters.length > 0) && change.history.length === 0) throw new Error('nothing is written')
}
