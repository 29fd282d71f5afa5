import type { NetworkSeed } from '../db/seed.ts'

type ServiceSeed = NetworkSeed['services'][number]

const service = (
  id: string,
  icon: string,
  minutes: readonly [base: number, extra: number],
  names: readonly [nl: string, en: string, ar: string],
  bring: readonly [nl: string[], en: string[], ar: string[]] = [[], [], []],
): ServiceSeed => ({
  id,
  organisationId: 'voorbeeld',
  icon,
  baseMinutes: minutes[0],
  extraMinutes: minutes[1],
  names: { nl: names[0], en: names[1], ar: names[2] },
  bring: { nl: bring[0], en: bring[1], ar: bring[2] },
})

/** What the points of the demonstration offer. */
export const demonstrationServices: readonly ServiceSeed[] = [
  service(
    'passport',
    'passport',
    [10, 8],
    ['Paspoort of identiteitskaart', 'Passport or identity card', 'جواز سفر أو بطاقة هوية'],
    [
      ['oude paspoort of kaart', 'pasfoto voor elke persoon'],
      ['old passport or card', 'a passport photo for each person'],
      ['جواز السفر أو البطاقة القديمة', 'صورة شخصية لكل شخص'],
    ],
  ),
  service(
    'licence',
    'licence',
    [8, 6],
    ['Rijbewijs', 'Driving licence', 'رخصة قيادة'],
    [
      ['oude rijbewijs', 'pasfoto'],
      ['old driving licence', 'a passport photo'],
      ['رخصة القيادة القديمة', 'صورة شخصية'],
    ],
  ),
  service(
    'moving',
    'moving',
    [7, 2],
    ['Verhuizen', 'Moving house', 'تغيير العنوان'],
    [['identiteitskaart van wie verhuist'], ['identity card of everyone who moves'], ['بطاقة هوية كل من ينتقل']],
  ),
  service(
    'extract',
    'document',
    [6, 3],
    ['Uittreksel of akte', 'Extract or certificate', 'مستخرج أو شهادة'],
    [['identiteitskaart'], ['identity card'], ['بطاقة الهوية']],
  ),
  service(
    'pick-up',
    'pickUp',
    [4, 2],
    ['Iets ophalen', 'Picking something up', 'استلام شيء'],
    [['de brief of de mail'], ['the letter or the e-mail'], ['الرسالة أو البريد الإلكتروني']],
  ),
  service(
    'digital-help',
    'digitalHelp',
    [12, 6],
    ['Hulp bij digitale diensten', 'Help with digital services', 'مساعدة في الخدمات الرقمية'],
    [['uw telefoon'], ['your phone'], ['هاتفك']],
  ),
  service(
    'birth',
    'family',
    [15, 5],
    ['Geboorte aangeven', 'Registering a birth', 'تسجيل مولود'],
    [
      ['verklaring van het ziekenhuis', 'identiteitskaart van beide ouders'],
      ['the statement of the hospital', 'identity cards of both parents'],
      ['إفادة المستشفى', 'بطاقتا هوية الوالدين'],
    ],
  ),
  service(
    'money-help',
    'money',
    [20, 5],
    ['Hulp bij geldzaken', 'Help with money matters', 'مساعدة في الأمور المالية'],
    [['brieven en rekeningen'], ['letters and bills'], ['الرسائل والفواتير']],
  ),
]
