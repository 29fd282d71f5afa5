import type { FrontTexts, MailboxTexts } from './nl.ts'

export const front: FrontTexts = {
  title: 'بيورت',
  what: 'احجز موعداً، أو خذ رقماً، ثم يُنادى عليك.',
  book: 'حجز موعد',
  bookWhat: 'كما يفعل الزائر في بيته: اختر اليوم والوقت.',
  display: 'شاشة القاعة',
  displayWhat: 'شاهد واسمع من يُنادى عليه.',
  counter: 'الشباك',
  counterWhat: 'نادِ التالي، وقدّم المساعدة، ثم أنهِ الخدمة.',
  controlRoom: 'غرفة المتابعة',
  controlRoomWhat: 'تابع كل القاعات ووزّع الازدحام.',
}

export const mailbox: MailboxTexts = {
  title: 'صندوق بريد العرض التجريبي',
  none: 'لا توجد رسائل بعد.',
  all: 'كل الرسائل',
  file: 'مرفق',
}
