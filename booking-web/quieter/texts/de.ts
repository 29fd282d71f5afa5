import { plural } from '../../../ui/language.ts'
import type { Texts } from './nl.ts'

export const de: Texts = {
  title: 'An einem anderen Ort sind Sie früher dran',
  say: 'Dort ist es jetzt ruhiger. Sie entscheiden selbst.',
  walk: (minutes) => plural('de', minutes, { one: 'etwa 1 Minute zu Fuß', other: 'etwa {n} Minuten zu Fuß' }),
  ride: (minutes) => plural('de', minutes, { one: 'etwa 1 Minute mit Auto oder Bus', other: 'etwa {n} Minuten mit Auto oder Bus' }),
  go: (place) => `Zeiten in ${place} ansehen`,
}
