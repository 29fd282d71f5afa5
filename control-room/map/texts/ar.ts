import { plural } from '../../../ui/language.ts'
import type { Texts } from './nl.ts'

export const ar: Texts = {
  title: 'خريطة القاعات',
  regions: 'النطاق',
  nearer: 'أقرب',
  further: 'أبعد',
  whole: 'النطاق كله',
  how: 'تنقلك الأسهم من قاعة إلى قاعة، والزائد والناقص يغيّران المقياس، ومفتاح الإدخال يفتح.',
  legend: 'كيف تُقرأ الخريطة',
  size: 'كلما كبرت العلامة زاد المنتظرون.',
  ring: 'الحلقة: عدة قاعات متقاربة، وكم منها في كل حالة.',
  nowhere: 'ليس لأي من هذه القاعات مكان على الخريطة.',
  list: 'القائمة',
  map: 'الخريطة',
  one: (name, state, waiting) => `${name}: ${state}، ${waiting}`,
  several: (halls, worst, waiting) => `${halls}، ${worst}، ${waiting}`,
  atWorst: (state) => `الأسوأ: ${state}`,
  halls: (n) =>
    plural('ar', n, { zero: 'لا قاعات', one: 'قاعة واحدة', two: 'قاعتان', few: '{n} قاعات', many: '{n} قاعة', other: '{n} قاعة' }),
  waiting: (n) =>
    plural('ar', n, {
      zero: 'لا أحد ينتظر',
      one: 'شخص واحد ينتظر',
      two: 'شخصان ينتظران',
      few: '{n} أشخاص ينتظرون',
      many: '{n} شخصًا ينتظرون',
      other: '{n} شخص ينتظرون',
    }),
  over: (n) =>
    plural('ar', n, {
      zero: 'لا انتظار طويل',
      one: 'قاعة واحدة انتظارها طويل',
      two: 'قاعتان انتظارهما طويل',
      few: '{n} قاعات انتظارها طويل',
      many: '{n} قاعة انتظارها طويل',
      other: '{n} قاعة انتظارها طويل',
    }),
}
