export const nl = {
  counter: 'balie',
  close: 'Sluiten',
  undo: 'Ongedaan maken',
  optional: 'niet verplicht',
  loadingLong: 'Even geduld. Dit duurt iets langer dan anders.',
  loading: 'Even geduld',
  wrongFields: 'Er klopt nog iets niet',
  language: 'Taal',
  connected: 'verbonden',
  connecting: 'verbinding maken',
  lostSince: (time: string) => `geen verbinding sinds ${time}`,
  lastKnown: 'U ziet de laatste stand.',
  error: 'Fout:',
}

export type Texts = typeof nl
