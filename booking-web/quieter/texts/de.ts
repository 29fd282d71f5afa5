import type { Texts } from './nl.ts'

export const de: Texts = {
  title: 'An einem anderen Ort sind Sie früher dran',
  say: 'Dort ist es jetzt ruhiger. Sie entscheiden selbst.',
  go: (place) => `Zeiten in ${place} ansehen`,
}
