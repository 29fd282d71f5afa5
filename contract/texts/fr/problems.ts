import type { FieldTexts, ProblemTexts } from '../nl/problems.ts'

export const problems: ProblemTexts = {
  'service-not-here': { title: 'Pas dans ce lieu', say: 'Ce service n’existe pas ici. Choisissez un autre service ou un autre lieu.' },
  'too-many-people': {
    title: 'Trop de personnes',
    say: 'Vous venez à trop de personnes en même temps. Choisissez un nombre plus petit.',
    exactly: 'Ici, vous pouvez venir à {peopleMax} personnes au plus. Choisissez un nombre plus petit.',
  },
  'point-closed': {
    title: 'Fermé',
    say: 'C’est fermé pour le moment. Regardez quand nous ouvrons de nouveau.',
    exactly: 'C’est fermé pour le moment. Revenez à partir du {opensAt}.',
  },
  'day-closed': { title: 'La journée est finie', say: 'La journée est déjà finie ici. Revenez un autre jour.' },
  'slot-taken': { title: 'Heure déjà prise', say: 'Quelqu’un vient de choisir cette heure. Choisissez une autre heure.' },
  'slot-not-offered': { title: 'Heure pas libre', say: 'Vous ne pouvez pas choisir cette heure. Choisissez une heure dans la liste.' },
  'in-the-past': { title: 'Heure passée', say: 'Cette heure est passée ou trop proche. Choisissez une heure plus tard.' },
  'hold-expired': {
    title: 'Trop d’attente',
    say: 'Nous avons gardé cette heure pour vous, mais ce temps est fini. Choisissez de nouveau une heure.',
  },
  'appointment-unknown': {
    title: 'Rendez-vous introuvable',
    say: 'Nous ne trouvons pas ce rendez-vous. Vérifiez le code et essayez de nouveau.',
  },
  'wrong-appointment-state': {
    title: 'Plus possible',
    say: 'Ce n’est plus possible pour ce rendez-vous. Regardez où il en est.',
  },
  'wrong-point': { title: 'Autre lieu', say: 'Votre rendez-vous est dans un autre lieu. Regardez le lieu dans votre confirmation.' },
  'wrong-day': {
    title: 'Autre jour',
    say: 'Votre rendez-vous est un autre jour. Regardez la date dans votre confirmation.',
    exactly: 'Votre rendez-vous est le {startsAt}. Revenez ce jour-là, ou prenez un numéro maintenant.',
  },
  'too-early': {
    title: 'Trop tôt',
    say: 'Il est encore trop tôt. Essayez de nouveau plus tard.',
    exactly: 'Il est encore trop tôt. C’est possible à partir du {fromAt}.',
  },
  'too-late': {
    title: 'Trop tard',
    say: 'Il est trop tard pour ce rendez-vous. Prenez un numéro ou un nouveau rendez-vous.',
    exactly: 'Il est trop tard pour votre rendez-vous du {startsAt}. Prenez un numéro ou un nouveau rendez-vous.',
  },
  'already-arrived': {
    title: 'Arrivée déjà signalée',
    say: 'Vous avez déjà signalé votre arrivée. Attendez de voir votre numéro à l’écran.',
    exactly: 'Vous avez déjà signalé votre arrivée avec le numéro {label}. Attendez de voir ce numéro à l’écran.',
  },
  'ticket-unknown': {
    title: 'Numéro introuvable',
    say: 'Nous ne trouvons pas ce numéro. Prenez un nouveau numéro ou demandez au guichet.',
  },
  'wrong-ticket-state': {
    title: 'Pas possible maintenant',
    say: 'Ce n’est pas possible maintenant avec ce numéro. Regardez dans la liste où il en est.',
    exactly: 'Ce n’est pas possible maintenant avec le numéro {label}. Regardez dans la liste où il en est.',
  },
  'nobody-waiting': { title: 'Personne n’attend', say: 'Personne n’attend pour ce guichet. Essayez de nouveau dans un moment.' },
  'counter-unknown': {
    title: 'Guichet introuvable',
    say: 'Ce guichet n’existe pas ici. Choisissez un guichet dans la liste.',
    exactly: 'Le guichet {counterId} n’existe pas ici. Choisissez un guichet dans la liste.',
  },
  'counter-closed': { title: 'Guichet pas ouvert', say: 'Ce guichet n’est pas ouvert. Ouvrez-le et essayez de nouveau.' },
  'counter-busy': { title: 'Guichet occupé', say: 'Il y a déjà quelqu’un à ce guichet. Terminez d’abord avec cette personne.' },
  'counter-taken': { title: 'Guichet d’un collègue', say: 'Un collègue travaille à ce guichet. Choisissez un autre guichet.' },
  'not-at-this-counter': { title: 'Autre guichet', say: 'Ce numéro n’est pas à ce guichet. Choisissez un numéro de votre guichet.' },
  'nothing-to-undo': {
    title: 'Rien à annuler',
    say: 'Vous ne pouvez plus annuler la dernière étape. Regardez la liste et continuez.',
  },
  'called-too-often': {
    title: 'Appelé assez souvent',
    say: 'Ce numéro a été appelé assez souvent. Notez-le comme absent et appelez le suivant.',
    exactly: 'Ce numéro a déjà été appelé {calls} fois. Notez-le comme absent et appelez le suivant.',
  },
  'number-used': {
    title: 'Numéro déjà utilisé',
    say: 'Ce numéro a déjà été donné aujourd’hui. Prenez un nouveau numéro.',
    exactly: 'Le numéro {label} a déjà été donné aujourd’hui. Prenez un nouveau numéro.',
  },
  'no-transfer-target': {
    title: 'Impossible à cet endroit',
    say: 'Ce numéro ne peut pas aller là. Choisissez un autre service, guichet ou lieu.',
  },
  'limit-reached': { title: 'Limite atteinte', say: 'Cela existe déjà, ou il y en a trop. Utilisez ce qui existe ou demandez de l’aide.' },
  'plan-invalid': {
    title: 'Erreur dans le planning',
    say: 'Il y a une erreur dans le planning. Vérifiez les heures et les jours.',
    exactly: 'Il y a une erreur dans le planning, ici : {place}. Vérifiez les heures et les jours.',
  },
  'plan-changed': {
    title: 'Le planning a changé',
    say: 'Une autre personne vient de changer ce planning. Regardez ce qu’il contient maintenant, puis refaites votre changement.',
  },
  'invalid-input': {
    title: 'Il y a encore une erreur',
    say: 'Tout n’est pas bien rempli. Lisez la remarque à côté du champ et corrigez.',
  },
  'not-json': { title: 'Illisible', say: 'Nous n’avons pas pu lire ce message. Envoyez-le en JSON et essayez de nouveau.' },
  'body-too-large': {
    title: 'Trop grand',
    say: 'Ce message est trop grand. Envoyez moins à la fois.',
    exactly: 'Ce message est trop grand. Envoyez {bytesMax} octets au plus.',
  },
  'body-too-slow': { title: 'Trop lent', say: 'Ce message est arrivé trop lentement. Vérifiez votre connexion et essayez de nouveau.' },
  'not-found': { title: 'Introuvable', say: 'Cela n’existe pas, ou n’existe plus. Vérifiez l’adresse.' },
  'method-not-allowed': {
    title: 'Pas de cette façon',
    say: 'Cette adresse ne connaît pas cette méthode. Utilisez une autre méthode.',
    exactly: 'Cette adresse ne connaît pas cette méthode. Utilisez {allow}.',
  },
  'sign-in-needed': { title: 'Connectez-vous d’abord', say: 'Vous n’êtes pas connecté. Connectez-vous et essayez de nouveau.' },
  'sign-in-failed': { title: 'Connexion impossible', say: 'Le nom ou le mot de passe est faux. Essayez de nouveau.' },
  'not-allowed': { title: 'Pas autorisé', say: 'Vous n’avez pas le droit de faire cela ici. Demandez à quelqu’un qui a ce droit.' },
  'idempotency-key-required': {
    title: 'Clé manquante',
    say: 'Cette demande a besoin d’une clé. Envoyez un nouvel UUIDv7 comme Idempotency-Key.',
  },
  'idempotency-key-reused': {
    title: 'Clé déjà utilisée',
    say: 'Cette clé appartient à une autre demande. Envoyez une nouvelle clé.',
  },
  'too-many-requests': {
    title: 'Trop d’essais',
    say: 'Vous essayez trop souvent en peu de temps. Attendez un moment et essayez de nouveau.',
  },
  'link-not-valid': {
    title: 'Lien non valable',
    say: 'Ce lien ne marche pas ou ne marche plus. Utilisez le lien de votre dernier message.',
  },
  'code-not-valid': {
    title: 'Code non valable',
    say: 'Ce code ne marche pas ou ne marche plus. Vérifiez le code ou demandez-en un nouveau.',
  },
  unavailable: { title: 'Pas disponible pour l’instant', say: 'Ce n’est pas possible en ce moment. Essayez de nouveau dans une minute.' },
  unexpected: { title: 'Un problème est survenu', say: 'Il y a eu un problème chez nous. Essayez de nouveau ou demandez au guichet.' },
}

export const fields: FieldTexts = {
  'wrong-type': 'Ce n’est pas le bon type de donnée. Remplissez autrement.',
  missing: 'Il manque quelque chose. Remplissez ce champ.',
  'unknown-field': 'Nous ne connaissons pas ce champ ici. Enlevez-le.',
  choice: 'Ce n’est pas un choix de la liste. Choisissez dans la liste.',
  empty: 'Il n’y a encore rien ici. Écrivez quelque chose.',
  'too-long': 'C’est trop long. Écrivez moins.',
  'too-short': 'C’est trop court. Écrivez plus.',
  'too-small': 'Ce nombre est trop petit. Choisissez un nombre plus grand.',
  'too-large': 'Ce nombre est trop grand. Choisissez un nombre plus petit.',
  'too-many': 'Il y en a trop. Enlevez-en quelques-uns.',
  twice: 'Quelque chose est là deux fois. Citez chaque chose une seule fois.',
  'control-characters': 'Il y a ici des signes interdits. Utilisez seulement des lettres et des signes ordinaires.',
  'too-many-marks': 'Il y a trop de signes sur une lettre. Enlevez-en quelques-uns.',
  uuid: 'Ce n’est pas un identifiant valable. Utilisez un UUIDv7 en minuscules.',
  'wall-time': 'Ce n’est pas une heure par pas de cinq minutes. Écrivez-la ainsi : 09:30.',
  day: 'Ce n’est pas une date. Écrivez-la ainsi : 2026-11-24.',
  instant: 'Ce n’est pas un moment valable. Écrivez-le ainsi : 2026-11-24T10:42:00Z.',
  integer: 'Ce n’est pas un nombre entier. Écrivez un nombre entier.',
  number: 'Ce n’est pas un nombre. Écrivez un nombre.',
  language: 'Nous n’avons pas cette langue. Choisissez nl, en, fr, de, pt ou ar.',
  email: 'Ce n’est pas une adresse e-mail. Écrivez-la ainsi : nom@exemple.fr.',
  phone: 'Ce n’est pas un numéro de téléphone. Utilisez 6 à 15 chiffres.',
  latitude: 'Ce n’est pas une latitude. Choisissez un nombre de -90 à 90.',
  longitude: 'Ce n’est pas une longitude. Choisissez un nombre de -180 à 180.',
  'short-name': 'Ce n’est pas un nom court. Utilisez des minuscules, des chiffres et des tirets.',
}
