import type { Texts } from './nl.ts'

export const pt: Texts = {
  title: 'Noutro local pode vir mais cedo',
  say: 'Lá está mais calmo agora. A escolha é sua.',
  go: (place) => `Ver as horas em ${place}`,
}
