import { plural } from '../../../ui/language.ts'
import type { Texts } from './nl.ts'

const people = (n: number) => plural('pt', n, { one: '{n} pessoa', other: '{n} pessoas' })
const wait = (n: number) => plural('pt', n, { one: 'espera', other: 'esperam' })
const went = (n: number) => plural('pt', n, { one: 'foi', other: 'foram' })

export const pt: Texts = {
  title: 'Beurt',
  lead: 'Uma sala, em direto. Tire uma senha no quiosque e siga-a: no papel, no ecrã, no balcão e no telemóvel.',
  simulated: 'As pessoas são simuladas.',
  clock: (time) => `O relógio é o da demonstração: ${time}`,
  lost: 'A demonstração não responde neste momento.',
  acts: {
    title: 'Faça acontecer alguma coisa',
    network: { on: 'Cortar a rede', off: 'Repor a rede' },
    paper: { on: 'Acabar o papel', off: 'Papel novo' },
    busy: { on: 'Mais uma hora cheia', off: 'Como de costume' },
    divert: { on: 'Enviar para a sala mais calma', off: 'Deixar de enviar' },
    leap: { on: 'Dez minutos depois', off: 'Dez minutos depois' },
  },
  failed: 'Não resultou. Tente outra vez.',
  now: {
    title: 'O que acontece agora',
    usual: (n, minutes) => `${people(n)} ${wait(n)}. Quem chega agora espera cerca de ${minutes}.`,
    cut: 'O quiosque ficou sem rede. Continua e dá senhas suas.',
    owed: (labels) => `Já dadas: ${labels}.`,
    back: (labels) => `A rede voltou. O quiosque vai entregar as suas senhas: ${labels}.`,
    merged: (labels) => `Estas senhas já estão na sala como as outras: ${labels}.`,
    paperOut: 'Acabou o papel. O quiosque mostra a senha no ecrã.',
    alerted: 'A sala de controlo já sabe.',
    busy: (until) => `Chegam muito mais pessoas, até às ${until}.`,
    notOffered: (place) => `O quiosque propõe ${place} assim que lá for mais rápido.`,
    offered: (place) => `O quiosque propõe agora ${place}.`,
    sent: (n) => `${people(n)} ${went(n)} para lá.`,
  },
  curve: {
    title: 'A espera, na última hora',
    of: (place, minutes) => `${place}: ${minutes} agora`,
    nobody: (place) => `${place}: ninguém a trabalhar agora`,
    ago: 'há uma hora',
    now: 'agora',
  },
  scenes: {
    kiosk: { name: 'Quiosque', say: 'Toque: tire uma senha' },
    paper: { name: 'Papel', say: 'Sai da impressora simulada' },
    display: { name: 'Ecrã na sala', say: 'Mostra quem é chamado' },
    counter: { name: 'Balcão 3', say: 'Abra o balcão e chame' },
    phone: { name: 'Telemóvel', say: (label) => `Segue a senha ${label}` },
  },
  phoneWaits: 'Aqui aparece uma senha que alguém segue.',
  full: 'Ampliar',
  enter: {
    title: 'Veja por si, em tamanho real',
    visitor: 'Visitante: marcar uma visita',
    clerk: 'Funcionário: o balcão',
    manager: 'Gestor: a sala de controlo',
    admin: 'Administrador: os aparelhos',
    mailbox: 'Correio: mensagens a visitantes',
    note: 'Um clique e já entrou. Cada ecrã abre num separador novo.',
  },
}
