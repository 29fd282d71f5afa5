import type { ServiceId } from '../domain/ids.ts'
import { findThings, type SearchText, type Vocabulary, vocabularyOf } from '../domain/search-words.ts'
import type { Catalogue, Offer } from './catalogue.ts'

type Read = { loads: number; offers: Offer[]; vocabulary: Vocabulary; remembered: Map<string, Offer[]> }

const rememberedMax = 500
const synonymWeight = 0.95
const explanationWeight = 0.5

/**
 * Services by what they are called, other words for it and what is said about them, in all languages: somebody may know the word of the
 * country only. Made from the catalogue again when that was loaded anew.
 */
export function makeServiceWords(catalogue: Catalogue) {
  let held: Read | null = null

  function read(): Read {
    if (held?.loads === catalogue.loads()) return held
    // Of two that fit as well, what is offered at more points comes first.
    const offers = [...catalogue.offers().values()].sort((a, b) => b.at.length - a.at.length || (a.service.id < b.service.id ? -1 : 1))
    held = { loads: catalogue.loads(), offers, vocabulary: vocabularyOf(offers.map(textsOf)), remembered: new Map() }
    return held
  }

  return {
    /** Services that fit what was typed, the best first. */
    find(typed: string): Offer[] {
      const { offers, vocabulary, remembered } = read()
      const known = remembered.get(typed)
      if (known) return known
      if (remembered.size >= rememberedMax) remembered.clear()
      const found = findThings(vocabulary, typed).flatMap((thing) => offers[thing] ?? [])
      remembered.set(typed, found)
      return found
    },
    /** What can be booked at most points: what people mostly come for. */
    usual: (most: number): ServiceId[] =>
      read()
        .offers.filter(({ bookableAt }) => bookableAt.length > 0)
        .sort((a, b) => b.bookableAt.length - a.bookableAt.length)
        .slice(0, most)
        .map(({ service }) => service.id),
  }
}
export type ServiceWords = ReturnType<typeof makeServiceWords>

function textsOf({ service }: Offer): SearchText[] {
  const of = (texts: Iterable<string | undefined>, weight: number): SearchText[] =>
    [...texts].flatMap((text) => (text ? { text, weight } : []))
  return [
    ...of(Object.values(service.names), 1),
    ...of(Object.values(service.synonyms).flat(), synonymWeight),
    ...of(Object.values(service.explanations), explanationWeight),
  ]
}
