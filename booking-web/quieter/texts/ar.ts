import type { Texts } from './nl.ts'

export const ar: Texts = {
  title: 'يمكنك الحضور أبكر في مكان آخر',
  say: 'هناك أهدأ الآن. والقرار لك.',
  go: (place) => `مشاهدة الأوقات في ${place}`,
}
