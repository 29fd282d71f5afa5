import { hostname, networkInterfaces } from 'node:os'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nl as roomWords } from '../../control-room/texts/nl.ts'
import { nl as counterWords } from '../../counter/texts/nl.ts'
import { words } from '../../demonstration/stage/texts/every-language.ts'
import { outsideName } from '../../demonstration/where.ts'
import { kioskWords, walkIn } from './at-the-kiosk.ts'
import { papersOf, paperWith } from './papers.ts'
import { openStage, plain, type Stage, until } from './stage.ts'

// Another device finds the machine by its name or address, and no browser there trusts it as it trusts localhost.
const name = hostname().toLowerCase()
const t = words.nl

let stage: Stage
let page: Page
const elsewhere = (address: string, at = name): string => address.replace('localhost', at)

beforeAll(async () => {
  stage = await openStage(name)
  page = await stage.page('counter', `${elsewhere(stage.demonstration.site)}/?language=nl`)
})
afterAll(() => stage?.stop())

async function frameOf(title: string): Promise<Frame> {
  const frame = await (await page.locator(`iframe[title="${title}"]`).elementHandle())?.contentFrame()
  if (!frame) throw new Error(`the stage has no ${title}`)
  return frame
}

test('opened by the name of the machine every screen is live: a number is taken, comes out on paper and is followed', async () => {
  const kiosk = await frameOf(t.scenes.kiosk.name)
  const label = await walkIn(kiosk, { language: 'nl', service: 'Rijbewijs', people: 1 })
  await paperWith(stage.demonstration.paper, label)
  const roll = await frameOf(t.scenes.paper.name)
  await until(async () => expect(plain(await roll.getByRole('img').getAttribute('alt'))).toContain(label))
  await until(async () => expect(plain(await (await frameOf(t.scenes.phone.name)).locator('main').textContent())).toContain(label))
  await (await frameOf(t.scenes.display.name)).locator('.newest').waitFor()
  const counter = await frameOf(t.scenes.counter.name)
  await counter.getByRole('button', { name: counterWords.acts.open }).click()
  await counter
    .getByRole('button', { name: new RegExp(`^${counterWords.acts.callNext}`) })
    .first()
    .waitFor()
  expect(stage.faults).toEqual([])
})

test('every frame, every link and the way to the kiosk keep the name by which one came', async () => {
  const addresses = await page.evaluate(() => [
    ...[...document.querySelectorAll('iframe')].map(({ src }) => src),
    ...[...document.querySelectorAll('a')].map(({ href }) => href),
  ])
  expect(addresses.length).toBeGreaterThan(10)
  expect(addresses.filter((address) => new URL(address).hostname !== name)).toEqual([])
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: t.enter.manager, exact: true }).click()
  await (await opened).getByRole('heading', { name: roomWords.halls }).waitFor()
  await (await opened).close()
  const kiosk = await page.context().newPage()
  await kiosk.goto(`${elsewhere(stage.demonstration.site)}/kiosk`)
  expect(kiosk.url()).toBe(`${elsewhere(stage.demonstration.kiosk)}/`)
  await kiosk.getByRole('heading', { name: kioskWords.nl.welcome }).waitFor()
  await kiosk.close()
  expect(stage.faults).toEqual([])
})

test('every part answers at the address of the machine, and what is printed and mailed leads there', async () => {
  const { site, kiosk, paper, mailbox, output } = stage.demonstration
  const address = outsideName('0.0.0.0', { hostname: name, networks: networkInterfaces() })
  for (const part of [site, kiosk, paper, mailbox]) expect((await fetch(elsewhere(part, address))).status, part).toBe(200)
  const framers = (await fetch(elsewhere(kiosk, address))).headers.get('content-security-policy')
  expect(framers).toContain(`frame-ancestors 'self' ${elsewhere(site, address)};`)
  const frames = (await fetch(elsewhere(site, address))).headers.get('content-security-policy')
  expect(frames).toContain(`frame-src 'self' ${elsewhere(kiosk, address)} ${elsewhere(paper, address)} `)
  const [printed] = await papersOf(paper)
  expect(printed!.qr[0]).toContain(`${elsewhere(site, address)}/book/follow/`)
  if (address !== 'localhost') expect(output()).toContain(elsewhere(site, address))
})

test('a name that somebody else made lead here shows no screen of the hall', async () => {
  const { site, kiosk } = stage.demonstration
  const as = { headers: { host: 'elsewhere.example:3000' } }
  expect((await fetch(site, as)).headers.get('content-security-policy')).not.toContain('elsewhere')
  expect((await fetch(kiosk, as)).headers.get('content-security-policy')).not.toContain('elsewhere')
  expect((await fetch(`${kiosk}/local/state`, as)).status).toBe(403)
})
