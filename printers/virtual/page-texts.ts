import type { Language } from '../../contract/language.ts'

const nl = {
  title: 'Proefprinter',
  explanation: 'Deze printer bestaat niet echt. Hij toont het papier zoals het uit een echte printer komt.',
  standing: {
    ok: 'Klaar om te printen.',
    low: 'Het papier is bijna op.',
    out: 'Het papier is op.',
    cover: 'De klep staat open.',
    jam: 'Het mes zit vast.',
    hangs: 'De printer reageert niet.',
  },
  acts: {
    'paper-low': 'Papier bijna op',
    'paper-out': 'Papier op',
    'cover-open': 'Klep open',
    'cutter-jam': 'Mes vast',
    hang: 'Vastlopen',
    mend: 'Alles weer goed',
  },
  paper: (n: number) => `Papier ${n}`,
  none: 'Er is nog niets geprint.',
  notUnderstood: 'Niet begrepen:',
}

type PageTexts = typeof nl

const en: PageTexts = {
  title: 'Practice printer',
  explanation: 'This printer is not a real one. It shows the paper as it comes out of a real printer.',
  standing: {
    ok: 'Ready to print.',
    low: 'The paper is almost finished.',
    out: 'There is no paper.',
    cover: 'The cover is open.',
    jam: 'The knife is stuck.',
    hangs: 'The printer does not answer.',
  },
  acts: {
    'paper-low': 'Paper low',
    'paper-out': 'Paper out',
    'cover-open': 'Cover open',
    'cutter-jam': 'Knife stuck',
    hang: 'Hang',
    mend: 'Mend everything',
  },
  paper: (n) => `Paper ${n}`,
  none: 'Nothing has been printed yet.',
  notUnderstood: 'Not understood:',
}

const ar: PageTexts = {
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

/** The words of the virtual printer's page. */
export const pageTexts: Record<Language, PageTexts> = { nl, en, ar }
