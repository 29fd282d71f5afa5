import type { ResultOf } from '../../contract/route.ts'
import { textIn, thingsIn } from '../../contract/texts/in-language.ts'
import type { takeTicket } from '../../contract/tickets.ts'
import { labelOf } from '../../domain/hall.ts'
import { emergencySeries } from '../../domain/take-emergency.ts'
import type { Slip } from '../../printers/slip.ts'
import type { Menu } from './ports.ts'
import type { Held } from './records.ts'

export type TicketOut = ResultOf<typeof takeTicket>

/** What is on paper as the number, with a thin space: `A 042`, `N2 014`. Null while there is none. */
export function labelFor({ given }: Held): string | null {
  if (given?.kind === 'normal') return given.label
  return given?.kind === 'emergency' ? labelOf({ series: emergencySeries(given.kiosk), number: given.number }) : null
}

/** The slip of a ticket that has a label. What only the api knows is on it as far as it was told in this run. */
export function slipOf(held: Held, given: { label: string; answer: TicketOut | undefined; menu: Menu | null; copy: boolean }): Slip {
  const { intent } = held
  const { answer, menu, copy, label } = given
  const serviceIds = answer?.serviceIds ?? intent.serviceIds
  const services = serviceIds.map((id) => menu?.services.find((s) => s.id === id)).filter((s) => s !== undefined)
  const here = menu?.point.name ?? ''
  const language = intent.language
  return {
    pointName: answer && answer.pointId !== menu?.point.id ? `${answer.pointName}, ${answer.pointAddress}` : (answer?.pointName ?? here),
    label,
    language,
    serviceNames: services.map((s) => textIn(s.names, language) ?? s.id),
    people: answer?.people ?? intent.people,
    takenAt: answer ? Date.parse(answer.takenAt) : intent.at,
    timeZone: answer?.zone ?? menu?.point.zone ?? 'UTC',
    bring: services.flatMap((s) => thingsIn(s.bring, language)),
    emergency: held.given?.kind === 'emergency',
    copy,
    ...(answer?.wait ? { wait: answer.wait } : {}),
    ...(answer?.appointmentAt ? { appointmentAt: Date.parse(answer.appointmentAt) } : {}),
    ...(answer?.ahead != null ? { ahead: answer.ahead } : {}),
    ...(answer ? { followUrl: answer.followUrl } : {}),
  }
}
