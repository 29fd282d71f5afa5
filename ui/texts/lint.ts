import type { Language } from '../../contract/language.ts'

/** Dutch words that are English words too; and names that stay themselves in any script. */
const sameInEnglish = new Set(
  'min km code e-mail online start help audio kiosk display tablet open type printer in app ok status test agenda'.split(' '),
)
const names = new Set('pdf qr qr-code sms wifi digid itsme beurt nederlands english km'.split(' '))
const letters = /\p{L}/u
const latinWord = /[A-Za-zÀ-ÿ]{2,}/g
const placeholder = /\{\w+\}/g
const samples = [103, 104, 105, 106]
const worded = samples.map(String)
const unsayable = '(a text whose values the lint cannot guess)'

/** Every sentence in a tree of texts by its path; a text with values is said with sample values. */
export function leavesOf(tree: unknown, path = ''): Map<string, string> {
  // A locale for Intl stands among texts, but nobody reads it.
  if (typeof tree === 'string') return /(^|\.)locale$/.test(path) ? new Map() : new Map([[path, tree]])
  if (typeof tree === 'function') return leavesOf(sayWithSamples(tree as (...given: unknown[]) => unknown), path)
  if (tree === null || typeof tree !== 'object') return new Map()
  return new Map(Object.entries(tree).flatMap(([key, value]) => [...leavesOf(value, path ? `${path}.${key}` : key)]))
}

function sayWithSamples(text: (...given: unknown[]) => unknown): unknown {
  const record = new Proxy({}, { get: (_, key) => (typeof key === 'string' ? '103' : undefined) })
  for (const given of [samples, worded, [record, ...worded], [worded, ...worded]]) {
    try {
      const said = text(...given)
      if (!/undefined|NaN|\[object|Invalid/.test(JSON.stringify(said) ?? 'undefined')) return said
    } catch {
      // This text wants values of another shape.
    }
  }
  return unsayable
}

const valuesIn = (text: string) =>
  [
    ...new Set([
      ...(text.match(placeholder) ?? []),
      ...worded.filter((value) => text.replaceAll(/[.,\u00a0](?=\d{3})/g, '').includes(value)),
    ]),
  ]
    .sort()
    .join(' ')
const words = (text: string) => text.replaceAll(placeholder, '').trim().toLowerCase()

/** What is wrong with texts beside their source: a key missing or too many, other values, or words of another language. */
export function faultsBetween(language: Language, source: unknown, own: unknown, other: unknown): string[] {
  const [sources, owns, others] = [leavesOf(source), leavesOf(own), leavesOf(other)]
  const missing = [...sources.keys()].filter((key) => !owns.has(key)).map((key) => `${key} is missing in ${language}`)
  const extra = [...owns.keys()].filter((key) => !sources.has(key)).map((key) => `${key} is in ${language} only`)
  const wrong = [...owns].flatMap(([key, text]) => {
    const original = sources.get(key)
    if (original === undefined) return []
    const found: string[] = text === unsayable ? [`${key} is ${unsayable}`] : []
    if (valuesIn(text) !== valuesIn(original)) found.push(`${key} has other values: "${text}" beside "${original}"`)
    if (isCopied(text, original) || isCopied(text, others.get(key))) found.push(`${key} is not translated: "${text}"`)
    if (language === 'ar' && letters.test(words(text)) && !isArabic(text)) found.push(`${key} is not Arabic: "${text}"`)
    return found
  })
  return [...missing, ...extra, ...wrong]
}

function isCopied(text: string, original: string | undefined): boolean {
  return original !== undefined && letters.test(words(text)) && words(text) === words(original) && !allIn(text, [sameInEnglish, names])
}

const allIn = (text: string, allowed: Set<string>[]) =>
  (words(text).match(/[\p{L}-]{2,}/gu) ?? []).every((word) => allowed.some((set) => set.has(word)))

function isArabic(text: string): boolean {
  const foreign = (text.replaceAll(placeholder, '').match(latinWord) ?? []).filter((word) => !names.has(word.toLowerCase()))
  return /\p{Script=Arabic}/u.test(text) ? foreign.length === 0 : allIn(text, [names])
}

/** Where a text is harder than B1: a sentence of more than 20 words, or more than 12 in the mean. */
export function sentenceFaults(leaves: ReadonlyMap<string, string>): string[] {
  const sentences = [...leaves].flatMap(([key, text]) =>
    text
      .split(/(?<=[.!?:;؟؛])\s+|\n+/)
      .map((sentence) => ({ key, sentence, length: sentence.split(/\s+/).filter((word) => letters.test(word)).length })),
  )
  const long = sentences
    .filter(({ length }) => length > 20)
    .map(({ key, sentence, length }) => `${key} has a sentence of ${length} words: "${sentence}"`)
  const mean = sentences.reduce((sum, { length }) => sum + length, 0) / Math.max(1, sentences.length)
  return mean > 12 ? [...long, `the mean sentence has ${mean.toFixed(1)} words`] : long
}

/** Dutch words of the office that have a plain word beside them (from the government's list of difficult words). */
const hardWords =
  /\b(?:middels|conform|betreffende|indien|teneinde|derhalve|reeds|dient te|dienen te|omtrent|ten behoeve van|alsmede|inzake|vigerende?|tevens|desgewenst|alvorens|bescheiden|echter|aanvangen|verstrekken|raadplegen)\b/i

/** Where a Dutch text uses such a word. */
export function hardWordFaults(leaves: ReadonlyMap<string, string>): string[] {
  return [...leaves].flatMap(([key, text]) => {
    const hard = hardWords.exec(text)
    return hard ? [`${key} says "${hard[0]}": "${text}"`] : []
  })
}
