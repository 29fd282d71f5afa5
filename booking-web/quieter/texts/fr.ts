import { plural } from '../../../ui/language.ts'
import type { Texts } from './nl.ts'

export const fr: Texts = {
  title: 'Vous pouvez venir plus tôt dans un autre lieu',
  say: 'C’est plus calme là-bas. C’est vous qui choisissez.',
  walk: (minutes) => plural('fr', minutes, { one: 'environ 1 minute à pied', other: 'environ {n} minutes à pied' }),
  ride: (minutes) =>
    plural('fr', minutes, { one: 'environ 1 minute en voiture ou en bus', other: 'environ {n} minutes en voiture ou en bus' }),
  go: (place) => `Voir les heures à ${place}`,
}
