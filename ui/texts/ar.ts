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
}
