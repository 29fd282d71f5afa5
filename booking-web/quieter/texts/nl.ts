export const nl = {
  title: 'Op een andere plek bent u eerder aan de beurt',
  say: 'Daar is het nu rustiger. U kiest zelf.',
  go: (place: string) => `Tijden bekijken in ${place}`,
}

export type Texts = typeof nl
