import { plural } from '../../../ui/language.ts'

export const nl = {
  title: 'Op een andere plek bent u eerder aan de beurt',
  say: 'Daar is het nu rustiger. U kiest zelf.',
  walk: (minutes: number) => plural('nl', minutes, { one: 'ongeveer 1 minuut lopen', other: 'ongeveer {n} minuten lopen' }),
  ride: (minutes: number) =>
    plural('nl', minutes, { one: 'ongeveer 1 minuut met auto of bus', other: 'ongeveer {n} minuten met auto of bus' }),
  go: (place: string) => `Tijden bekijken in ${place}`,
}

export type Texts = typeof nl
