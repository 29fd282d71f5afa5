import { plural } from '../../../ui/language.ts'
import type { Texts } from './nl.ts'

const people = (n: number) => plural('fr', n, { one: '{n} personne', other: '{n} personnes' })
const wait = (n: number) => plural('fr', n, { one: 'attend', other: 'attendent' })
const went = (n: number) => plural('fr', n, { one: 'y est allée', other: 'y sont allées' })

export const fr: Texts = {
  title: 'Beurt',
  lead: 'Une salle, en direct. Prenez un numéro à la borne et suivez-le : sur le papier, à l’écran, au guichet et sur le téléphone.',
  simulated: 'Les personnes sont simulées.',
  clock: (time) => `L’heure est celle de la démonstration : ${time}`,
  lost: 'La démonstration ne répond pas pour le moment.',
  acts: {
    title: 'Faites arriver quelque chose',
    network: { on: 'Couper le réseau', off: 'Rétablir le réseau' },
    paper: { on: 'Plus de papier', off: 'Remettre du papier' },
    busy: { on: 'Encore une heure chargée', off: 'Comme d’habitude' },
    divert: { on: 'Les envoyer vers la salle plus calme', off: 'Ne plus les envoyer' },
    leap: { on: 'Dix minutes plus tard', off: 'Dix minutes plus tard' },
  },
  failed: 'Cela n’a pas marché. Réessayez.',
  now: {
    title: 'Ce qui se passe maintenant',
    usual: (n, minutes) => `${people(n)} ${wait(n)}. Qui arrive maintenant attend environ ${minutes}.`,
    cut: 'La borne n’a plus de réseau. Elle continue et donne ses propres numéros.',
    owed: (labels) => `Déjà donnés : ${labels}.`,
    back: (labels) => `Le réseau est revenu. La borne va transmettre ses numéros : ${labels}.`,
    merged: (labels) => `Ces numéros sont maintenant dans la salle comme les autres : ${labels}.`,
    paperOut: 'Il n’y a plus de papier. La borne montre le numéro à l’écran.',
    alerted: 'La salle de pilotage est prévenue.',
    busy: (until) => `Beaucoup plus de personnes arrivent, jusqu’à ${until}.`,
    notOffered: (place) => `La borne proposera ${place} dès que cela ira plus vite là-bas.`,
    offered: (place) => `La borne propose maintenant ${place}.`,
    sent: (n) => `${people(n)} ${went(n)}.`,
  },
  curve: {
    title: 'L’attente, la dernière heure',
    of: (place, minutes) => `${place} : ${minutes} maintenant`,
    nobody: (place) => `${place} : personne au travail maintenant`,
    ago: 'il y a une heure',
    now: 'maintenant',
  },
  scenes: {
    kiosk: { name: 'Borne', say: 'Touchez-la : prenez un numéro' },
    paper: { name: 'Papier', say: 'Sort de l’imprimante simulée' },
    display: { name: 'Écran dans la salle', say: 'Montre qui est appelé' },
    counter: { name: 'Guichet 3', say: 'Ouvrez le guichet et appelez' },
    phone: { name: 'Téléphone', say: (label) => `Suit le numéro ${label}` },
  },
  phoneWaits: 'Un numéro que quelqu’un suit apparaîtra ici.',
  full: 'En grand',
  enter: {
    title: 'Voyez vous-même, en grand',
    visitor: 'Visiteur : prendre rendez-vous',
    clerk: 'Agent : le guichet',
    manager: 'Responsable : la salle de pilotage',
    admin: 'Administrateur : les appareils',
    mailbox: 'Boîte : e-mails aux visiteurs',
    note: 'Un clic vous connecte. Chaque écran s’ouvre dans un nouvel onglet.',
  },
}
