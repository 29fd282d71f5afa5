import type { kioskState } from '../../contract/kiosk.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { Uuid } from '../../domain/ids.ts'
import { type Instant, iso } from '../../domain/time.ts'
import type { PrintOutcome } from '../../printers/print.ts'
import type { PrinterStatus } from '../../printers/status.ts'
import { labelFor, type TicketOut } from './paper.ts'
import type { Menu } from './ports.ts'
import type { State } from './state.ts'

export type Shown = ResultOf<typeof kioskState>
export type ShownTicket = NonNullable<Shown['ticket']>
export type PrinterState = Shown['printer']

/** What stops the next ticket from coming out, or that nothing does. */
export function printerState(status: PrinterStatus): PrinterState {
  if (status.paper === 'out') return 'paper-out'
  if (status.coverOpen) return 'cover-open'
  if (!status.online || status.fault !== null) return 'no-printer'
  return status.paper === 'low' ? 'low' : 'ok'
}

/** The same, as the end of a print tells it; undefined where it tells nothing. */
export function printerStateAfter(outcome: PrintOutcome): PrinterState | undefined {
  if (outcome === 'printed' || outcome === 'unknown') return undefined
  return outcome
}

/** What the api is told about the paper. */
export const paperReport = (printer: PrinterState): 'ok' | 'low' | 'out' | 'unknown' =>
  printer === 'paper-out' ? 'out' : printer === 'ok' || printer === 'low' ? printer : 'unknown'

/** Whether the hall is open now, carried on from the last known menu while nobody can be asked. */
export function isOpen(menu: Menu | null, cut: boolean, now: Instant): boolean {
  if (menu === null) return false
  if (!cut) return menu.state === 'open'
  if (menu.state === 'open') return menu.closesAt === null || now < Date.parse(menu.closesAt)
  return menu.opensAt !== null && now >= Date.parse(menu.opensAt)
}

/** A ticket for the screen; null while it has no number. */
export function shownTicket(state: State, id: Uuid, answer: TicketOut | undefined): ShownTicket | null {
  const held = state.memory.tickets.get(id)
  const label = held && labelFor(held)
  if (!held || label == null) return null
  const elsewhere = answer && answer.pointId !== state.place?.pointId
  return {
    id,
    label,
    kind: held.given?.kind === 'emergency' ? 'emergency' : 'normal',
    language: held.intent.language,
    takenAt: iso(held.intent.at),
    elsewhere: elsewhere ? { name: answer.pointName, address: answer.pointAddress } : null,
    appointmentAt: answer?.appointmentAt ?? null,
    ahead: answer?.ahead ?? null,
    wait: answer?.wait ?? null,
    followUrl: answer?.followUrl ?? null,
    print: held.print ?? 'waiting',
  }
}

/** Everything the screen shows. */
export function shown(given: {
  state: State
  menu: Menu | null
  printer: PrinterState
  answers: ReadonlyMap<Uuid, TicketOut>
  now: Instant
}): Shown {
  const { state, menu, printer, answers, now } = given
  const { question, latest, memory, line } = state
  const asked = question === null ? undefined : memory.tickets.get(question)
  return {
    at: iso(now),
    ready: state.place !== null && menu !== null,
    connected: !line.cut,
    printer,
    menu,
    open: isOpen(menu, line.cut, now),
    ticket: latest === null ? null : shownTicket(state, latest, answers.get(latest)),
    question: asked ? { ticketId: asked.intent.id, label: labelFor(asked), language: asked.intent.language } : null,
  }
}
