import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildBooking } from '../build.ts'
import { ask } from '../contract/ask.ts'
import { counterActs, takeTicket } from '../contract/tickets.ts'
import { holdSlot, oneVisit } from '../contract/visits.ts'
import { key, makeTestHouse, type TestHouse } from '../proof/setup/house.ts'
import { makePlainBrowser, type PlainBrowser } from './plain-browser.test-support.ts'

type Answer = typeof import('./answer.tsx')['answer']

let t: TestHouse
let answer: Answer
const folder = mkdtempSync(join(tmpdir(), 'booking-'))
const faults: unknown[] = []

beforeAll(async () => {
  await buildBooking(folder)
  answer = ((await import(join(folder, 'server', 'answer.js'))) as { answer: Answer }).answer
  t = await makeTestHouse()
})
afterAll(async () => {
  expect([...faults, ...t.faults]).toEqual([])
  rmSync(folder, { recursive: true })
  await t.stop()
})

const plain = (headers: Record<string, string> = { 'accept-language': 'nl' }) =>
  makePlainBrowser(
    (request, now) => answer(request, { asker: t.as.anyone, nonce: 'nonce', now, fault: (error) => faults.push(error) }),
    () => t.clock.now(),
    headers,
  )
const rows = async (text: string, ...values: string[]) => [...(await t.house.connections.slowSql.unsafe(text, values))]
const tokenOf = (browser: PlainBrowser) => browser.at.pathname.split('/')[3]!
const visitOf = (browser: PlainBrowser) => {
  const token = tokenOf(browser)
  return ask(t.as.visitor(token), oneVisit, { visit: token.split('.')[0]! })
}
const timesOf = (browser: PlainBrowser) => browser.texts('.part-of-day button')
const timeButton = (browser: PlainBrowser, time: string) =>
  `.part-of-day button[value="${browser
    .all('.part-of-day button')
    .find((b) => b.textContent.trim() === time)
    ?.getAttribute('value')}"]`
const passportAt = (startsAt: string) => ({ point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl' as const, startsAt })
const typed = { name: 'Zoë de Wit', email: 'zoe@voorbeeld.test', phone: '' }
const book = '.main-act'

/** To the details page, with a time of a day held. */
async function held(time: string, day = '2026-03-26', browser = plain(), query = ''): Promise<PlainBrowser> {
  await browser.go(`/book/lisboa/time?services=passport&people=1&day=${day}${query}`)
  await browser.press(timeButton(browser, time))
  return browser
}
async function booked(time: string, day = '2026-03-26', browser = plain()): Promise<PlainBrowser> {
  await held(time, day, browser)
  await browser.press(book, typed)
  return browser
}

test('with links and forms alone a visitor chooses a place, a service and a time, books, moves and cancels', async () => {
  const browser = plain()
  await browser.go('/book/')
  await browser.click('.aside a[href*="all=1"]')
  expect(browser.texts('.choice b')).toEqual(['Horta', 'Lisboa', 'São Paulo'])
  await browser.press('.search button', { place: 'são' })
  expect(browser.texts('.choice b')).toEqual(['São Paulo'])
  await browser.go('/book/?place=lisboa')
  await browser.click('.choice')
  expect(browser.texts('.tick b')).toEqual(['Paspoort', 'Identiteitskaart', 'Advies'])
  await browser.press(book, { services: ['passport', 'id-card'], people: '2' })
  expect([browser.at.pathname, browser.texts('.chosen a')]).toEqual(['/book/lisboa/time', ['Andere plaats', 'Wijzig']])
  expect(browser.texts('.moment')).toEqual(['vandaag, dinsdag 24 maart om 13:30 uur'])
  expect(browser.text).toContain('duurt 40 minuten')
  await browser.click('.day[href*="2026-03-26"]')
  expect(timesOf(browser).slice(0, 2)).toEqual(['08:00', '08:15'])
  await browser.press(timeButton(browser, '09:30'))
  expect(browser.text).toContain('Wij houden deze tijd nog 10 minuten voor u vast, tot 13:10 uur.')
  await browser.press(book, typed)
  expect(browser.texts('h1')).toEqual(['Uw afspraak staat vast'])
  const visit = await visitOf(browser)
  expect(visit).toMatchObject({ state: 'booked', wallTime: '09:30', day: '2026-03-26', people: 2, serviceIds: ['passport', 'id-card'] })
  expect(visit.manageUrl).toBe(`http://beurt.test${browser.at.pathname}`)
  expect(browser.texts('.reference')).toEqual([`${visit.reference.slice(0, 4)} ${visit.reference.slice(4)}`])
  expect(browser.texts('dd')[0]).toContain('donderdag 26 maart 2026om 09:30 uur')
  expect(await (await t.app.request(browser.one('.acts a').getAttribute('href')!)).text()).toContain('BEGIN:VEVENT')

  await browser.click('.acts a[href*="/move"]')
  await browser.click('.day[href*="2026-03-27"]')
  await browser.press(timeButton(browser, '10:00'))
  expect([(await visitOf(browser)).day, browser.texts('h1')]).toEqual(['2026-03-26', ['Wilt u uw afspraak verzetten?']])
  await browser.press(book)
  expect(browser.texts('h1')).toEqual(['Uw afspraak is verzet'])
  const moved = await visitOf(browser)
  expect(moved).toMatchObject({ state: 'booked', wallTime: '10:00', day: '2026-03-27', reference: visit.reference, visitId: visit.visitId })
  expect(await rows('select state from appointments where visit_id = $1 order by state desc', visit.visitId)).toEqual([
    { state: 'cancelled' },
    { state: 'booked' },
  ])

  await browser.click('.acts a[href*="/cancel"]')
  expect((await visitOf(browser)).state).toBe('booked')
  await browser.press('.button.main')
  expect([browser.texts('h1'), (await visitOf(browser)).state]).toEqual([['Uw afspraak is afgezegd'], 'cancelled'])
  await browser.click(book)
  expect(browser.at.pathname).toBe('/book/lisboa/time')
})

test('a time of another point is moved to, in the time of that point', async () => {
  const browser = await booked('11:00')
  await browser.go(`${browser.at.pathname}/move?point=horta&day=2026-03-27`)
  await browser.press(timeButton(browser, '09:00'))
  expect(browser.texts('.change dd').join(' ')).toMatch(/West-Europese tijd.*Azoren-tijd/)
  await browser.press(book)
  expect(await visitOf(browser)).toMatchObject({ state: 'booked', startsAt: '2026-03-27T10:00:00.000Z', zone: 'Atlantic/Azores' })
  expect(browser.texts('dd')[0]).toContain('om 09:00 uur')
  expect(browser.text).toMatch(/Dit is de tijd in .?Horta.?: Azoren-tijd/)
})

test('pressed twice, or sent again by a reload, it is one hold, one booking, one move and one cancellation', async () => {
  const browser = plain()
  await browser.go('/book/lisboa/time?services=passport&people=1&day=2026-03-28')
  const twice = async (button: string, fields: Record<string, string> = {}) => {
    const requests = [browser.requestOf(button, fields), browser.requestOf(button, fields), browser.requestOf(button, fields)]
    const [first, second, third] = requests as [Request, Request, Request]
    const answers = await Promise.all(
      [first, second].map((r) => answer(r, { asker: t.as.anyone, nonce: 'n', now: t.clock.now(), fault: (e) => faults.push(e) })),
    )
    await browser.load(third)
    expect(answers.map((a) => a.status)).toEqual([303, 303])
    expect(new Set(answers.map((a) => a.headers.get('location')))).toHaveProperty('size', 1)
  }
  await twice(timeButton(browser, '08:00'))
  const { visitId } = await visitOf(browser)
  await twice(book, typed)
  await browser.go(`${browser.at.pathname}/move?day=2026-03-28`)
  await browser.press(timeButton(browser, '08:30'))
  await twice(book)
  expect(await visitOf(browser)).toMatchObject({ state: 'booked', wallTime: '08:30', visitId })
  await browser.click('.acts a[href*="/cancel"]')
  await twice('.button.main')
  const starts = await rows(`select state from appointments where starts_at in ('2026-03-28T08:00Z', '2026-03-28T08:30Z')`)
  expect(starts).toEqual([{ state: 'cancelled' }, { state: 'cancelled' }])
  const mails = await rows('select kind from outbox where visit_id = $1 order by kind', visitId)
  expect(mails.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['booked', 'moved', 'cancelled']))
  expect(mails.filter(({ kind }) => kind === 'booked')).toHaveLength(1)
})

test('another time from the same page, gone back to, is a choice of its own', async () => {
  const browser = plain()
  await browser.go('/book/lisboa/time?services=passport&people=1&day=2026-03-28')
  const [one, two] = [browser.requestOf(timeButton(browser, '12:00')), browser.requestOf(timeButton(browser, '12:15'))]
  await browser.load(one)
  await browser.load(two)
  expect(await visitOf(browser)).toMatchObject({ state: 'held', wallTime: '12:15' })
})

test('a time that is let go is free at once', async () => {
  const browser = await held('13:00')
  const token = tokenOf(browser)
  await browser.press('form[action$="/let-go"] button')
  expect(browser.at.pathname).toBe('/book/lisboa/time')
  expect((await ask(t.as.visitor(token), oneVisit, { visit: token.split('.')[0]! })).state).toBe('cancelled')
  await browser.go(`/book/hold/${token}`)
  expect(browser.texts('h1')).toEqual(['Uw afspraak is afgezegd'])
})

test('a time that was taken meanwhile is said, and the closest ones are offered and can be held', async () => {
  const browser = plain()
  await browser.go('/book/lisboa/time?services=passport&people=1&day=2026-03-26')
  const press = browser.requestOf(timeButton(browser, '15:00'))
  const taken = passportAt('2026-03-26T15:00:00.000Z')
  await Promise.all([key(), key()].map((k) => ask(t.as.anyone, holdSlot, taken, k)))
  await browser.load(press)
  expect(browser.texts('.notice b')).toEqual(['Iemand anders heeft deze tijd net gekozen. Kies een andere tijd.'])
  expect(browser.texts('.notice button')).toEqual([
    'donderdag 26 maart, 14:30 uur',
    'donderdag 26 maart, 14:45 uur',
    'donderdag 26 maart, 15:15 uur',
  ])
  await browser.press('.notice button')
  expect(await visitOf(browser)).toMatchObject({ state: 'held', wallTime: '14:30' })
})

test('a visit is not moved to a time that was taken meanwhile, and keeps its own', async () => {
  const browser = await booked('16:00')
  await browser.go(`${browser.at.pathname}/move?startsAt=2026-03-26T17:00:00.000Z`)
  const taken = passportAt('2026-03-26T17:00:00.000Z')
  await Promise.all([key(), key()].map((k) => ask(t.as.anyone, holdSlot, taken, k)))
  await browser.press(book)
  expect(browser.at.pathname).toMatch(/\/move$/)
  expect(browser.texts('.notice b')).toHaveLength(1)
  expect(await visitOf(browser)).toMatchObject({ state: 'booked', wallTime: '16:00' })
})

test('a hold that ran out is said, what was typed is kept, and one press books what is still free', async () => {
  const browser = await held('18:00')
  const first = tokenOf(browser)
  const press = browser.requestOf(book, typed)
  const taken = passportAt('2026-03-26T18:00:00.000Z')
  t.clock.pass(11 * 60_000)
  await Promise.all([key(), key()].map((k) => ask(t.as.anyone, holdSlot, taken, k)))
  await browser.go(`/book/hold/${first}`)
  expect([browser.status, browser.texts('h1')]).toEqual([410, ['Deze tijd houden wij niet meer vast']])
  await browser.load(press)
  expect(browser.text).toContain('Wij hebben nog wat u intypte.')
  await browser.press('section button')
  expect(browser.texts('h1')).toEqual(['Uw afspraak staat vast'])
  const visit = await visitOf(browser)
  expect(visit).toMatchObject({ state: 'booked', wallTime: '17:30' })
  expect(await rows('select name, email from contacts where visit_id = $1', visit.visitId)).toEqual([
    { name: typed.name, email: typed.email },
  ])
})

test.each([
  [
    'nl',
    '08:00',
    'Fout: Uw gegevens',
    ['Vul uw naam in.', 'Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.', 'Gebruik 6 tot 15 cijfers.'],
  ],
  ['en', '08:30', 'Error: Your details', ['Fill in your name.', 'e-mail address', '6 to 15 digits']],
  ['ar', '09:00', 'خطأ: بياناتك', ['اكتب اسمك.', 'بريد', '15']],
])('in %s what does not do is said above the form and beside each field, and what was typed stays', async (language, time, title, said) => {
  const browser = await held(time as string, '2026-03-27', plain(), `&language=${language}`)
  await browser.press(book, { name: ' ', email: 'zoe@', phone: '12a' })
  expect([browser.status, browser.title]).toEqual([422, expect.stringContaining(title)])
  for (const [at, field] of ['name', 'email', 'phone'].entries()) {
    expect(browser.texts('.error-summary li')[at]).toContain(said[at])
    expect(browser.texts(`#field-${field}-error`)[0]).toContain(said[at])
    expect(browser.one(`#field-${field}`).getAttribute('aria-invalid')).toBe('true')
    expect(browser.one(`.error-summary a[href="#field-${field}"]`)).toBeTruthy()
  }
  expect(['email', 'phone'].map((field) => browser.one(`#field-${field}`).getAttribute('value'))).toEqual(['zoe@', '12a'])
  await browser.press(book, { name: 'Zoë', email: '', phone: '+32 9 000 00 01' })
  expect(await visitOf(browser)).toMatchObject({ state: 'booked', language })
})

test('without an address for mail the page says that it has to be saved', async () => {
  const browser = await held('10:30', '2026-03-27')
  await browser.press(book, { name: '李', email: '', phone: '' })
  expect(browser.texts('.notice')[0]).toContain('Bewaar deze pagina')
})

test('the language of the browser is spoken first; one that is chosen goes along in every link and is remembered', async () => {
  const browser = plain({ 'accept-language': 'sv, ar;q=0.9, nl;q=0.5' })
  await browser.go('/book/lisboa')
  expect(browser.html).toContain('<html lang="ar" dir="rtl">')
  await browser.click('nav a[lang="en"]')
  expect(browser.texts('.tick b')).toEqual(['Passport', 'ID card', 'Advice'])
  const own = browser.all('a[href^="/book"]').filter((link) => !link.hasAttribute('hreflang'))
  expect(own.every((link) => link.getAttribute('href')!.includes('language=en'))).toBe(true)
  await browser.press(book, { services: 'passport', people: '1' })
  expect([browser.at.searchParams.get('language'), browser.texts('h1')]).toEqual(['en', ['Where and when?']])
  await browser.press('.best button')
  expect([browser.at.searchParams.get('language'), browser.texts('h1')]).toEqual(['en', ['Your details']])
  await browser.go('/book/')
  expect(browser.html).toContain('<html lang="en" dir="ltr">')
})

test('a name that is not translated is shown as what it is, and spoken so', async () => {
  await rows(`update services set names = '{"nl": "Advies"}' where id = 'advice'`)
  await t.house.catalogue.load()
  const browser = plain()
  await browser.go('/book/lisboa?language=ar')
  expect(browser.all('.tick b [lang="nl"][dir="ltr"]').map((part) => part.textContent)).toEqual(['Advies'])
})

test('nothing chosen is said where it has to be chosen', async () => {
  const browser = plain()
  await browser.go('/book/lisboa')
  await browser.press(book, { services: [], people: '3' })
  expect([browser.at.pathname, browser.texts('.error-summary li')]).toEqual(['/book/lisboa', ['Kies eerst waarvoor u komt.']])
  expect(browser.one('option[selected]').getAttribute('value')).toBe('3')
})

test('what there is not is a page that says so in the language of the visitor', async () => {
  const browser = plain()
  const pages: [string, number][] = [
    ['/book/nergens', 404],
    ['/book/nergens/time?services=passport&people=1', 404],
    ['/book/lisboa/time?services=moving&people=1', 422],
    ['/book/lisboa/time?services=passport&people=50', 422],
    ['/book/visit/onzin', 404],
    ['/book/visit/%E0%A4%A', 404],
    ['/book/lisboa/time/veel/te/lang', 404],
  ]
  for (const [address, status] of pages) {
    await browser.go(address)
    expect([address, browser.status, browser.all('h1').length, browser.all('a.button[href="/book/"]').length]).toEqual([
      address,
      status,
      1,
      1,
    ])
  }
  await browser.go('/book/nergens?language=ar')
  expect(browser.html).toContain('<html lang="ar" dir="rtl">')
})

test('a link opens its own visit only; one that was changed opens nothing', async () => {
  const [one, two] = [await booked('12:30', '2026-03-27'), await booked('12:45', '2026-03-27')]
  const [id, generation, proof] = tokenOf(one).split('.') as [string, string, string]
  const other = tokenOf(two)
  for (const token of [`${other.split('.')[0]}.${generation}.${proof}`, `${id}.2.${proof}`, `${id}.${generation}.${'a'.repeat(24)}`]) {
    for (const end of ['', '/move', '/cancel']) {
      await one.go(`/book/visit/${token}${end}`)
      expect([one.status, one.texts('h1')]).toEqual([404, ['Link werkt niet']])
    }
    await one.go(`/book/hold/${token}`)
    expect(one.status).toBe(404)
  }
  expect(await visitOf(two)).toMatchObject({ state: 'booked' })
})

test('a form of another site, one that is far too large, and another method are refused', async () => {
  const send = (headers: Record<string, string>, body: string, method = 'POST') =>
    answer(new Request('http://beurt.test/book/lisboa/time', { method, headers, body }), {
      asker: t.as.anyone,
      nonce: 'n',
      now: t.clock.now(),
      fault: (error) => faults.push(error),
    })
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await send({ ...type, 'sec-fetch-site': 'cross-site' }, 'services=passport')).status).toBe(403)
  expect((await send(type, `services=${'x'.repeat(20_000)}`)).status).toBe(413)
  expect((await send(type, '', 'PUT')).status).toBe(405)
  expect((await send(type, 'services=passport&startsAt=morgen&people=1')).status).toBe(422)
})

test('a ticket is followed on the phone: ahead, then in amber at the counter, and a wrong link shows nothing', async () => {
  const ticket = await ask(t.as.kiosk, takeTicket, { point: 'lisboa', serviceIds: ['passport'], people: 1, language: 'nl' }, key())
  const browser = plain()
  await browser.go(ticket.followUrl)
  expect([browser.status, browser.texts('.turn.waiting h1')]).toEqual([200, [expect.stringMatching(/^Uw nummer A\s001$/)]])
  expect(browser.texts('.state')).toEqual(['U bent nog niet aan de beurt'])
  expect(browser.html).toContain('<noscript><meta http-equiv="refresh"')
  const counter = { point: 'lisboa', counter: '1' }
  await ask(t.as.clerk, counterActs.open, counter, key())
  await ask(t.as.clerk, counterActs.callNext, counter, key())
  await browser.go(`${browser.at.pathname}?language=en`)
  expect(browser.texts('.turn.called [data-say]')).toEqual(['It is your turnNow go to counter 1'])
  expect(browser.one('main').getAttribute('data-live')).toBe(
    `/api/points/lisboa/tickets/${ticket.id}?token=${browser.at.pathname.split('/').at(-1)}`,
  )
  await browser.go(ticket.followUrl.replace(/.{4}$/, 'aaaa'))
  expect(browser.status).toBe(404)
})

test('only pages that follow a ticket or ask where somebody is have a script, and no page asks anything of elsewhere', async () => {
  const browser = await booked('14:00', '2026-03-27')
  const pages = [
    '/book/?all=1',
    '/book/lisboa',
    '/book/lisboa/time?services=passport&people=1',
    browser.at.pathname,
    `${browser.at.pathname}/move`,
  ]
  for (const address of pages) {
    await browser.go(address)
    expect([address, browser.all('script').length, browser.all('[onclick]').length]).toEqual([address, 0, 0])
    expect(browser.all('[src^="http"], link[href^="http"], img').length).toBe(0)
    expect([browser.all('h1').length, browser.all('main#main').length, browser.all('a.skip[href="#main"]').length]).toEqual([1, 1, 1])
  }
})
