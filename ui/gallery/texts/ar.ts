import { plural } from '../../language.ts'
import type { Texts } from './nl.ts'

const personForms = { zero: 'لا أحد', one: 'شخص واحد', two: 'شخصان', few: '{n} أشخاص', many: '{n} شخصا', other: '{n} شخص' }

export const ar: Texts = {
  title: 'كيف يمكننا مساعدتك؟',
  place: 'بروكسل',
  yourNumber: 'هذا رقمك',
  best: 'غدا، الأربعاء 25 نوفمبر',
  near: 'قريب وسريع',
  wait: 'الانتظار الآن:',
  choose: 'اختر هذا الوقت',
  almostLate: 'طلب المساعدة',
  noPaper: 'نفد الورق',
  people: (count) => plural('ar', count, personForms),
  doneAndNext: 'انتهيت، والتالي',
  done: 'انتهيت',
  back: 'رجوع',
  wasDone: 'تمت مساعدة صاحبة هذا الرقم.',
  sure: 'هل أنت متأكد؟',
  name: 'اسمك',
  mail: 'بريدك الإلكتروني',
  mailHint: 'سنرسل التأكيد إليه.',
  mailWrong: 'بريدك الإلكتروني ينقصه @.',
  note: 'ماذا تريد أن تقول لنا؟',
}
