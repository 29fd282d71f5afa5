import { plural } from '../../../ui/language.ts'
import type { Texts } from './nl.ts'

export const pt: Texts = {
  title: 'Mapa das salas',
  regions: 'Zona do mapa',
  nearer: 'Mais perto',
  further: 'Mais longe',
  whole: 'Toda a zona',
  how: 'As setas vão de sala em sala, mais e menos mudam a escala, Enter abre.',
  legend: 'Como ler o mapa',
  size: 'Quanto maior, mais pessoas esperam.',
  ring: 'Um anel: várias salas próximas, e quantas delas em cada estado.',
  nowhere: 'Nenhuma destas salas tem lugar no mapa.',
  list: 'Lista',
  map: 'Mapa',
  one: (name, state, waiting) => `${name}: ${state}, ${waiting}`,
  several: (halls, worst, waiting) => `${halls}, ${worst}, ${waiting}`,
  atWorst: (state) => `a pior: ${state}`,
  halls: (n) => plural('pt', n, { one: '{n} sala', other: '{n} salas' }),
  waiting: (n) => plural('pt', n, { zero: 'ninguém espera', one: '{n} pessoa espera', other: '{n} pessoas esperam' }),
  over: (n) => plural('pt', n, { zero: 'sem esperas longas', one: '{n} sala com espera longa', other: '{n} salas com espera longa' }),
}
