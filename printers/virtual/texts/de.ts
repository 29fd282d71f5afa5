import type { PageTexts } from './nl.ts'

export const page: PageTexts = {
  title: 'Übungsdrucker',
  explanation: 'Diesen Drucker gibt es nicht wirklich. Er zeigt das Papier so, wie es aus einem echten Drucker kommt.',
  standing: {
    ok: 'Bereit zum Drucken.',
    low: 'Das Papier ist fast zu Ende.',
    out: 'Das Papier ist zu Ende.',
    cover: 'Die Klappe ist offen.',
    jam: 'Das Messer klemmt.',
    hangs: 'Der Drucker antwortet nicht.',
  },
  acts: {
    'paper-low': 'Wenig Papier',
    'paper-out': 'Kein Papier',
    'cover-open': 'Klappe offen',
    'cutter-jam': 'Messer klemmt',
    hang: 'Nicht mehr antworten',
    mend: 'Alles wieder in Ordnung',
  },
  paper: (n) => `Zettel ${n}`,
  none: 'Noch wurde nichts gedruckt.',
  notUnderstood: 'Nicht verstanden:',
}
