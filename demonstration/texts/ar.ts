import type { FrontTexts, MailboxTexts } from './nl.ts'

export const front: FrontTexts = {
  title: 'بيورت',
  what: 'احجز موعداً، أو خذ رقماً، ثم يُنادى عليك.',
  simulated: 'عرض تجريبي: الزوار محاكاة.',
  clock: 'الساعة مضبوطة مسبقاً، وهي هنا الآن {time}.',
  book: 'حجز موعد',
  bookWhat: 'كما يفعل الزائر في بيته: اختر اليوم والوقت.',
  kiosk: 'جهاز الأرقام',
  kioskWhat: 'خذ رقماً أو سجّل وصولك إلى موعدك.',
  display: 'شاشة القاعة',
  displayWhat: 'شاهد واسمع من يُنادى عليه.',
  counter: 'الشباك',
  counterWhat: 'نادِ التالي، وقدّم المساعدة، ثم أنهِ الخدمة.',
  controlRoom: 'غرفة المتابعة',
  controlRoomWhat: 'تابع كل القاعات ووزّع الازدحام.',
  paper: 'ورق الطابعة',
  paperWhat: 'الطابعة التجريبية تعرض كل تذكرة.',
  mailbox: 'صندوق البريد',
  mailboxWhat: 'كل رسالة إلى زائر تصل إلى هنا.',
  signIn: 'الدخول باسم',
  password: 'كلمة المرور',
}

export const mailbox: MailboxTexts = {
  title: 'صندوق بريد العرض التجريبي',
  none: 'لا توجد رسائل بعد.',
  all: 'كل الرسائل',
  file: 'مرفق',
}
