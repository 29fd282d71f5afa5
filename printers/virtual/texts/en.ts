import type { PageTexts } from './nl.ts'

export const page: PageTexts = {
  title: 'Practice printer',
  explanation: 'This printer is not a real one. It shows the paper as it comes out of a real printer.',
  standing: {
    ok: 'Ready to print.',
    low: 'The paper is almost finished.',
    out: 'There is no paper.',
    cover: 'The cover is open.',
    jam: 'The knife is stuck.',
    hangs: 'The printer does not answer.',
  },
  acts: {
    'paper-low': 'Paper low',
    'paper-out': 'Paper out',
    'cover-open': 'Cover open',
    'cutter-jam': 'Knife stuck',
    hang: 'Hang',
    mend: 'Mend everything',
  },
  paper: (n) => `Paper ${n}`,
  none: 'Nothing has been printed yet.',
  notUnderstood: 'Not understood:',
}
