import type { Texts } from './nl.ts'

export const fr: Texts = {
  counter: 'guichet',
  earlier: 'plus tôt',
  title: 'À qui le tour ?',
  yourNumber: 'Votre numéro s’affichera sur cet écran.',
  lost: 'Cet écran n’a plus de connexion. Écoutez nos collègues.',
  connecting: 'Cet écran se connecte. Un instant.',
  soundOn: 'Activer le son',
  unknownPoint: 'Nous ne connaissons pas ce lieu. Vérifiez l’adresse de cet écran.',
  enrol: {
    title: 'Installer cet écran',
    code: 'Code de cet écran',
    codeHint: 'Vous recevez le code quand vous ajoutez un écran. Le code marche une seule fois.',
    ready: 'Installer',
    wrong: 'Ce code ne marche pas. Vérifiez le code ou demandez-en un nouveau.',
    kiosk: 'C’est le code d’une borne. Demandez un code pour un écran.',
    without: 'Voir sans code',
    place: 'Lieu',
    choosePlace: 'Choisissez un lieu',
    show: 'Afficher',
  },
}
