import type { Texts } from './nl.ts'

export const fr: Texts = {
  title: 'Vous pouvez venir plus tôt dans un autre lieu',
  say: 'C’est plus calme là-bas. C’est vous qui choisissez.',
  go: (place) => `Voir les heures à ${place}`,
}
