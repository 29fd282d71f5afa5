import { counted } from '../counted.ts'
import type { MailTexts } from '../nl/mail.ts'

const persons = counted('pt-PT', { one: '# pessoa', other: '# pessoas' })

/** What mails and calendar entries of a visit say. */
export const mail: MailTexts = {
  locale: 'pt-PT',
  list: (words) => words.join(', '),
  persons,
  subject: {
    booked: (date, time) => `A sua marcação para ${date}, às ${time}`,
    moved: (date, time) => `A sua marcação passou para ${date}, às ${time}`,
    cancelled: (date, time) => `A sua marcação para ${date}, às ${time}, foi cancelada`,
    reminder: (date, time) => `Lembrete: a sua marcação para ${date}, às ${time}`,
    sooner: (date, time) => `A sua marcação de ${date} às ${time}: há um local mais calmo`,
  },
  greeting: (name) => `Olá, ${name},`,
  opening: {
    booked: 'A sua marcação está confirmada. Até breve!',
    moved: 'A sua marcação tem uma nova hora ou um novo local. A anterior já não é válida.',
    cancelled: 'A sua marcação foi cancelada. Não precisa de vir.',
    reminder: 'A sua visita está próxima. Esta é a sua marcação.',
    sooner: 'Há um local mais calmo perto de si. Pode mudar a sua marcação para lá.',
  },
  when: 'Quando',
  where: 'Onde',
  what: 'Para quê',
  people: 'Quantas pessoas',
  reference: 'O seu código',
  bring: 'Traga consigo',
  arriving: 'Escreva o seu código no quiosque da entrada. Recebe então uma senha.',
  manage: 'Não pode vir? Escolha outra hora ou cancele:',
  manageButton: 'Ver ou alterar a marcação',
  quieter: 'Local mais calmo',
  walk: (km, minutes) => `${km} km, cerca de ${minutes} min a pé`,
  ride: (km, minutes) => `${km} km, cerca de ${minutes} min de carro ou autocarro`,
  soonerButton: 'Ver as horas desse local',
  soonerStays: 'Se não fizer nada, a sua marcação fica como está.',
  secret: 'Este link é só para si. Não o envie a ninguém.',
  again: 'Afinal quer vir? Faça uma nova marcação:',
  againButton: 'Fazer nova marcação',
  phone: (phone) => `Tem dúvidas? Ligue para ${phone}.`,
  zone: (place) => `Esta é a hora de ${place}.`,
  entry: (services) => `Marcação: ${services}`,
}
