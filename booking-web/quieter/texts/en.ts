import { plural } from '../../../ui/language.ts'
import type { Texts } from './nl.ts'

export const en: Texts = {
  title: 'You can come sooner at another place',
  say: 'It is quieter there now. The choice is yours.',
  walk: (minutes) => plural('en', minutes, { one: 'about 1 minute on foot', other: 'about {n} minutes on foot' }),
  ride: (minutes) => plural('en', minutes, { one: 'about 1 minute by car or bus', other: 'about {n} minutes by car or bus' }),
  go: (place) => `See the times in ${place}`,
}
