import type { Language } from '../language.ts'
import type { ProblemCode } from '../problems.ts'
import * as ar from './ar/problems.ts'
import * as de from './de/problems.ts'
import * as en from './en/problems.ts'
import * as fr from './fr/problems.ts'
import * as nl from './nl/problems.ts'
import * as pt from './pt/problems.ts'

type Texts = { problems: Record<ProblemCode, { title: string; say: string; exactly?: string }>; fields: nl.FieldTexts }
const texts: Record<Language, Texts> = { nl, en, fr, de, pt, ar }
const locales: Record<Language, string> = {
  nl: 'nl-NL',
  en: 'en-GB',
  fr: 'fr-FR',
  de: 'de-DE',
  pt: 'pt-PT',
  ar: 'ar-u-ca-gregory-nu-latn',
}
const instantNames = /(At|^until)$/
const labels = new Map<string, Intl.DateTimeFormat>()

/** What a problem is called, in a few words. */
export const problemTitle = (language: Language, code: ProblemCode): string => said(language, code).title

/**
 * What is wrong and what to do, in the asker's language. Details (`{label}`, `{peopleMax}`) are filled in where they are known; instants
 * among them (`opensAt`, `until`) are said as local time of `details.zone`, and left out where no zone is given.
 */
export function problemSentence(language: Language, code: ProblemCode, details: Record<string, unknown> = {}): string {
  const { say, exactly } = said(language, code)
  if (!exactly) return say
  let complete = true
  const text = exactly.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = Object.hasOwn(details, name) ? wordOf(language, name, details[name], details.zone) : null
    complete &&= word !== null
    return word ?? ''
  })
  return complete ? text : say
}

/** What does not do in a field, and what would. A code that nobody knows is said as a value that does not fit. */
export const fieldSentence = (language: Language, fieldCode: string): string =>
  Object.hasOwn(texts[language].fields, fieldCode)
    ? texts[language].fields[fieldCode as nl.FieldCode]
    : texts[language].fields['wrong-type']

const said = (language: Language, code: ProblemCode) =>
  Object.hasOwn(texts[language].problems, code) ? texts[language].problems[code] : texts[language].problems.unexpected

function wordOf(language: Language, name: string, value: unknown, zone: unknown): string | null {
  if (instantNames.test(name)) return typeof zone === 'string' ? localTime(language, value, zone) : null
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value).slice(0, 64) : null
}

function localTime(language: Language, value: unknown, zone: string): string | null {
  const at = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return null
  const name = `${language} ${zone}`
  const format =
    labels.get(name) ??
    new Intl.DateTimeFormat(locales[language], {
      timeZone: zone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  labels.set(name, format)
  return format.format(at)
}
