import { plural } from '../../language.ts'
import type { Texts } from './nl.ts'

export const pt: Texts = {
  title: 'Como podemos ajudar?',
  place: 'Bruxelas',
  yourNumber: 'Esta é a sua senha',
  best: 'amanhã, quarta-feira, 25 de novembro',
  near: 'Perto e rápido',
  wait: 'Espera agora:',
  choose: 'Escolher esta hora',
  almostLate: 'pediu ajuda',
  noPaper: 'sem papel',
  people: (count) => plural('pt', count, { one: '{n} pessoa', other: '{n} pessoas' }),
  doneAndNext: 'Terminado, e seguinte',
  done: 'Terminado',
  back: 'Voltar',
  wasDone: 'A senhora com esta senha já foi atendida.',
  sure: 'Tem a certeza?',
  name: 'O seu nome',
  mail: 'O seu endereço de e-mail',
  mailHint: 'Enviamos a confirmação para aí.',
  mailWrong: 'Falta um @ no seu endereço de e-mail.',
  note: 'O que nos quer dizer?',
}
