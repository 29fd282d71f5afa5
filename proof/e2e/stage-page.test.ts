import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, ask } from '../../contract/ask.ts'
import { languages } from '../../contract/language.ts'
import { menu } from '../../contract/points.ts'
import { nl as counterWords } from '../../counter/texts/nl.ts'
import { addressesFrom } from '../../demonstration/stage/addresses.ts'
import { type StageState, stageState } from '../../demonstration/stage/routes.ts'
import { words } from '../../demonstration/stage/texts/every-language.ts'
import { pageTexts } from '../../printers/virtual/page-texts.ts'
import { kioskWords, leaveKiosk, walkIn } from './at-the-kiosk.ts'
import { look } from './look.ts'
import { papersOf, paperWith } from './papers.ts'
import { hallOf, signedIn } from './staff.ts'
import { counterId, labelled, mainPoint, openStage, plain, type Stage, until, viewports } from './stage.ts'

const t = words.nl
const rijbewijs = { language: 'nl', service: 'Rijbewijs', people: 1 } as const
const verhuizen = { language: 'nl', service: 'Verhuizen', people: 1 } as const

let stage: Stage
let page: Page
let anyone: Asker

beforeAll(async () => {
  stage = await openStage()
  anyone = { base: stage.demonstration.site, send: fetch }
  page = await stage.page('counter', `${stage.demonstration.site}/?language=nl`)
})

afterAll(() => stage?.stop())

const state = (): Promise<StageState> => ask(anyone, stageState, {})
const says = (sentence: string | RegExp) => page.locator('.now').getByText(sentence).waitFor()
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const startOf = (sentence: (words: string) => string) => sentence('').replace(/\.$/, '').trim()

/** The real screen in a frame of the stage. */
async function frameOf(name: string): Promise<Frame> {
  const frame = await (await page.locator(`iframe[title="${name}"]`).elementHandle())?.contentFrame()
  if (!frame) throw new Error(`the stage has no ${name}`)
  return frame
}

test('soon after the start the paper of somebody simulated has come out, decoded, and a phone follows it; every screen in the hall is live', async () => {
  const paper = await until(async () => (await papersOf(stage.demonstration.paper))[0] ?? Promise.reject(new Error('no paper yet')))
  expect(paper.unknown).toEqual([])
  expect(paper.qr[0]).toContain('/book/follow/')
  const [roll, display, counter, kiosk] = await Promise.all(
    [t.scenes.paper, t.scenes.display, t.scenes.counter, t.scenes.kiosk].map(({ name }) => frameOf(name)),
  )
  await roll!.getByRole('img').waitFor()
  expect(plain(await roll!.getByRole('img').getAttribute('alt'))).toMatch(/[A-Z] \d{3}/)
  await display!.locator('.newest').waitFor()
  await counter!.getByRole('button', { name: counterWords.acts.open }).waitFor()
  await kiosk!.getByRole('heading', { name: kioskWords.nl.welcome }).waitFor()
  await until(async () => expect((await state()).followed).not.toBeNull())
  await (await frameOf(t.scenes.phone.name)).locator('.number').first().waitFor()
  await page.getByText(t.simulated).waitFor()
})

test('a number taken in the kiosk frame is on the paper, on the phone, in the list of the counter, and on the display when it is called', async () => {
  const kiosk = await frameOf(t.scenes.kiosk.name)
  const label = await walkIn(kiosk, rijbewijs)
  await paperWith(stage.demonstration.paper, label)
  const roll = await frameOf(t.scenes.paper.name)
  await until(async () => expect(plain(await roll.getByRole('img').getAttribute('alt'))).toContain(label))
  await until(async () => {
    const phone = await frameOf(t.scenes.phone.name)
    expect(plain(await phone.locator('main').textContent())).toContain(label)
  })
  const counter = await frameOf(t.scenes.counter.name)
  await counter.getByRole('button', { name: counterWords.acts.open }).click()
  await counter
    .getByRole('button', { name: labelled(label) })
    .first()
    .click()
  await counter.getByRole('button', { name: counterWords.ticket.callNow }).click()
  const display = await frameOf(t.scenes.display.name)
  await display
    .locator('.call, .earlier li')
    .filter({ hasText: labelled(label) })
    .first()
    .waitFor()
  await leaveKiosk(kiosk, 'nl')
})

test('the network is cut: the kiosk goes on with a number of its own; mended, the hall has it once under the same label', async () => {
  const kiosk = await frameOf(t.scenes.kiosk.name)
  await press(t.acts.network.on)
  await says(new RegExp(`^${t.now.cut}`))
  const label = await walkIn(kiosk, verhuizen)
  expect(label).toMatch(/^N1 \d{3}$/)
  await paperWith(stage.demonstration.paper, label)
  await says(labelled(label))
  await leaveKiosk(kiosk, 'nl')
  const clerk = await signedIn(stage.demonstration.site, 'clerk')
  const inHall = async () => {
    const { waiting, others } = await hallOf(clerk)
    return [...waiting, ...others].filter((ticket) => plain(ticket.label) === label).length
  }
  expect(await inHall()).toBe(0)
  await press(t.acts.network.off)
  await until(async () => expect(await inHall()).toBe(1))
  await says(new RegExp(startOf(t.now.merged).slice(0, 20)))
  await says(labelled(label))
  await until(async () => expect((await state()).owed).toEqual([]))
  expect(await inHall()).toBe(1)
})

test('without paper the kiosk and the stage say so and the control room is told; with new paper it prints again', async () => {
  const kiosk = await frameOf(t.scenes.kiosk.name)
  await press(t.acts.paper.on)
  await kiosk.getByRole('status').getByText(kioskWords.nl.noPaper).waitFor()
  await says(new RegExp(t.now.alerted))
  const roll = await frameOf(t.scenes.paper.name)
  await roll.getByText(pageTexts.nl.standing.out).waitFor()
  await press(t.acts.paper.off)
  await kiosk.getByText(kioskWords.nl.noPaper).waitFor({ state: 'detached' })
  await until(async () => expect((await state()).alerted).toBe(false))
  const label = await walkIn(kiosk, verhuizen)
  await paperWith(stage.demonstration.paper, label)
  await leaveKiosk(kiosk, 'nl')
})

test('another busy hour makes the waits rise; sent to the quieter hall people go there, and later the wait has fallen on the curve', async () => {
  const before = (await state()).curves[0]
  await press(t.acts.busy.on)
  await says(new RegExp(startOf(t.now.busy).slice(0, 25)))
  await until(async () => {
    const [here] = (await state()).curves
    expect(here.waiting).toBeGreaterThan(before.waiting + 18)
    expect(here.minutes).toBeGreaterThan(before.minutes! + 10)
  }, 120_000)
  await press(t.acts.divert.on)
  await until(async () => expect((await state()).offered).toBe(true))
  const { offers } = await ask(anyone, menu, { point: mainPoint })
  expect(offers.map(({ to }) => to.id)).toContain('aalter-station')
  await says(new RegExp(t.now.offered('Servicepunt Station Aalter').replace(/\.$/, '')))
  await until(async () => expect((await state()).diversion!.sent).toBeGreaterThan(0), 60_000)
  const at = Date.parse((await state()).at)
  const fallen = async () => {
    const [here] = (await state()).curves
    return Math.max(...here.points.map(({ minutes }) => minutes)) - here.minutes!
  }
  // How soon it falls is for those who came; that it does is the story.
  for (let times = 1; times <= 8 && (times <= 2 || (await fallen()) <= 10); times++) {
    await press(t.acts.leap.on)
    await until(async () => expect(Date.parse((await state()).at) - at).toBeGreaterThan(times * 600_000 - 1000), 60_000)
    await page.locator('.acts [aria-busy]').waitFor({ state: 'detached' })
  }
  expect(await fallen()).toBeGreaterThan(10)
  await press(t.acts.busy.off)
  await press(t.acts.divert.off)
  await until(async () => expect((await state()).diversion).toBeNull())
})

test('one press makes somebody a manager or an admin on their own screen, and the clerk is there already', async () => {
  for (const say of [t.enter.manager, t.enter.admin]) {
    const opened = page.context().waitForEvent('page')
    await press(say)
    const room = await opened
    await room.getByRole('table').waitFor()
    await room.close()
  }
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: t.enter.clerk }).click()
  const counter = await opened
  await counter
    .getByText(new RegExp(`Balie ${counterId}`))
    .first()
    .waitFor()
  await counter.close()
})

test('screens are shown in frames by the stage and by nothing else', async () => {
  const { site, kiosk, paper } = stage.demonstration
  const { counter } = addressesFrom(site, (await state()).addresses)
  const framers = async (address: string) =>
    /frame-ancestors ([^;]*)/.exec((await fetch(address)).headers.get('content-security-policy') ?? '')?.[1]
  for (const address of [kiosk, paper, `${paper}/roll`, counter]) expect(await framers(address), address).toBe(`'self' ${site}`)
  for (const path of ['/', '/counter/', '/display/?point=aalter', '/control-room/', '/book/'])
    expect(await framers(`${site}${path}`), path).toBe("'self'")
  expect(await framers(`${site}/api/points`)).toBe("'none'")
})

test('a page elsewhere can make nothing happen and sign nobody in', async () => {
  const { site } = stage.demonstration
  const headers = { 'content-type': 'application/json', origin: 'http://elsewhere.example', 'sec-fetch-site': 'cross-site' }
  const cut = await fetch(`${site}/stage/acts/network`, { method: 'POST', headers, body: '{"on":true}' })
  expect(cut.status).toBe(403)
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
  expect((await fetch(`${site}/stage/sign-in`, { method: 'POST', headers: form, body: 'as=manager', redirect: 'manual' })).status).toBe(403)
  expect(
    (await fetch(`${site}/stage/acts/nothing`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"on":true}' }))
      .status,
  ).toBe(404)
  expect((await state()).cut).toBe(false)
})

test.each(languages)('the stage itself fits and axe finds nothing, in %s', async (language) => {
  const fresh = await stage.page('counter', `${stage.demonstration.site}/?language=${language}`)
  await fresh.getByRole('heading', { name: words[language].acts.title }).waitFor()
  // Each screen is looked at by itself elsewhere; here it is a frame with a title.
  await fresh.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.src = 'about:blank'
  })
  const found = await look(fresh, { language, state: 'the stage at a desk', twice: true })
  for (const kind of ['phone', 'tablet', 'display'] as const) {
    await fresh.setViewportSize(viewports[kind])
    await fresh.evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))))
    found.push(...(await look(fresh, { language, state: `the stage, ${kind}`, axe: false, twice: kind === 'phone' })))
  }
  await fresh.context().close()
  expect(found).toEqual([])
})

test('by keyboard one comes past the acts before any screen, and nothing failed', async () => {
  const fresh = await stage.page('counter', `${stage.demonstration.site}/?language=nl`)
  await fresh.getByRole('button', { name: t.acts.network.on }).waitFor()
  const names: string[] = []
  for (let n = 0; n < 12; n++) {
    await fresh.keyboard.press('Tab')
    names.push(await fresh.evaluate(() => document.activeElement?.textContent?.trim() ?? ''))
  }
  expect(names.slice(6, 11)).toEqual([t.acts.network.on, t.acts.paper.on, t.acts.busy.on, t.acts.divert.on, t.acts.leap.on])
  await fresh.context().close()
  expect(stage.faults).toEqual([])
  expect(stage.demonstration.output()).not.toMatch(/fault|simulated people:/)
})
