import type { ServiceRow } from './services.ts'

const standard = (id: string, icon: string, given: { minutes: number; series: string }, names: ServiceRow['names']): ServiceRow => ({
  line: 0,
  id,
  organisationId: null,
  names,
  explanations: {},
  bring: {},
  icon,
  baseMinutes: given.minutes,
  extraMinutes: Math.floor(given.minutes / 3),
  series: given.series,
  walkIn: true,
  bookable: true,
})

/** What any desk does, for a hall that opens before anybody has written down its own services. */
export const standardServices: readonly ServiceRow[] = [
  standard(
    'question',
    'advice',
    { minutes: 10, series: 'A' },
    {
      nl: 'Vraag of informatie',
      en: 'Question or information',
      fr: 'Question ou information',
      de: 'Frage oder Auskunft',
      pt: 'Pergunta ou informação',
      ar: 'سؤال أو استفسار',
    },
  ),
  standard(
    'request',
    'document',
    { minutes: 15, series: 'B' },
    {
      nl: 'Iets aanvragen of regelen',
      en: 'Apply for or arrange something',
      fr: 'Demander ou régler quelque chose',
      de: 'Etwas beantragen oder erledigen',
      pt: 'Pedir ou tratar de algo',
      ar: 'تقديم طلب أو إنجاز معاملة',
    },
  ),
  standard(
    'pick-up',
    'pickUp',
    { minutes: 5, series: 'C' },
    {
      nl: 'Iets ophalen',
      en: 'Pick something up',
      fr: 'Retirer quelque chose',
      de: 'Etwas abholen',
      pt: 'Levantar algo',
      ar: 'استلام شيء',
    },
  ),
]
