import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ar } from '../../booking-web/texts/ar.ts'
import { de } from '../../booking-web/texts/de.ts'
import { en } from '../../booking-web/texts/en.ts'
import { fr } from '../../booking-web/texts/fr.ts'
import { nl, type Texts } from '../../booking-web/texts/nl.ts'
import { pt } from '../../booking-web/texts/pt.ts'
import type { Language } from '../../contract/language.ts'
import { plain, until } from './stage.ts'

export const phoneWords: Record<Language, Texts> = { nl, en, fr, de, pt, ar }

export type Mail = { id: number; to: string; subject: string; text: string }
export type Booking = { site: string; language: Language; place: string; service: string; name: string; email: string }

/** Books the soonest time of a hall: place, service, time, details. Gives the address of the visit. */
export async function book(page: Page, given: Booking): Promise<string> {
  const t = phoneWords[given.language]
  await page.goto(`${given.site}/book/?all=1&place=${encodeURIComponent(given.place)}&language=${given.language}`)
  await page.getByRole('link', { name: given.place }).first().click()
  await page.getByRole('checkbox', { name: given.service }).check()
  await page.getByRole('button', { name: t.services.next }).click()
  await page.getByRole('button', { name: t.times.choose }).click()
  await page.getByLabel(t.details.name).fill(given.name)
  await page.getByLabel(t.details.email).fill(given.email)
  await page.getByRole('button', { name: t.details.book }).click()
  await page.getByRole('heading', { name: t.visit.title }).waitFor()
  return page.url()
}

/** Looks into the mailbox as its page shows it, opens the letter to `email`, and gives it with its calendar entry. */
export async function readMail(page: Page, mailbox: string, email: string): Promise<{ mail: Mail; file: string }> {
  const mail = await until(async () => {
    const mails = (await (await fetch(`${mailbox}/mails`)).json()) as Mail[]
    const found = mails.find(({ to }) => to === email)
    if (!found) throw new Error(`no mail to ${email} among ${mails.length}`)
    return found
  })
  await page.goto(mailbox)
  await page.locator('li', { hasText: email }).getByRole('link').click()
  await page.getByRole('heading', { name: mail.subject }).waitFor()
  const link = page.getByRole('link', { name: /\.ics$/ })
  const file = await (await fetch(new URL((await link.getAttribute('href'))!, mailbox))).text()
  return { mail, file }
}

/** The code of an appointment, as a letter says it. */
export const codeIn = (text: string): string => {
  const code = /\b([0-9A-Z]{4}\s[0-9A-Z]{4})\b/.exec(text)?.[1]
  if (!code) throw new Error(`no code in:\n${text}`)
  return plain(code)
}

/** The one appointment in a calendar file, as a parser that is not ours reads it. */
export function appointmentIn(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const events = calendar.getAllSubcomponents('vevent')
  expect(events).toHaveLength(1)
  const { startDate, endDate, summary, location, uid, sequence } = new ICAL.Event(events[0]!)
  return { startsAt: startDate.toJSDate().getTime(), endsAt: endDate.toJSDate().getTime(), summary, location, uid, sequence }
}

/** Waits until the phone that follows a ticket says this. */
export async function phoneSays(page: Page, words: string): Promise<void> {
  await until(async () => expect(plain(await page.locator('main').textContent())).toContain(words))
}
