import type { Texts } from './nl.ts'

export const en: Texts = {
  title: 'You can come sooner at another place',
  say: 'It is quieter there now. The choice is yours.',
  go: (place) => `See the times in ${place}`,
}
