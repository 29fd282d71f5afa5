import { plural } from '../language.ts'
import type { Texts } from './nl.ts'

export const pt: Texts = {
  counter: 'balcão',
  close: 'Fechar',
  undo: 'Anular',
  optional: 'não obrigatório',
  loadingLong: 'Um momento. Demora um pouco mais do que o habitual.',
  loading: 'Um momento',
  wrongFields: 'Ainda há um erro',
  language: 'Língua',
  connected: 'ligado',
  connecting: 'a ligar',
  lostSince: (time) => `sem ligação desde as ${time}`,
  lastKnown: 'Vê os últimos dados recebidos.',
  error: 'Erro:',
  free: 'grátis',
  ageFrom: (from) => `a partir dos ${from} anos`,
  ageUntil: (last) => `até aos ${last} anos`,
  ageBetween: (from, last) => `dos ${from} aos ${last} anos`,
  onlyIn: (names) => `só em ${names}`,
  online: 'Também pode fazer isto na internet',
  walk: (minutes) => plural('pt', minutes, { one: 'cerca de 1 minuto a pé', other: 'cerca de {n} minutos a pé' }),
  ride: (minutes) =>
    plural('pt', minutes, { one: 'cerca de 1 minuto de carro ou autocarro', other: 'cerca de {n} minutos de carro ou autocarro' }),
}
