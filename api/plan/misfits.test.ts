import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, ask } from '../../contract/ask.ts'
import { cancelAtDesk, leaveMisfit, listMisfits, moveAtDesk, otherTimes, readPlan, savePlan } from '../../contract/plan.ts'
import { bookAtDesk, oneVisit } from '../../contract/visits.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { makeJobs } from '../jobs/jobs.ts'
import { askStrictly, problemCode } from '../strict.test-support.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
  // Horta comes to lie two kilometres from Lisboa, so that it is near.
  await the.house.connections.sql`update points set latitude = 38.74, longitude = -9.14, revision = revision + 1 where id = 'horta'`
  await the.house.catalogue.load()
  await closeFrom('18:00')
})
afterAll(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})

let drawn = 0
/** Somebody who is booked after 18:00, while that is still open. */
async function late(more: object = {}) {
  await closeFrom('20:00')
  const at = `2026-03-${26 + Math.floor(drawn / 4)}T${['18:30', '18:45', '19:00', '19:15'][drawn++ % 4]}:00.000Z`
  const contact = { name: 'Kanarie', email: 'kanarie@voorbeeld.example' }
  const input = { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl' as const, startsAt: at, channel: 'desk' as const }
  const visit = await ask(the.as.clerk, bookAtDesk, { ...input, ...contact, ...more }, key())
  await closeFrom('18:00')
  return visit
}
async function closeFrom(time: string) {
  const { openings, shifts, revision } = await askStrictly(the.as.pointManager, readPlan, { point: 'lisboa' })
  const plan = { openings, shifts: shifts.map((s) => ({ ...s, until: time })), revision }
  await askStrictly(the.as.pointManager, savePlan, { point: 'lisboa', ...plan }, key())
}
const misfits = () => askStrictly(the.as.pointManager, listMisfits, { point: 'lisboa' })
const ids = async () => (await misfits()).misfits.map((m) => m.appointmentId)
const times = (appointment: string) => askStrictly(the.as.pointManager, otherTimes, { point: 'lisboa', appointment })
const move = (appointment: string, toPoint: string, startsAt: string, id = key(), asker: Asker = the.as.pointManager) =>
  askStrictly(asker, moveAtDesk, { point: 'lisboa', appointment, toPoint, startsAt }, id)
const cancel = (appointment: string, asker: Asker = the.as.pointManager, point = 'lisboa') =>
  askStrictly(asker, cancelAtDesk, { point, appointment }, key())
const leave = (appointment: string, left: boolean) =>
  askStrictly(the.as.pointManager, leaveMisfit, { point: 'lisboa', appointment, leave: left })
const sendMails = async () => {
  the.mails.length = 0
  await makeJobs(the.house, { send: async (mail) => void the.mails.push(mail) }).runOnce('send-messages')
  return the.mails
}

test('whoever has a time that is gone is on the list until it is there again, without a name', async () => {
  const one = await late()
  const phone = await late({ email: null, phone: '+351210000000' })
  const nobody = await late({ email: null })
  const list = await misfits()
  expect(list.misfits.map((m) => [m.reference, m.reachable])).toEqual([
    [one.reference, 'mail'],
    [phone.reference, 'phone'],
    [nobody.reference, 'no'],
  ])
  expect(list.misfits[0]).toMatchObject({ day: '2026-03-26', wallTime: '18:30', minutes: 15, people: 1, serviceIds: ['passport'] })
  for (const secret of ['Kanarie', 'voorbeeld', '210000000', one.token]) expect(JSON.stringify(list)).not.toContain(secret)
  await closeFrom('20:00')
  expect(await ids()).toEqual([])
  await closeFrom('18:00')
  expect(await ids()).toHaveLength(3)
  for (const id of await ids()) await cancel(id)
})

test('the next best times are those around the lost one, here first, then at the near point with the way there', async () => {
  const { appointmentId } = await late()
  const { times: found } = await times(appointmentId)
  const here = found.filter((t) => t.point.id === 'lisboa')
  expect(here.map((t) => [t.day, t.wallTime, t.travel])).toEqual(
    ['17:45', '17:30', '17:15', '17:00', '16:45', '16:30'].map((time) => ['2026-03-26', time, null]),
  )
  const near = found.filter((t) => t.point.id === 'horta')
  expect(near).toHaveLength(2)
  expect(near[0]).toMatchObject({ point: { name: 'Horta', zone: 'Atlantic/Azores' }, distanceKm: 2, travel: { minutes: 16, by: 'ride' } })
  expect(found.some((t) => t.point.id === 'sao-paulo')).toBe(false)
  await cancel(appointmentId)
})

test('moved by the desk: the visit keeps its reference and link, the mail tells the new time, and the history says who', async () => {
  const one = await late()
  const { times: found } = await times(one.appointmentId)
  const id = key()
  const moved = await move(one.appointmentId, 'lisboa', found[0]!.startsAt, id)
  expect(moved).toMatchObject({ pointId: 'lisboa', wallTime: '17:45', mailed: true })
  expect(await move(one.appointmentId, 'lisboa', found[0]!.startsAt, id)).toEqual(moved)
  expect(await ids()).toEqual([])
  expect(await ask(the.as.visitor(one.token), oneVisit, { visit: one.visitId })).toMatchObject({
    reference: one.reference,
    wallTime: '17:45',
    state: 'booked',
  })
  const lines = await the.house.connections.sql`
    select act, actor_kind from history where what->>'appointmentId' in (${one.appointmentId}, ${moved.appointmentId}) order by act, actor_kind`
  expect(lines.map((l) => `${l.act} ${l.actor_kind}`)).toEqual(['book staff', 'cancel staff', 'move staff'])
  const mails = await sendMails()
  expect(mails.filter((m) => m.to.address === 'kanarie@voorbeeld.example').map((m) => m.subject)).toContain(
    'Uw afspraak is nu op vrijdag 27 maart 2026 om 17:45',
  )
})

test('moved to a near point: it stands there and no longer here, and no name stays behind', async () => {
  const one = await late()
  const { times: found } = await times(one.appointmentId)
  const there = found.find((t) => t.point.id === 'horta')!
  await move(one.appointmentId, 'horta', there.startsAt)
  expect(await ids()).toEqual([])
  expect(await ask(the.as.visitor(one.token), oneVisit, { visit: one.visitId })).toMatchObject({ point: { id: 'horta' }, state: 'booked' })
  const contacts = await the.house.connections.sql`select point_id from contacts where visit_id = ${one.visitId}`
  expect(contacts.map((c) => c.point_id)).toEqual(['horta'])
  expect(await problemCode(move(one.appointmentId, 'lisboa', found[0]!.startsAt))).toBe('wrong-appointment-state')
})

test('two managers who move one person at once: one place', async () => {
  const one = await late()
  const { times: found } = await times(one.appointmentId)
  const results = await Promise.allSettled([
    move(one.appointmentId, 'lisboa', found[1]!.startsAt),
    move(one.appointmentId, 'horta', found.find((t) => t.point.id === 'horta')!.startsAt),
  ])
  expect(results.some((r) => r.status === 'fulfilled')).toBe(true)
  const rows = await the.house.connections
    .sql`select id from appointments where visit_id = ${one.visitId} and state in ('held', 'unconfirmed', 'booked', 'arrived')`
  expect(rows).toHaveLength(1)
})

test('cancelled by the desk: off the list, with a mail that says so; twice is the same', async () => {
  const one = await late()
  expect(await cancel(one.appointmentId)).toEqual({ appointmentId: one.appointmentId, state: 'cancelled', mailed: true })
  expect(await cancel(one.appointmentId)).toMatchObject({ state: 'cancelled' })
  expect(await ids()).toEqual([])
  expect((await sendMails()).map((m) => m.subject)).toContainEqual(expect.stringContaining(`om ${one.wallTime} gaat niet door`))
  const silent = await late({ email: null })
  expect(await cancel(silent.appointmentId)).toMatchObject({ mailed: false })
})

test('left as it is: off the list, still booked, and back when that is taken back', async () => {
  const { appointmentId } = await late()
  await leave(appointmentId, true)
  await leave(appointmentId, true)
  const list = await misfits()
  expect([list.misfits, list.left.map((m) => m.appointmentId)]).toEqual([[], [appointmentId]])
  expect((await the.house.keeper.kept('lisboa', [appointmentId])).calendar.appointments.get(appointmentId)?.state).toBe('booked')
  await leave(appointmentId, false)
  expect(await ids()).toEqual([appointmentId])
  const lines = await the.house.connections
    .sql`select act from history where what->>'appointmentId' = ${appointmentId} and stream = 'access'`
  expect(lines.map((l) => l.act).sort()).toEqual(['back-on-the-list', 'leave-as-is'])
  await cancel(appointmentId)
  expect(await problemCode(leave(appointmentId, true))).toBe('appointment-unknown')
})

test('only who manages the point works its list, and only with its own appointments', async () => {
  const { appointmentId } = await late()
  for (const asker of [the.as.clerk, the.as.kiosk, the.as.admin]) {
    expect(await problemCode(cancel(appointmentId, asker))).toBe('not-allowed')
    expect(await problemCode(askStrictly(asker, listMisfits, { point: 'lisboa' }))).toBe('not-allowed')
  }
  expect(await problemCode(cancel(appointmentId, the.as.networkManager, 'horta'))).toBe('appointment-unknown')
  expect(await problemCode(move(appointmentId, 'nowhere', '2026-03-26T10:00:00.000Z'))).toBe('not-found')
  expect(await problemCode(move(appointmentId, 'lisboa', '2026-03-26T19:00:00.000Z'))).toBe('slot-not-offered')
  expect(await ids()).toEqual([appointmentId])
})
