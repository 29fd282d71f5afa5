import type { Texts } from './nl.ts'

export const pt: Texts = {
  link: 'Aparelhos',
  title: (name) => `Aparelhos de ${name}`,
  toHall: 'Voltar à sala',
  toStaff: 'Voltar às pessoas',
  places: (zone) => `Todas as horas são as do próprio local (${zone}).`,
  failed: 'A lista não chega. Vamos tentar de novo.',
  kinds: { kiosk: 'Quiosques', display: 'Ecrãs' },
  none: { kiosk: 'Ainda não há aqui um quiosque.', display: 'Ainda não há aqui um ecrã.' },
  add: { kiosk: 'Adicionar um quiosque', display: 'Adicionar um ecrã' },
  codeFor: (device) => `Código para ${device}`,
  codeUntil: (time) => `O código só funciona uma vez, até às ${time}.`,
  codeOver: 'O código já não funciona. Adicione o aparelho outra vez.',
  enter: {
    kiosk: 'Escreva este código nas definições do quiosque e ligue o quiosque.',
    display: 'Abra a página dos ecrãs no novo ecrã e escreva lá este código.',
  },
  joined: (device) => `Já está: ${device} já faz parte.`,
  states: { well: 'funciona', announced: 'espera pelo código' },
  announced: (time) => `O código ainda não foi escrito. Funciona até às ${time}. Perdeu-o? Retire este aparelho e adicione-o outra vez.`,
  well: {
    kiosk: { ok: 'Há papel suficiente.', unknown: 'Não sabemos se há papel.' },
    display: 'Este ecrã mostra de quem é a vez.',
  },
  wrong: {
    'paper-low': 'Prepare um novo rolo de papel.',
    'paper-out': 'Os números só aparecem no ecrã do quiosque. Ponha um novo rolo de papel.',
    'stray-numbers':
      'Este quiosque deu números que não estão na fila. Pergunte na sala quem tem um desses números (começa por N) e ponha essa pessoa na fila.',
    'not-seen': {
      kiosk: 'Veja se o quiosque está ligado e se tem rede. Sem rede, dá números com um N à frente.',
      display: 'Veja se o ecrã está ligado, se tem rede e se a página ainda está aberta.',
    },
  },
  heard: (time) => `Última mensagem: ${time}`,
  neverHeard: 'Ainda sem mensagens',
  takeOut: 'Retirar',
  takeOutOne: (device) => `Retirar ${device}`,
  confirm: {
    title: (device) => `Quer retirar ${device}?`,
    kiosk: [
      'Este quiosque deixa de dar números. Os números já dados continuam a valer.',
      'O quiosque deu números sem rede? Esses números não entram então na fila.',
      'Quer o quiosque de volta mais tarde? Adicione-o com um novo código. Dentro de um dia, recebe o número antigo e esses números ainda entram na fila.',
    ],
    display: [
      'Este ecrã deixa de mostrar de quem é a vez. Isso demora um minuto, no máximo.',
      'Depois pede um novo código. Adicione o ecrã se o quiser de volta.',
    ],
    announced: ['O código deixa de funcionar.'],
    keep: 'Deixar ficar',
    yes: 'Retirar',
  },
  takenOut: (device) => `Foi retirado: ${device}.`,
}
