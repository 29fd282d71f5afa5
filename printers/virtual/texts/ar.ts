import type { PageTexts } from './nl.ts'

export const page: PageTexts = {
  title: 'طابعة تجريبية',
  explanation: 'هذه الطابعة ليست حقيقية. تعرض الورق كما يخرج من طابعة حقيقية.',
  standing: {
    ok: 'جاهزة للطباعة.',
    low: 'الورق على وشك النفاد.',
    out: 'نفد الورق.',
    cover: 'الغطاء مفتوح.',
    jam: 'القاطع عالق.',
    hangs: 'الطابعة لا تستجيب.',
  },
  acts: {
    'paper-low': 'الورق قليل',
    'paper-out': 'نفاد الورق',
    'cover-open': 'فتح الغطاء',
    'cutter-jam': 'القاطع عالق',
    hang: 'توقف الاستجابة',
    mend: 'إصلاح كل شيء',
  },
  paper: (n) => `ورقة ${n}`,
  none: 'لم يُطبع شيء بعد.',
  notUnderstood: 'غير مفهوم:',
}
