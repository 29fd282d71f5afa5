import { plural } from '../../../ui/language.ts'
import type { Texts } from './nl.ts'

export const pt: Texts = {
  title: 'Noutro local pode vir mais cedo',
  say: 'Lá está mais calmo agora. A escolha é sua.',
  walk: (minutes) => plural('pt', minutes, { one: 'cerca de 1 minuto a pé', other: 'cerca de {n} minutos a pé' }),
  ride: (minutes) =>
    plural('pt', minutes, { one: 'cerca de 1 minuto de carro ou autocarro', other: 'cerca de {n} minutos de carro ou autocarro' }),
  go: (place) => `Ver as horas em ${place}`,
}
