import type { FrontTexts, MailboxTexts } from './nl.ts'

export const front: FrontTexts = {
  title: 'Beurt',
  what: 'Marcar uma visita, tirar uma senha, ser chamado.',
  book: 'Marcar uma visita',
  bookWhat: 'Como um visitante em casa: escolha um dia e uma hora.',
  display: 'Ecrã na sala',
  displayWhat: 'Veja e ouça quem é chamado.',
  counter: 'Balcão',
  counterWhat: 'Chame a pessoa seguinte, ajude-a e termine.',
  controlRoom: 'Sala de controlo',
  controlRoomWhat: 'Veja todas as salas e distribua as pessoas.',
}

export const mailbox: MailboxTexts = {
  title: 'Caixa de correio da demonstração',
  none: 'Ainda não há correio.',
  all: 'Todo o correio',
  file: 'anexo',
}
