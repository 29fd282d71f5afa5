import { likeness, wordsOf } from './search-text.ts'

/** A text of a thing, and how much it says for it: 1 for its name, less for what is only said about it. */
export type SearchText = { text: string; weight: number }

/** Which things have a word, and how much it says for each. */
export type Vocabulary = { things: number; postings: ReadonlyMap<string, ReadonlyMap<number, number>>; shortest: readonly number[] }

const wordsMax = 12
const fitMin = 0.34
/** What a word says against all, if nothing is like it: little, since people type whole sentences. */
const unheard = 0.15
/** What is only said about a thing has so many words that something is like anything: there it has to be the same. */
const loose = 0.9

/** The words of things, each thing with its texts. */
export function vocabularyOf(things: readonly (readonly SearchText[])[]): Vocabulary {
  const postings = new Map<string, Map<number, number>>()
  for (const [thing, texts] of things.entries())
    for (const { text, weight } of texts)
      for (const word of wordsOf(text)) {
        const posting = postings.get(word) ?? new Map<number, number>()
        postings.set(word, posting)
        posting.set(thing, Math.max(weight, posting.get(thing) ?? 0))
      }
  const lengthOf = (texts: readonly SearchText[]) => texts.flatMap(({ text, weight }) => (weight === 1 ? wordsOf(text).length : []))
  return { things: things.length, postings, shortest: things.map((texts) => Math.min(12, ...lengthOf(texts))) }
}

/** For one typed word: how much it says for each thing, and how rare what it is like is. */
function heard({ things, postings }: Vocabulary, typed: string): { says: Float64Array; rarity: number } {
  const says = new Float64Array(things)
  let best = 0
  let rarity = unheard
  for (const [word, posting] of postings) {
    const like = likeness(typed, word)
    if (like === 0) continue
    let most = 0
    for (const [thing, weight] of posting) {
      if (weight < loose && like < loose) continue
      says[thing] = Math.max(says[thing] as number, like * weight)
      most = Math.max(most, weight)
    }
    if (like * most <= best) continue
    best = like * most
    // A word that many things have says little about which is meant (inverse document frequency, Spärck Jones 1972).
    rarity = Math.max(unheard / 3, (most * Math.log(1 + things / posting.size)) / Math.log(1 + things))
  }
  return { says, rarity }
}

/**
 * Things that fit what was typed, by their number, the best first: each typed word counts by how rare what it is like is, slips and accents
 * forgiven. Of two that fit as well, the one whose name says less besides comes first. A few milliseconds for some thousand words.
 */
export function findThings(vocabulary: Vocabulary, typed: string): number[] {
  const words = [...new Set(wordsOf(typed))].slice(0, wordsMax).map((word) => heard(vocabulary, word))
  const all = words.reduce((sum, { rarity }) => sum + rarity, 0)
  const fits = Array.from({ length: vocabulary.things }, (_, thing) => ({
    thing,
    fit: words.reduce((sum, { says, rarity }) => sum + rarity * (says[thing] as number), 0) / all,
  }))
  const rank = ({ thing, fit }: { thing: number; fit: number }) => fit - 0.008 * (vocabulary.shortest[thing] as number)
  return fits
    .filter(({ fit }) => fit >= fitMin)
    .sort((a, b) => rank(b) - rank(a))
    .map(({ thing }) => thing)
}
