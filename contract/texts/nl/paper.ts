import { counted } from '../counted.ts'

const persons = counted('nl', { one: '1 persoon', other: '# personen' })
const waiting = counted('nl', { one: '1 persoon', other: '# mensen' })
const minutes = counted('nl', { one: '1 minuut', other: '# minuten' })

/** What the paper of a ticket says. */
export const paper = {
  locale: 'nl-NL',
  dateAndTime: (date: string, time: string) => `${date}, ${time}`,
  serviceAndPeople: (service: string, people: string) => `${service}, ${people}`,
  people: persons,
  waitHeading: 'Wachten, waarschijnlijk:',
  about: (until: number) => `ongeveer ${minutes(until)}`,
  atMost: (until: number) => `niet meer dan ${minutes(until)}`,
  range: (from: number, until: number) => `${from} tot ${minutes(until)}`,
  ahead: (people: number) => (people === 0 ? 'Er is niemand voor u.' : `Voor u: ${waiting(people)}.`),
  appointmentAt: (time: string) => `Uw afspraak is om ${time}.`,
  aroundThen: 'Wij roepen u rond die tijd.',
  follow: 'Kijk op uw telefoon hoe ver het is. U kunt even weg.',
  bring: 'Leg klaar:',
  keep: 'Dit is uw nummer. Wacht tot u het ziet of hoort.',
  copy: 'KOPIE',
  test: 'Proefafdruk. Dit is geen geldig nummer.',
  number: (label: string) => `Nummer ${label}`,
}

export type PaperTexts = typeof paper
