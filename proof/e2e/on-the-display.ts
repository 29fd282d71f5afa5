import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { isPast, listenIn, loudest, overlaps, type Sample, samplesOf } from './sound.ts'
import { counterId, labelled, mainPoint, type Stage, until } from './stage.ts'

/** The display of the hall, its sound listened to. */
export async function openDisplay(stage: Stage, site = stage.demonstration.site, point = mainPoint): Promise<Page> {
  const context = await stage.context('display')
  await listenIn(context)
  const page = await context.newPage()
  await page.goto(`${site}/display/?point=${point}`)
  await page.locator('.hall').waitFor()
  return page
}

/** The display shows this number, and our counter beside it. */
export async function seen(page: Page, label: string, counter = counterId): Promise<void> {
  const call = page.locator('.call, .earlier li').filter({ hasText: labelled(label) })
  await call.filter({ hasText: new RegExp(`${counter}\\s*$`) }).waitFor({ timeout: 5000 })
}

/** The number was chimed and said, in Dutch and in the language of its visitor, loud enough to hear, and nothing at the same time as anything else. */
export async function heard(page: Page, ticketId: string, language = 'nl'): Promise<void> {
  const ours = async (): Promise<Sample[]> => (await samplesOf(page)).filter(({ key }) => key.startsWith(ticketId))
  await until(async () => expect((await ours()).length).toBeGreaterThan(0))
  const last = Math.max(...(await ours()).map(({ endsAt }) => endsAt))
  await until(async () => expect(await isPast(page, last)).toBe(true), 60_000)
  const samples = await ours()
  const voices = [...new Set(samples.map(({ voice }) => voice))]
  // A call that had to wait for others is said in the first language only.
  expect([[...new Set(['chime', 'nl', language])].join(), ['chime', 'nl'].join()]).toContain(voices.join())
  for (const sample of samples) expect(await loudest(page, sample), `${sample.voice} ${sample.clip}`).toBeGreaterThan(0.01)
  expect(overlaps(await samplesOf(page))).toEqual([])
}
