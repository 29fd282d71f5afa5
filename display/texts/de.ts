import type { Texts } from './nl.ts'

export const de: Texts = {
  counter: 'Schalter',
  earlier: 'vorher',
  title: 'Wer ist an der Reihe?',
  yourNumber: 'Ihre Nummer erscheint auf diesem Bildschirm.',
  lost: 'Dieser Bildschirm hat keine Verbindung. Bitte hören Sie auf unser Team.',
  connecting: 'Dieser Bildschirm verbindet sich. Einen Moment.',
  soundOn: 'Ton einschalten',
  unknownPoint: 'Diesen Ort kennen wir nicht. Bitte prüfen Sie die Adresse dieses Bildschirms.',
  enrol: {
    title: 'Diesen Bildschirm einrichten',
    code: 'Code dieses Bildschirms',
    codeHint: 'Sie bekommen den Code, wenn Sie einen Bildschirm hinzufügen. Der Code gilt nur einmal.',
    ready: 'Einrichten',
    wrong: 'Dieser Code geht nicht. Prüfen Sie den Code oder holen Sie einen neuen.',
    kiosk: 'Dieser Code gehört zu einem Automaten. Holen Sie einen Code für einen Bildschirm.',
    without: 'Ohne Code ansehen',
    place: 'Ort',
    choosePlace: 'Wählen Sie einen Ort',
    show: 'Anzeigen',
  },
}
