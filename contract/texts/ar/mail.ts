import { counted } from '../counted.ts'
import type { MailTexts } from '../nl/mail.ts'

const persons = counted('ar', {
  zero: 'لا أحد',
  one: 'شخص واحد',
  two: 'شخصان',
  few: '# أشخاص',
  many: '# شخصًا',
  other: '# شخص',
})

/** What mails and calendar entries of a visit say. */
export const mail: MailTexts = {
  locale: 'ar-u-ca-gregory-nu-latn',
  list: (words) => words.join('، '),
  persons,
  subject: {
    booked: (date, time) => `موعدك يوم ${date} الساعة ${time}`,
    moved: (date, time) => `موعدك الآن يوم ${date} الساعة ${time}`,
    cancelled: (date, time) => `أُلغي موعدك يوم ${date} الساعة ${time}`,
    reminder: (date, time) => `تذكير بموعدك يوم ${date} الساعة ${time}`,
    sooner: (date, time) => `موعدك يوم ${date} الساعة ${time}: هناك مكان أهدأ`,
  },
  greeting: (name) => `مرحبًا ${name}،`,
  opening: {
    booked: 'تم حجز موعدك. إلى اللقاء!',
    moved: 'تغيّر وقت موعدك أو مكانه. الموعد القديم لم يعد صالحًا.',
    cancelled: 'أُلغي موعدك. لا داعي للحضور.',
    reminder: 'موعدك معنا قريب. هذه تفاصيله.',
    sooner: 'هناك مكان أهدأ بالقرب منك. يمكنك نقل موعدك إليه.',
  },
  when: 'متى',
  where: 'أين',
  what: 'لأي غرض',
  people: 'عدد الأشخاص',
  reference: 'رمزك',
  bring: 'أحضر معك',
  arriving: 'أدخل رمزك في الجهاز عند المدخل. ستحصل على رقم.',
  manage: 'لا يمكنك الحضور؟ اختر وقتًا آخر أو ألغِ الموعد:',
  manageButton: 'عرض الموعد أو تغييره',
  quieter: 'المكان الأهدأ',
  walk: (km, minutes) => `${km} كم، حوالي ${minutes} دقيقة مشيًا`,
  ride: (km, minutes) => `${km} كم، حوالي ${minutes} دقيقة بالسيارة أو الحافلة`,
  soonerButton: 'مشاهدة الأوقات في ذلك المكان',
  soonerStays: 'إذا لم تفعل شيئًا فسيبقى موعدك كما هو.',
  secret: 'هذا الرابط لك وحدك. لا ترسله إلى أحد.',
  again: 'تريد الحضور رغم ذلك؟ احجز موعدًا جديدًا:',
  againButton: 'حجز موعد جديد',
  phone: (phone) => `لديك سؤال؟ اتصل على ${phone}.`,
  zone: (place) => `هذا هو التوقيت في ${place}.`,
  entry: (services) => `موعد: ${services}`,
}
