import { counted } from '../counted.ts'
import type { PaperTexts } from '../nl/paper.ts'

const persons = counted('pt-PT', { one: '# pessoa', other: '# pessoas' })
const minutes = counted('pt-PT', { one: '# minuto', other: '# minutos' })

/** What the paper of a ticket says. */
export const paper: PaperTexts = {
  locale: 'pt-PT',
  dateAndTime: (date, time) => `${date}, ${time}`,
  serviceAndPeople: (service, people) => `${service}, ${people}`,
  people: persons,
  waitHeading: 'Espera provável:',
  about: (until) => `cerca de ${minutes(until)}`,
  atMost: (until) => `não mais de ${minutes(until)}`,
  range: (from, until) => `${from} a ${minutes(until)}`,
  ahead: (people) => (people === 0 ? 'Não há ninguém à sua frente.' : `À sua frente: ${persons(people)}.`),
  appointmentAt: (time) => `A sua marcação é às ${time}.`,
  aroundThen: 'Chamamos por si por volta dessa hora.',
  follow: 'Acompanhe a sua vez no telemóvel. Pode sair por um momento.',
  bring: 'Tenha à mão:',
  keep: 'Esta é a sua senha. Espere até a ver ou ouvir.',
  copy: 'CÓPIA',
  test: 'Impressão de teste. Esta senha não é válida.',
  number: (label) => `Senha ${label}`,
}
