import { type Format, makeFormat } from '../ui/format.ts'
import type { Texts } from './texts/nl.ts'
import { zoneName } from './zones.ts'

/** A time as the clocks of a place show it; where they are others than those of the screen, with their name. */
export function placeTime(at: string | number, zone: string, format: Format, words: Texts): string {
  if (zone === format.zone) return format.time(at)
  return words.thatTime(makeFormat(format.language, zone).time(at), zoneName(zone, format.language))
}
