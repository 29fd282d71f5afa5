import type { FrontTexts, MailboxTexts } from './nl.ts'

export const front: FrontTexts = {
  title: 'Beurt',
  what: 'Marcar uma visita, tirar uma senha, ser chamado.',
  simulated: 'Demonstração: as pessoas são simuladas.',
  clock: 'O relógio está acertado: aqui são agora {time}.',
  book: 'Marcar uma visita',
  bookWhat: 'Como um visitante em casa: escolha um dia e uma hora.',
  kiosk: 'Quiosque à entrada',
  kioskWhat: 'Tire uma senha, ou diga que chegou para a sua marcação.',
  display: 'Ecrã na sala',
  displayWhat: 'Veja e ouça quem é chamado.',
  counter: 'Balcão',
  counterWhat: 'Chame a pessoa seguinte, ajude-a e termine.',
  controlRoom: 'Sala de controlo',
  controlRoomWhat: 'Veja todas as salas e distribua as pessoas.',
  paper: 'Papel da impressora',
  paperWhat: 'A impressora simulada mostra cada senha.',
  mailbox: 'Caixa de correio',
  mailboxWhat: 'Cada mensagem a um visitante chega aqui.',
  signIn: 'Entrar como',
  password: 'palavra-passe',
}

export const mailbox: MailboxTexts = {
  title: 'Caixa de correio da demonstração',
  none: 'Ainda não há correio.',
  all: 'Todo o correio',
  file: 'anexo',
}
