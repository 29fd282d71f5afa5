import { plural } from '../../../ui/language.ts'

export const nl = {
  title: 'Kaart van de zalen',
  regions: 'Gebied',
  nearer: 'Dichterbij',
  further: 'Verder weg',
  whole: 'Het hele gebied',
  how: 'Pijltjes gaan van zaal naar zaal, plus en min zoomen, Enter opent.',
  legend: 'Zo leest u de kaart',
  size: 'Hoe groter, hoe meer mensen wachten.',
  ring: 'Een ring: meer zalen bij elkaar, en hoeveel daarvan in welke toestand.',
  nowhere: 'Geen van deze zalen heeft een plaats op de kaart.',
  list: 'Lijst',
  map: 'Kaart',
  one: (name: string, state: string, waiting: string) => `${name}: ${state}, ${waiting}`,
  several: (halls: string, worst: string, waiting: string) => `${halls}, ${worst}, ${waiting}`,
  atWorst: (state: string) => `de slechtste: ${state}`,
  halls: (n: number) => plural('nl', n, { one: '1 zaal', other: '{n} zalen' }),
  waiting: (n: number) => plural('nl', n, { zero: 'niemand wacht', one: '1 mens wacht', other: '{n} mensen wachten' }),
  over: (n: number) => plural('nl', n, { zero: 'nergens te lang', one: '1 zaal te lang', other: '{n} zalen te lang' }),
}

export type Texts = typeof nl
