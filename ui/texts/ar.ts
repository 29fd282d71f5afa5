import { plural } from '../language.ts'
import type { Texts } from './nl.ts'

export const ar: Texts = {
  counter: 'شباك',
  close: 'إغلاق',
  undo: 'تراجع',
  optional: 'غير إلزامي',
  loadingLong: 'لحظة من فضلك. يستغرق هذا وقتا أطول من المعتاد.',
  loading: 'لحظة من فضلك',
  wrongFields: 'هناك شيء غير صحيح بعد',
  language: 'اللغة',
  connected: 'متصل',
  connecting: 'جار الاتصال',
  lostSince: (time) => `لا يوجد اتصال منذ ${time}`,
  lastKnown: 'ترى آخر ما وصلنا.',
  error: 'خطأ:',
  free: 'مجاني',
  ageFrom: (from) => `ابتداءً من عمر ${from}`,
  ageUntil: (last) => `حتى عمر ${last}`,
  ageBetween: (from, last) => `من عمر ${from} إلى ${last}`,
  onlyIn: (names) => `متوفر فقط باللغة: ${names}`,
  online: 'يمكنك فعل ذلك على الإنترنت أيضًا',
  walk: (minutes) =>
    plural('ar', minutes, {
      zero: 'حوالي {n} دقيقة مشيًا',
      one: 'حوالي دقيقة واحدة مشيًا',
      two: 'حوالي دقيقتين مشيًا',
      few: 'حوالي {n} دقائق مشيًا',
      many: 'حوالي {n} دقيقة مشيًا',
      other: 'حوالي {n} دقيقة مشيًا',
    }),
  ride: (minutes) =>
    plural('ar', minutes, {
      zero: 'حوالي {n} دقيقة بالسيارة أو الحافلة',
      one: 'حوالي دقيقة واحدة بالسيارة أو الحافلة',
      two: 'حوالي دقيقتين بالسيارة أو الحافلة',
      few: 'حوالي {n} دقائق بالسيارة أو الحافلة',
      many: 'حوالي {n} دقيقة بالسيارة أو الحافلة',
      other: 'حوالي {n} دقيقة بالسيارة أو الحافلة',
    }),
}
