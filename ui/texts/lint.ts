import type { Language } from '../../contract/language.ts'
import { foreignWord, mayBeAlike, names, signFault, unfitWord } from './alike.ts'

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

/** The texts of one place in languages beside the source. */
export type Others = Partial<Record<Language, unknown>>

/**
 * What is wrong with texts beside their Dutch source: a key missing or too many, other values, the words of another language,
 * or those of nobody who would be understood at a counter.
 */
export function faultsBetween(language: Language, source: unknown, own: unknown, others: Others): string[] {
  const [sources, owns] = [leavesOf(source), leavesOf(own)]
  const besides = Object.entries({ nl: source, ...others }).map(([other, tree]) => [other as Language, leavesOf(tree)] as const)
  const missing = [...sources.keys()].filter((key) => !owns.has(key)).map((key) => `${key} is missing in ${language}`)
  const extra = [...owns.keys()].filter((key) => !sources.has(key)).map((key) => `${key} is in ${language} only`)
  const wrong = [...owns].flatMap(([key, text]) => {
    const original = sources.get(key)
    if (original === undefined) return []
    const found: string[] = text === unsayable ? [`${key} is ${unsayable}`] : []
    if (valuesIn(text) !== valuesIn(original)) found.push(`${key} has other values: "${text}" beside "${original}"`)
    for (const [other, leaves] of besides)
      if (other !== language && isCopied(language, other, text, leaves.get(key)))
        found.push(`${key} is ${other}, not ${language}: "${text}"`)
    return [...found, ...wordFaults(language, key, text)]
  })
  return [...missing, ...extra, ...wrong]
}

function wordFaults(language: Language, key: string, text: string): string[] {
  if (language === 'ar') return letters.test(words(text)) && !isArabic(text) ? [`${key} is not Arabic: "${text}"`] : []
  const foreign = foreignWord(language, words(text))
  const unfit = unfitWord(language, text)
  const sign = signFault(language, text)
  return [
    ...(foreign ? [`${key} has the foreign word "${foreign}" in ${language}: "${text}"`] : []),
    ...(unfit ? [`${key} says "${unfit}" in ${language}: "${text}"`] : []),
    ...(sign ? [`${key} is not written as French is, at "${sign}": "${text}"`] : []),
  ]
}

function isCopied(language: Language, other: Language, text: string, original: string | undefined): boolean {
  return original !== undefined && letters.test(words(text)) && words(text) === words(original) && !mayBeAlike(language, other, words(text))
}

function isArabic(text: string): boolean {
  const latin = text.replaceAll(placeholder, '').match(latinWord) ?? []
  const foreign = latin.filter((word) => !names.has(word.toLowerCase()))
  return foreign.length === 0 && (/\p{Script=Arabic}/u.test(text) || latin.length > 0)
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
