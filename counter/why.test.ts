import { expect, test } from 'vitest'
import { languages } from '../contract/language.ts'
import type { Why } from '../domain/order.ts'
import { makeFormat } from '../ui/format.ts'
import { ar } from './texts/ar.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { nl } from './texts/nl.ts'
import { pt } from './texts/pt.ts'
import { whySentence } from './why.ts'

const all = { nl, en, fr, de, pt, ar }
/** Every code of the rules; a new one does not compile without its sentence here. */
const codes: Record<Why['code'], string> = {
  'only-you': 'eerst: doorgestuurd naar uw balie',
  early: 'te vroeg voor de afspraak van 10:45, maar niemand anders wacht',
  appointment: 'eerst: de afspraak van 10:45 gaat voor',
  wait: 'eerst: wacht 18 min, dicht bij de grens van 20',
  priority: 'eerst: heeft voorrang',
  first: 'eerst: staat vooraan in de rij',
}
const figures = { minutes: 18, appointmentAt: '2026-11-24T09:45:00.000Z' }

test.each(Object.entries(codes))('the reason %s is said as a sentence with its figures, at the time of the place', (code, sentence) => {
  expect(whySentence(nl.why, makeFormat('nl', 'Europe/Brussels'), { code, figures }, 20)).toBe(sentence)
})

test.each(languages)('every reason has its own sentence in %s', (language) => {
  const said = Object.keys(codes).map((code) => whySentence(all[language].why, makeFormat(language, 'UTC'), { code, figures }, 20))
  expect(new Set(said).size).toBe(Object.keys(codes).length)
})

test('a wait beyond the limit says so, and a reason that nobody knows is the usual one', () => {
  const format = makeFormat('nl', 'UTC')
  expect(whySentence(nl.why, format, { code: 'wait', figures: { minutes: 23 } }, 20)).toBe('eerst: wacht 23 min, de grens is 20')
  expect(whySentence(nl.why, format, { code: 'appointment', figures: { minutes: 3 } }, 20)).toBe(nl.why.first)
  expect(whySentence(nl.why, format, { code: 'moon', figures: {} }, 20)).toBe(nl.why.first)
})
