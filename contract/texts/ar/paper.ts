import { counted } from '../counted.ts'
import type { PaperTexts } from '../nl/paper.ts'

const persons = counted('ar', {
  zero: 'لا أحد',
  one: 'شخص واحد',
  two: 'شخصان',
  few: '# أشخاص',
  many: '# شخصًا',
  other: '# شخص',
})
// Always after a preposition here, hence the genitive: دقيقتين, not دقيقتان.
const minutes = counted('ar', {
  zero: 'دقيقة',
  one: 'دقيقة واحدة',
  two: 'دقيقتين',
  few: '# دقائق',
  many: '# دقيقة',
  other: '# دقيقة',
})

/** What the paper of a ticket says. */
export const paper: PaperTexts = {
  locale: 'ar-u-ca-gregory-nu-latn',
  dateAndTime: (date, time) => `${date}، ${time}`,
  serviceAndPeople: (service, people) => `${service}، ${people}`,
  people: persons,
  waitHeading: 'مدة الانتظار المتوقعة:',
  about: (until) => `حوالي ${minutes(until)}`,
  atMost: (until) => `لا تزيد على ${minutes(until)}`,
  range: (from, until) => `من ${from} إلى ${minutes(until)}`,
  ahead: (people) => (people === 0 ? 'لا أحد قبلك.' : `قبلك: ${persons(people)}.`),
  appointmentAt: (time) => `موعدك في الساعة ${time}.`,
  aroundThen: 'سنناديك في هذا الوقت تقريبًا.',
  follow: 'تابع دورك على هاتفك. يمكنك الخروج قليلًا.',
  bring: 'جهّز من فضلك:',
  keep: 'هذا رقمك. انتظر حتى تراه أو تسمعه.',
  copy: 'نسخة',
  test: 'طباعة تجريبية. هذا الرقم غير صالح.',
  number: (label) => `الرقم ${label}`,
}
