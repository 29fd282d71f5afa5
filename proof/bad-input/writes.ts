import * as access from '../../contract/access.ts'
import type { AnyRoute, Asker } from '../../contract/ask.ts'
import * as network from '../../contract/network.ts'
import * as plan from '../../contract/plan.ts'
import * as tickets from '../../contract/tickets.ts'
import * as visits from '../../contract/visits.ts'
import { key } from '../setup/house.ts'
import { testIds, testPassword } from '../setup/network.ts'
import type { Scene } from './scene.ts'

/** A write with something that does: each test spoils one thing of it. */
export type Write = { name: string; route: AnyRoute; asker: Asker; path: Record<string, string>; body: Record<string, unknown> }

const one = { serviceIds: ['id-card'], people: 2, language: 'nl' }
const contact = { name: 'Anna Smit', email: 'anna@voorbeeld.example', phone: '+31 6 12345678' }

const w = (name: string, route: AnyRoute, asker: Asker, path: Record<string, string>, body: Record<string, unknown>): Write => ({
  name,
  route,
  asker,
  path,
  body,
})
const lisboa = { point: 'lisboa' }

/** Every write of the contract, with good input for the scene. */
export const writesOf = (scene: Scene): Write[] => [
  ...accessWrites(scene),
  ...hallWrites(scene),
  ...counterWrites(scene),
  ...visitWrites(scene),
  ...planWrites(scene),
]

const newcomer = {
  subject: 'nieuw',
  name: 'Nieuw Hier',
  password: 'een heel lang wachtwoord',
  language: 'nl',
  roles: [{ role: 'clerk', scope: 'lisboa' }],
}

const accessWrites = ({ the: { as } }: Scene): Write[] => [
  w('signIn', access.signIn, as.anyone, {}, { subject: 'clerk', password: 'een lang wachtwoord' }),
  w('signOut', access.signOut, as.anyone, {}, {}),
  w('addDevice', access.addDevice, as.pointManager, lisboa, { kind: 'kiosk' }),
  w('removeDevice', access.removeDevice, as.pointManager, { ...lisboa, device: testIds.kiosk }, {}),
  w('enrolDevice', access.enrolDevice, as.anyone, {}, { code: '23456789' }),
  w('reportDevice', access.reportDevice, as.kiosk, {}, { paper: 'low' }),
  w('addStaff', access.addStaff, as.admin, {}, newcomer),
  w('disableStaff', access.disableStaff, as.admin, { staff: testIds.foreignClerk }, {}),
  w('enableStaff', access.enableStaff, as.admin, { staff: testIds.foreignClerk }, {}),
  w('setMyPassword', access.setMyPassword, as.clerk, {}, { present: testPassword, password: newcomer.password }),
  w('setPassword', access.setPassword, as.admin, { staff: testIds.foreignClerk }, { password: newcomer.password }),
  w('setRoles', access.setRoles, as.admin, { staff: testIds.foreignClerk }, { roles: [{ role: 'clerk', scope: 'lisboa' }] }),
]

function hallWrites({ the: { as }, today, diverted }: Scene): Write[] {
  const emergency = { id: key(), number: 7, ...one, agoMs: 60_000 }
  const diversion = { toPoint: 'horta', serviceIds: ['passport'], until: '2026-03-24T17:00:00Z', minGainMinutes: 10, concerns: 'both' }
  return [
    w('takeTicket', tickets.takeTicket, as.kiosk, lisboa, { ...one, diversionId: key() }),
    w('handInEmergency', tickets.handInEmergency, as.kiosk, lisboa, { tickets: [emergency] }),
    w('arriveWithAppointment', tickets.arriveWithAppointment, as.kiosk, lisboa, { code: today.reference, language: 'nl' }),
    w('deskArrive', tickets.deskArrive, as.clerk, { ...lisboa, appointment: today.appointmentId }, {}),
    w('startDiversion', network.startDiversion, as.pointManager, lisboa, diversion),
    w('askBookings', network.askBookings, as.pointManager, { ...lisboa, diversion: diverted.id }, {}),
    w('endDiversion', network.endDiversion, as.pointManager, { ...lisboa, diversion: diverted.id }, {}),
  ]
}

function counterWrites({ the: { as }, here }: Scene): Write[] {
  const act = (name: keyof typeof tickets.counterActs, body: Record<string, unknown> = {}) =>
    w(`counter ${name}`, tickets.counterActs[name], as.clerk, { ...lisboa, counter: '1' }, body)
  const waiting = { ticketId: here.waiting.id }
  const shown = { ticketId: here.called.id }
  return [
    act('open', { serviceIds: ['passport'] }),
    act('pause'),
    act('close'),
    act('callNext'),
    act('callOne', waiting),
    act('recall', shown),
    act('start', shown),
    act('finish', { ...shown, andNext: true }),
    act('miss', shown),
    act('returnMissed', waiting),
    act('leave', waiting),
    act('park', { ...shown, reason: 'photo' }),
    act('resume', waiting),
    act('transfer', { ...shown, serviceIds: ['passport'], toCounter: 2, toPoint: 'horta' }),
    act('add', { ...one, priority: 1 }),
    act('undo'),
  ]
}

function visitWrites({ the: { as }, booked, held }: Scene): Write[] {
  const startsAt = '2026-03-26T10:00:00Z'
  const moves = { visitId: booked.visitId, token: booked.token }
  const ofVisit = { visit: booked.visitId }
  const toHorta = { point: 'horta', startsAt: '2026-03-26T12:00:00Z' }
  return [
    w('holdSlot', visits.holdSlot, as.anyone, lisboa, { ...one, startsAt, moves }),
    w('bookHold', visits.bookHold, as.visitor(held.token), { ...lisboa, appointment: held.appointmentId }, contact),
    w('bookAtDesk', visits.bookAtDesk, as.clerk, lisboa, { ...one, startsAt, channel: 'phone', ...contact }),
    w('cancelVisit', visits.cancelVisit, as.visitor(booked.token), ofVisit, {}),
    w('moveVisit', visits.moveVisit, as.visitor(booked.token), ofVisit, toHorta),
  ]
}

const openings = {
  week: [{ weekday: 2, from: '09:00', until: '12:30' }],
  exceptions: [{ day: '2026-04-03', spans: [{ from: '10:00', until: '12:00' }], note: 'Feest' }],
  holidays: ['2026-04-25'],
}
const shift = {
  id: '01980000-0000-7000-8000-000000000101',
  kind: 'counter',
  weekdays: [2, 3],
  from: '09:00',
  until: '12:00',
  firstDay: '2026-03-24',
  lastDay: '2026-06-30',
  services: ['passport'],
  channels: ['web'],
  seats: 0,
}

function planWrites({ the: { as }, booked }: Scene): Write[] {
  const at = { ...lisboa, appointment: booked.appointmentId }
  const shifts = [shift]
  return [
    w('previewPlan', plan.previewPlan, as.pointManager, lisboa, { openings, shifts, serviceId: 'passport' }),
    w('savePlan', plan.savePlan, as.pointManager, lisboa, { revision: 0, openings, shifts }),
    w('leaveMisfit', plan.leaveMisfit, as.pointManager, at, { leave: true }),
    w('moveAtDesk', plan.moveAtDesk, as.pointManager, at, { toPoint: 'lisboa', startsAt: '2026-03-26T10:00:00Z' }),
    w('cancelAtDesk', plan.cancelAtDesk, as.pointManager, at, {}),
  ]
}

type Sent = {
  body?: unknown
  text?: string
  path?: Record<string, string>
  headers?: Record<string, string | null>
  language?: string
  asker?: Asker
}

/** Sends a write as it is but for what is said, with a fresh key where it takes one. */
export async function sendTo(scene: Scene, write: Write, sent: Sent = {}): Promise<Response> {
  const { route } = write
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent({ ...write.path, ...sent.path }[name] ?? ''))
  const headers: Record<string, string | null> = {
    'content-type': 'application/json',
    'accept-language': sent.language ?? 'nl',
    ...(route.plain ? {} : { 'idempotency-key': key() }),
    ...(sent.asker ?? write.asker).headers?.(),
    ...sent.headers,
  }
  const given = Object.entries(headers).filter((h): h is [string, string] => h[1] !== null)
  const body = sent.text ?? JSON.stringify('body' in sent ? sent.body : write.body)
  const request = new Request(`http://beurt.test${path}`, { method: route.method, headers: Object.fromEntries(given), body })
  // Each guess comes from an address of its own, so that the tenth is not told to wait.
  return scene.the.app.fetch(request, { address: key() })
}
