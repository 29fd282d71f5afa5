import type { Texts } from './nl.ts'

export const fr: Texts = {
  link: 'Appareils',
  title: (name) => `Appareils de ${name}`,
  toHall: 'Retour à la salle',
  toStaff: 'Retour au personnel',
  places: (zone) => `Toutes les heures sont celles du lieu (${zone}).`,
  failed: 'La liste n’arrive pas. Nous essayons encore.',
  kinds: { kiosk: 'Bornes', display: 'Écrans' },
  none: { kiosk: 'Il n’y a pas encore de borne ici.', display: 'Il n’y a pas encore d’écran ici.' },
  add: { kiosk: 'Ajouter une borne', display: 'Ajouter un écran' },
  codeFor: (device) => `Code pour ${device}`,
  codeUntil: (time) => `Le code marche une seule fois, jusqu’à ${time}.`,
  codeOver: 'Le code ne marche plus. Ajoutez l’appareil encore une fois.',
  enter: {
    kiosk: 'Écrivez ce code dans les réglages de la borne, puis démarrez la borne.',
    display: 'Ouvrez la page des écrans sur le nouvel écran et tapez-y ce code.',
  },
  joined: (device) => `C’est fait : ${device} est en service.`,
  states: { well: 'fonctionne', announced: 'attend son code' },
  announced: (time) =>
    `Le code n’est pas encore écrit. Il marche jusqu’à ${time}. Vous l’avez perdu ? Retirez cet appareil et ajoutez-le à nouveau.`,
  well: {
    kiosk: { ok: 'Il y a assez de papier.', unknown: 'Nous ne savons pas s’il y a du papier.' },
    display: 'Cet écran montre à qui est le tour.',
  },
  wrong: {
    'paper-low': 'Préparez un nouveau rouleau de papier.',
    'paper-out': 'Les numéros sont seulement sur l’écran de la borne. Mettez un nouveau rouleau de papier.',
    'stray-numbers':
      'Cette borne a donné des numéros qui ne sont pas dans la file. Demandez dans la salle qui a un tel numéro (il commence par N), et ajoutez cette personne à la file.',
    'not-seen': {
      kiosk: 'Regardez si la borne est allumée et si elle a du réseau. Sans réseau, elle donne des numéros avec un N devant.',
      display: 'Regardez si l’écran est allumé, s’il a du réseau et si la page est encore ouverte.',
    },
  },
  heard: (time) => `Dernier message : ${time}`,
  neverHeard: 'Pas encore de message',
  takeOut: 'Retirer',
  takeOutOne: (device) => `Retirer ${device}`,
  confirm: {
    title: (device) => `Voulez-vous retirer ${device} ?`,
    kiosk: [
      'Cette borne ne donne alors plus de numéros. Les numéros déjà donnés restent valables.',
      'La borne a donné des numéros sans réseau ? Ils n’arrivent alors pas dans la file.',
      'Vous voulez la borne plus tard ? Ajoutez-la avec un nouveau code. Dans la journée qui suit, elle retrouve son ancien numéro et ces numéros arrivent quand même dans la file.',
    ],
    display: [
      'Cet écran ne montre alors plus à qui est le tour. Cela prend une minute au plus.',
      'Ensuite il demande un nouveau code. Ajoutez l’écran si vous le voulez à nouveau.',
    ],
    announced: ['Le code ne marche alors plus.'],
    keep: 'Garder',
    yes: 'Retirer',
  },
  takenOut: (device) => `C’est retiré : ${device}.`,
}
