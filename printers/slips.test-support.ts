import type { Slip } from './slip.ts'

/** A Dutch slip as most are. */
export const dutchSlip: Slip = {
  pointName: 'Stadskantoor Aalter',
  label: 'A\u2009042',
  language: 'nl',
  serviceNames: ['Paspoort aanvragen'],
  people: 2,
  wait: { fromMinutes: 10, untilMinutes: 20 },
  ahead: 6,
  followUrl: 'https://beurt.example/t/7f3k9q',
  takenAt: Date.UTC(2026, 10, 24, 9, 42),
  timeZone: 'Europe/Brussels',
  bring: ['oud paspoort', 'pasfoto per persoon'],
  emergency: false,
  copy: false,
}

/** An English slip for two services with a number past 999. */
export const englishSlip: Slip = {
  ...dutchSlip,
  language: 'en',
  label: 'B\u20091042',
  serviceNames: ['Apply for a passport', 'Collect a driving licence'],
  bring: ['old passport', 'one photo per person'],
}

/** An Arabic slip with figures, brackets and a Latin name. */
export const arabicSlip: Slip = {
  ...dutchSlip,
  language: 'ar',
  people: 3,
  serviceNames: ['تقديم طلب جواز سفر'],
  bring: ['جواز السفر القديم', 'صورة شمسية لكل شخص (35 × 45 مم)'],
}

/** A French slip with the letters of French and the euro. */
export const frenchSlip: Slip = {
  ...dutchSlip,
  language: 'fr',
  pointName: 'Mairie de Besançon',
  serviceNames: ['Carte d’identité'],
  bring: ['photo récente, reçu de 25 €'],
}

/** A German slip with umlauts and ß. */
export const germanSlip: Slip = {
  ...dutchSlip,
  language: 'de',
  pointName: 'Bürgerbüro Gießen',
  serviceNames: ['Führerschein'],
  bring: ['Gebühr: 43 €'],
}

/** A Portuguese slip with tildes and cedillas. */
export const portugueseSlip: Slip = {
  ...dutchSlip,
  language: 'pt',
  pointName: 'Loja de Cidadão de São João',
  serviceNames: ['Cartão de cidadão'],
  bring: ['certidão de nascimento, 15 €'],
}
