import type { PageTexts } from './nl.ts'

export const page: PageTexts = {
  title: 'Imprimante d’essai',
  explanation: 'Cette imprimante n’existe pas vraiment. Elle montre le papier comme il sort d’une vraie imprimante.',
  standing: {
    ok: 'Prête à imprimer.',
    low: 'Il n’y a presque plus de papier.',
    out: 'Il n’y a plus de papier.',
    cover: 'Le capot est ouvert.',
    jam: 'Le couteau est bloqué.',
    hangs: 'L’imprimante ne répond pas.',
  },
  acts: {
    'paper-low': 'Presque plus de papier',
    'paper-out': 'Plus de papier',
    'cover-open': 'Capot ouvert',
    'cutter-jam': 'Couteau bloqué',
    hang: 'Ne plus répondre',
    mend: 'Tout réparer',
  },
  paper: (n) => `Papier ${n}`,
  none: 'Rien n’a encore été imprimé.',
  notUnderstood: 'Pas compris :',
}
