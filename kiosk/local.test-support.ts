import type { KioskState } from './desk.ts'

type Ticket = NonNullable<KioskState['ticket']>

/** 24 November 2026, 10:42 in Brussels. */
export const at = '2026-11-24T09:42:00.000Z'

type Names = readonly [nl: string, en: string, fr: string, de: string, pt: string, ar: string]

const named = (id: string, icon: string, [nl, en, fr, de, pt, ar]: Names) => ({
  ...{ id, icon, names: { nl, en, fr, de, pt, ar }, bring: {}, walkIn: true, wait: { fromMinutes: 10, untilMinutes: 20 }, ahead: 4 },
})

const passport: Names = [
  'Paspoort of identiteitskaart',
  'Passport or identity card',
  'Passeport ou carte d’identité',
  'Reisepass oder Personalausweis',
  'Passaporte ou cartão de cidadão',
  'جواز سفر أو بطاقة هوية',
]
const digitalHelp: Names = [
  'Hulp bij digitale diensten',
  'Help with digital services',
  'Aide pour les services numériques',
  'Hilfe bei digitalen Dienstleistungen',
  'Ajuda com serviços digitais',
  'مساعدة في الخدمات الرقمية',
]
const family: Names = [
  'Geboorte, huwelijk of overlijden',
  'Birth, marriage or death',
  'Naissance, mariage ou décès',
  'Geburt, Eheschließung oder Todesfall',
  'Nascimento, casamento ou óbito',
  'ولادة أو زواج أو وفاة',
]

export const services = [
  named('passport', 'passport', passport),
  named('licence', 'licence', ['Rijbewijs', 'Driving licence', 'Permis de conduire', 'Führerschein', 'Carta de condução', 'رخصة قيادة']),
  named('moving', 'moving', ['Verhuizen', 'Moving house', 'Déménager', 'Wohnsitz ummelden', 'Mudança de morada', 'تغيير العنوان']),
  named('extract', 'document', [
    ...(['Uittreksel of akte', 'Extract or certificate', 'Extrait ou acte', 'Auszug oder Urkunde'] as const),
    ...(['Certidão', 'مستخرج أو شهادة'] as const),
  ]),
  named('pick-up', 'pickUp', [
    'Iets ophalen',
    'Collect something',
    'Retirer quelque chose',
    'Etwas abholen',
    'Levantar algo',
    'استلام شيء',
  ]),
  named('digital-help', 'digitalHelp', digitalHelp),
  named('birth', 'family', family),
  named('money', 'money', [
    'Hulp bij geld',
    'Help with money',
    'Aide financière',
    'Hilfe bei Geldfragen',
    'Ajuda com dinheiro',
    'مساعدة مالية',
  ]),
]

type Service = NonNullable<KioskState['menu']>['services'][number]

/** A service that says as much about itself as any of a real network. */
export const talkative: Service = {
  ...named('travel-with-child', 'baby', [
    'Toestemming om te reizen met een kind',
    'Permission to travel for a child',
    'Autorisation de voyage pour un enfant',
    'Reiseerlaubnis für ein Kind',
    'Autorização de viagem para menores',
    'إذن سفر لطفل',
  ]),
  bring: {
    nl: ['uw identiteitskaart', 'identiteitskaart van het kind', 'naam van wie meereist'],
    en: ['your identity card', 'identity card of the child', 'name of the person who travels along'],
    fr: ['votre carte d’identité', 'la carte d’identité de l’enfant', 'le nom de la personne qui voyage avec lui'],
    de: ['Ihr Ausweis', 'Ausweis des Kindes', 'Name der Begleitperson'],
    pt: ['o seu cartão de identidade', 'cartão de identidade da criança', 'nome de quem viaja com ela'],
    ar: ['بطاقة هويتك', 'بطاقة هوية الطفل', 'اسم من يسافر معه'],
  },
  about: {
    languages: ['nl', 'en', 'fr', 'de', 'pt', 'ar'],
    explanations: {
      nl: 'Uw kind reist zonder u. U geeft daarvoor schriftelijk toestemming.',
      en: 'Your child travels without you. You give permission for that on paper.',
      fr: 'Votre enfant voyage sans vous. Vous donnez votre accord par écrit.',
      de: 'Ihr Kind reist ohne Sie. Sie geben dafür eine schriftliche Erlaubnis.',
      pt: 'A criança viaja sem si. Dá a sua autorização por escrito.',
      ar: 'يسافر طفلك من دونك. تعطي موافقتك كتابةً.',
    },
    links: { nl: 'https://voorbeeld.example/nl/reizen-met-een-kind' },
    ...{ price: { cents: 2500, currency: 'EUR' }, ageFrom: 18, ageUntil: null },
  },
}

/** One of those that are there in one language only. */
export const portugueseOnly: Service = {
  ...{ id: 'residence', icon: 'home', walkIn: true, wait: null, ahead: 0 },
  names: { pt: 'Residência para países de língua portuguesa' },
  bring: { pt: ['passaporte', 'comprovativo de morada', 'duas fotografias'] },
  about: {
    languages: ['pt'],
    explanations: { pt: 'Para quem vem de um país de língua portuguesa e quer ficar.' },
    links: { pt: 'https://exemplo.example/pt/residencia' },
    ...{ price: { cents: 5610, currency: 'EUR' }, ageFrom: 12, ageUntil: 30 },
  },
}

export const offer = {
  ...{ diversionId: '01980000-0000-7000-8000-000000000099', serviceIds: ['passport'], distanceKm: 3.4, travelMinutes: 12, gainMinutes: 25 },
  by: 'ride' as const,
  to: { id: 'knesselare', name: 'Gemeentehuis Knesselare', address: 'Kloosterstraat 2' },
  ...{ waitHere: { fromMinutes: 50, untilMinutes: 70 }, waitThere: { fromMinutes: 5, untilMinutes: 15 } },
}

export const stateWith = (change: Partial<KioskState> = {}, menu: Partial<NonNullable<KioskState['menu']>> = {}): KioskState => ({
  ...{ at, ready: true, connected: true, printer: 'ok', open: true, ticket: null, question: null },
  menu: {
    ...{ version: 1, at, state: 'open', opensAt: null, closesAt: '2026-11-24T16:00:00.000Z', peopleMax: 8, services, offers: [] },
    point: { id: 'aalter', name: 'Stadskantoor Aalter', zone: 'Europe/Brussels', languages: ['nl', 'en', 'fr', 'de', 'pt', 'ar'] },
    ...menu,
  },
  ...change,
})

export const ticketWith = (id: string, change: Partial<Ticket> = {}): Ticket => ({
  ...{ id, label: 'A\u2009042', kind: 'normal', language: 'nl', takenAt: at, elsewhere: null, appointmentAt: null, ahead: 4 },
  ...{ wait: { fromMinutes: 10, untilMinutes: 20 }, followUrl: 'https://beurt.example/t/aalter/7f3k9q', print: 'printed' },
  ...change,
})
