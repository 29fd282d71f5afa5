import type { Texts } from './nl.ts'

export const pt: Texts = {
  counter: 'balcão',
  earlier: 'anteriores',
  title: 'De quem é a vez?',
  yourNumber: 'A sua senha vai aparecer neste ecrã.',
  lost: 'Este ecrã está sem ligação. Ouça os nossos colegas.',
  connecting: 'Este ecrã está a ligar-se. Um momento.',
  soundOn: 'Ligar o som',
  unknownPoint: 'Não conhecemos este local. Verifique o endereço deste ecrã.',
  enrol: {
    title: 'Instalar este ecrã',
    code: 'Código deste ecrã',
    codeHint: 'Recebe o código quando adiciona um ecrã. O código só funciona uma vez.',
    ready: 'Instalar',
    wrong: 'Este código não funciona. Verifique o código ou peça um novo.',
    kiosk: 'Este código é de um quiosque. Peça um código para um ecrã.',
    without: 'Ver sem código',
    place: 'Local',
    choosePlace: 'Escolha um local',
    show: 'Mostrar',
  },
}
