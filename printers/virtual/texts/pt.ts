import type { PageTexts } from './nl.ts'

export const page: PageTexts = {
  title: 'Impressora de treino',
  explanation: 'Esta impressora não existe de verdade. Mostra o papel tal como sai de uma impressora verdadeira.',
  standing: {
    ok: 'Pronta a imprimir.',
    low: 'O papel está quase a acabar.',
    out: 'Não há papel.',
    cover: 'A tampa está aberta.',
    jam: 'A lâmina está presa.',
    hangs: 'A impressora não responde.',
  },
  acts: {
    'paper-low': 'Pouco papel',
    'paper-out': 'Sem papel',
    'cover-open': 'Tampa aberta',
    'cutter-jam': 'Lâmina presa',
    hang: 'Deixar de responder',
    mend: 'Reparar tudo',
  },
  paper: (n) => `Papel ${n}`,
  none: 'Ainda nada foi impresso.',
  notUnderstood: 'Não entendido:',
}
