import { createServer, type Server, type Socket } from 'node:net'
import ICAL from 'ical.js'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask } from '../../contract/ask.ts'
import type { Language } from '../../contract/language.ts'
import { cancelAtDesk } from '../../contract/plan.ts'
import { appointmentsOfDay, bookHold, cancelVisit, holdSlot, moveVisit } from '../../contract/visits.ts'
import { minuteMs } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { type Mail, type Mailer, makeMailer } from './mailer.ts'
import { claim } from './outbox.ts'
import { sendMessages } from './sending.ts'

type Box = { server: SMTPServer; port: number; mails: Email[] }
let t: TestHouse
let box: Box
let mailer: Mailer

/** A real mail server. Addresses that begin with `no` are unknown to it; those that begin with `later` are refused for now. */
async function openBox(port = 0): Promise<Box> {
  const mails: Email[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const code = address.startsWith('no') ? 550 : address.startsWith('later') ? 451 : 0
      done(code ? Object.assign(new Error('not now'), { responseCode: code }) : null)
    },
    onData(stream, _session, done) {
      PostalMime.parse(new Response(stream as never).body as never).then(
        (mail) => {
          mails.push(mail)
          done()
        },
        (error) => done(error),
      )
    },
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return { server, port: (server.server.address() as { port: number }).port, mails }
}
const closeBox = (one: Box) => new Promise<void>((done) => one.server.close(done))

beforeAll(async () => {
  t = await makeTestHouse()
  box = await openBox()
  mailer = makeMailer({ url: `smtp://127.0.0.1:${box.port}`, from: 'Gemeente <afspraak@gemeente.test>', waitMs: 2000 })
})
afterAll(async () => {
  expect(t.faults).toEqual([])
  await closeBox(box)
  await t.stop()
})
beforeEach(async () => {
  await send()
  box.mails.length = 0
})

const send = () => sendMessages(t.house, mailer)
const at = (time: string) => `2026-03-26T${time}:00.000Z`
const book = async (time: string, more: { email?: string; language?: Language; name?: string } = {}) => {
  const { email = 'zoe@voorbeeld.test', language = 'nl', name = 'Zoë <de Wit>' } = more
  const held = await ask(
    t.as.anyone,
    holdSlot,
    { point: 'lisboa', serviceIds: ['passport'], people: 1, language, startsAt: at(time) },
    key(),
  )
  return ask(t.as.visitor(held.token), bookHold, { point: 'lisboa', appointment: held.appointmentId, name, email }, key())
}
const outbox = (visitId: string) =>
  t.house.connections
    .slowSql`select kind, tries, failed, sent_at is not null as done from outbox where visit_id = ${visitId} order by due_at, kind`
const invitation = (mail: Email) => {
  const part = mail.attachments.find((a) => a.mimeType === 'text/calendar')!
  const text = typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content)
  const calendar = new ICAL.Component(ICAL.parse(text))
  return { part, method: calendar.getFirstPropertyValue('method'), event: new ICAL.Event(calendar.getFirstSubcomponent('vevent')!) }
}

test('a booking sends one mail with its code, its link and an invitation', async () => {
  const visit = await book('09:00')
  expect(await send()).toBe(1)
  const [mail] = box.mails
  expect(box.mails).toHaveLength(1)
  expect(mail).toMatchObject({
    subject: 'Uw afspraak op donderdag 26 maart 2026 om 09:00',
    from: { name: 'Gemeente', address: 'afspraak@gemeente.test' },
    to: [{ name: 'Zoë <de Wit>', address: 'zoe@voorbeeld.test' }],
  })
  const [row] = await t.house.connections.slowSql`select id from outbox where visit_id = ${visit.visitId} and kind = 'booked'`
  expect(mail!.messageId).toBe(`<${row!.id}@gemeente.test>`)
  const shown = `${visit.reference.slice(0, 4)}\u00a0${visit.reference.slice(4)}`
  for (const text of [mail!.text!, mail!.html!]) {
    expect(text).toContain(shown)
    expect(text).toContain(visit.manageUrl)
    expect(text).toContain('Lisboa, Rua Direita 1')
  }
  expect(mail!.html).toContain('Dag Zoë &lt;de Wit&gt;,')
  const { method, event, part } = invitation(mail!)
  expect([method, part.method]).toEqual(['REQUEST', 'REQUEST'])
  expect(event.startDate.toJSDate().toISOString()).toBe(visit.startsAt)
  expect(event.attendees.map((a) => String(a.getFirstValue()).toLowerCase())).toEqual(['mailto:zoe@voorbeeld.test'])
  expect(await send()).toBe(0)
})

test('the mail is in the language of the visitor, from right to left where it is', async () => {
  await book('09:15', { language: 'ar', name: 'ليلى' })
  await send()
  expect(box.mails[0]!.subject).toContain('موعدك يوم')
  expect(box.mails[0]!.html).toContain('<html lang="ar" dir="rtl">')
  expect(box.mails[0]!.text).toContain('مرحبًا ليلى،')
})

test.each([
  ['fr', '14:00', 'Votre rendez-vous du jeudi 26 mars 2026 à 14:00', 'Bonjour Zoë,'],
  ['de', '14:15', 'Ihr Termin am Donnerstag, 26. März 2026 um 14:15 Uhr', 'Guten Tag Zoë,'],
  ['pt', '14:30', 'A sua marcação para quinta-feira, 26 de março de 2026, às 14:30', 'Olá, Zoë,'],
] as const)('in %s a mail has its subject and greeting as one writes them there', async (language, time, subject, greeting) => {
  await book(time, { language, name: 'Zoë' })
  await send()
  expect(box.mails[0]!.subject).toBe(subject)
  expect(box.mails[0]!.html).toContain(`<html lang="${language}" dir="ltr">`)
  expect(box.mails[0]!.text).toContain(greeting)
})

test('a visit that the desk cancels while its visitor looks at another time is told', async () => {
  const visit = await book('15:45')
  await send()
  box.mails.length = 0
  const moves = { visitId: visit.visitId, token: visit.token }
  const wanted = { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl' as const, startsAt: at('16:15'), moves }
  await ask(t.as.anyone, holdSlot, wanted, key())
  await ask(t.as.networkManager, cancelAtDesk, { point: 'lisboa', appointment: visit.appointmentId }, key())
  await send()
  expect(box.mails.map((m) => invitation(m).method)).toEqual(['CANCEL'])
})

test('a moved and then cancelled visit has a mail for each, and the invitation follows', async () => {
  const visit = await book('09:30')
  await send()
  await ask(t.as.visitor(visit.token), moveVisit, { visit: visit.visitId, point: 'horta', startsAt: at('12:00') }, key())
  await send()
  await ask(t.as.visitor(visit.token), cancelVisit, { visit: visit.visitId }, key())
  await send()
  expect(box.mails.map((m) => m.subject)).toEqual([
    'Uw afspraak op donderdag 26 maart 2026 om 09:30',
    'Uw afspraak is nu op donderdag 26 maart 2026 om 11:00',
    'Uw afspraak op donderdag 26 maart 2026 om 11:00 gaat niet door',
  ])
  const entries = box.mails.map(invitation)
  expect(entries.map((e) => [e.method, e.event.sequence])).toEqual([
    ['REQUEST', 0],
    ['REQUEST', 1],
    ['CANCEL', 2],
  ])
  expect(new Set(entries.map((e) => e.event.uid)).size).toBe(1)
})

test('what was overtaken is not sent: booked, moved and cancelled while the server was away is one mail', async () => {
  const visit = await book('09:45')
  await ask(t.as.visitor(visit.token), moveVisit, { visit: visit.visitId, point: 'lisboa', startsAt: at('10:45') }, key())
  await ask(t.as.visitor(visit.token), cancelVisit, { visit: visit.visitId }, key())
  await send()
  expect(box.mails.map((m) => m.subject)).toEqual(['Uw afspraak op donderdag 26 maart 2026 om 10:45 gaat niet door'])
  expect((await outbox(visit.visitId)).filter((r) => r.kind !== 'reminder').map((r) => [r.kind, r.failed])).toEqual([
    ['booked', 'stale'],
    ['cancelled', null],
    ['moved', 'stale'],
  ])
})

test('a mail never overtakes one that another process is sending about the same visit', async () => {
  const visit = await book('10:00')
  const [taken] = await claim(t.house.connections.slowSql, t.clock.now(), 1)
  expect(taken).toMatchObject({ visitId: visit.visitId, kind: 'booked', tries: 1 })
  t.clock.pass(1000)
  await ask(t.as.visitor(visit.token), cancelVisit, { visit: visit.visitId }, key())
  expect(await send()).toBe(0)
  t.clock.pass(3 * minuteMs)
  expect(await send()).toBe(2)
  expect(box.mails.map((m) => m.subject)).toEqual(['Uw afspraak op donderdag 26 maart 2026 om 10:00 gaat niet door'])
})

test('the reminder comes the morning before, and not after a cancellation', async () => {
  const [kept, gone] = [await book('11:00'), await book('11:15')]
  await send()
  await ask(t.as.visitor(gone.token), cancelVisit, { visit: gone.visitId }, key())
  await send()
  box.mails.length = 0
  t.clock.set(Date.parse('2026-03-25T10:00:01Z'))
  await send()
  const reminders = box.mails.filter((m) => m.subject!.startsWith('Denk aan'))
  expect(reminders.map((m) => m.subject)).toContain('Denk aan uw afspraak op donderdag 26 maart 2026 om 11:00')
  expect(reminders.some((m) => m.subject!.endsWith('11:15'))).toBe(false)
  expect((await outbox(gone.visitId)).find((r) => r.kind === 'reminder')).toMatchObject({ done: true, failed: 'stale' })
  expect((await outbox(kept.visitId)).every((r) => r.done && r.failed === null)).toBe(true)
})

test('while the server is away nothing is lost and no try is counted; back again, everything goes', async () => {
  await closeBox(box)
  const visit = await book('13:00')
  expect(await send()).toBe(0)
  expect((await outbox(visit.visitId))[0]).toMatchObject({ tries: 0, failed: 'outage', done: false })
  for (let i = 0; i < 20; i++) {
    t.clock.pass(2 * minuteMs)
    await send()
  }
  box = await openBox(box.port)
  t.clock.pass(2 * minuteMs)
  expect(await send()).toBe(1)
  expect(box.mails).toHaveLength(1)
})

test('a server so slow that a lease would run out sends no mail twice', async () => {
  for (const time of ['09:45', '10:15', '10:45', '12:15', '12:45', '13:45']) await book(time)
  const sent: string[] = []
  await t.house.connections.slowSql`delete from outbox where sent_at is null and failed is not null`
  const { promise: four, resolve: haveTakenLong } = Promise.withResolvers<void>()
  const slow: Mailer = {
    sender: mailer.sender,
    async send({ subject }) {
      sent.push(subject)
      if (sent.length < 4) return four
      if (sent.length === 4) {
        t.clock.pass(90_000)
        return haveTakenLong()
      }
      if (sent.length === 5) return
      t.clock.pass(35_000)
      // Somebody else looks for work at this moment.
      await sendMessages(t.house, { ...slow, send: async (other) => void sent.push(other.subject) })
    },
  }
  for (let turn = 0; turn < 3; turn++) await sendMessages(t.house, slow)
  expect(sent).toHaveLength(6)
  expect(new Set(sent).size).toBe(6)
})

test('a server that answers nothing is left after its time', async () => {
  const sockets = new Set<Socket>()
  const silent: Server = createServer((socket) => sockets.add(socket))
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready))
  const { port } = silent.address() as { port: number }
  const visit = await book('13:15')
  const slow = makeMailer({ url: `smtp://127.0.0.1:${port}`, from: 'a@b.test', waitMs: 300 })
  const began = performance.now()
  expect(await sendMessages(t.house, slow)).toBe(0)
  expect(performance.now() - began).toBeLessThan(3000)
  expect((await outbox(visit.visitId))[0]).toMatchObject({ failed: 'outage', done: false })
  for (const socket of sockets) socket.destroy()
  silent.close()
  t.clock.pass(2 * minuteMs)
})

test('an address that is none is flagged at once; a refusal for now is tried again, nine times over twelve hours', async () => {
  const [wrong, later] = [await book('14:00', { email: 'no@voorbeeld.test' }), await book('14:15', { email: 'later@voorbeeld.test' })]
  await send()
  expect((await outbox(wrong.visitId))[0]).toMatchObject({ failed: 'bounced', done: true })
  expect((await outbox(later.visitId))[0]).toMatchObject({ failed: 'refused', done: false, tries: 1 })
  const began = t.clock.now()
  for (const minutes of [1, 5, 15, 30, 60, 120, 240]) {
    t.clock.pass(minutes * minuteMs - 1)
    await send()
    const before = (await outbox(later.visitId)).find((r) => r.kind === 'booked')!
    t.clock.pass(1)
    await send()
    expect((await outbox(later.visitId)).find((r) => r.kind === 'booked')!.tries).toBe(before.tries + 1)
  }
  expect(t.clock.now() - began).toBe(471 * minuteMs)
  t.clock.pass(240 * minuteMs)
  await send()
  expect((await outbox(later.visitId)).find((r) => r.kind === 'booked')).toMatchObject({ failed: 'given-up', done: true, tries: 9 })
  const { appointments } = await ask(t.as.clerk, appointmentsOfDay, { point: 'lisboa', day: '2026-03-26' })
  const untold = appointments.filter((a) => a.mailFailed).map((a) => a.reference)
  expect(untold.sort()).toEqual([wrong.reference, later.reference].sort())
})

test('two processes that send at once send each mail once', async () => {
  const sent: Mail[] = []
  const slow: Mailer = {
    async send(mail) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      sent.push(mail)
    },
  }
  for (let i = 0; i < 30; i++) await book(`${15 + Math.floor(i / 8)}:${['00', '15', '30', '45'][Math.floor(i / 2) % 4]}`)
  await Promise.all([sendMessages(t.house, slow), sendMessages(t.house, slow)])
  expect(sent).toHaveLength(30)
  expect(new Set(sent.map((m) => m.id)).size).toBe(30)
})
