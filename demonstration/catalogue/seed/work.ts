import { complete, type Entry } from '../entry.ts'

/** Work, and living without it: the most used. */
export const work: readonly Entry[] = [
  complete(
    'job-help',
    'exemplo-emprego',
    'work',
    [30, 0],
    { price: 0, ages: [16, null] },
    {
      nl: [
        'Hulp bij werk zoeken',
        'Wij maken samen een cv en zoeken werk dat bij u past.',
        ['diploma’s', 'uw cv, als u er een hebt'],
        ['vacature', 'baan', 'solliciteren'],
      ],
      en: [
        'Help with finding work',
        'We write a CV together and look for work that suits you.',
        ['diplomas', 'your CV, if you have one'],
        ['job', 'vacancy', 'apply for a job'],
      ],
      fr: [
        'Aide pour trouver du travail',
        'Nous faisons un CV ensemble et cherchons un travail pour vous.',
        ['vos diplômes', 'votre CV, si vous en avez un'],
        ['emploi', 'poste', 'candidature'],
      ],
      de: [
        'Hilfe bei der Arbeitssuche',
        'Wir schreiben zusammen einen Lebenslauf und suchen passende Arbeit.',
        ['Zeugnisse', 'Ihr Lebenslauf, wenn Sie einen haben'],
        ['Job', 'Stelle', 'Bewerbung'],
      ],
      pt: [
        'Ajuda para encontrar trabalho',
        'Fazemos o currículo juntos e procuramos trabalho para si.',
        ['diplomas', 'o seu currículo, se o tiver'],
        ['emprego', 'vaga', 'candidatura', 'CV'],
      ],
      ar: [
        'مساعدة في البحث عن عمل',
        'نكتب السيرة الذاتية معًا ونبحث عن عمل يناسبك.',
        ['الشهادات', 'سيرتك الذاتية إن وُجدت'],
        ['وظيفة', 'شغل', 'طلب عمل'],
      ],
    },
  ),
  complete(
    'unemployment',
    'exemplo-emprego',
    'money',
    [20, 0],
    { price: 0, ages: [16, null], online: true },
    {
      nl: [
        'Werkloosheidsuitkering',
        'U bent uw werk kwijt. U vraagt geld aan tot u nieuw werk hebt.',
        ['brief van uw werkgever', 'identiteitskaart', 'rekeningnummer'],
        ['WW', 'dop', 'ontslag', 'stempelen'],
      ],
      en: [
        'Unemployment benefit',
        'You lost your job. You ask for money until you have a new one.',
        ['letter of your employer', 'identity card', 'bank account number'],
        ['jobseeker', 'dismissed', 'laid off', 'dole'],
      ],
      fr: [
        'Allocation de chômage',
        'Vous avez perdu votre travail. Vous demandez de l’argent en attendant.',
        ['la lettre de votre employeur', 'votre carte d’identité', 'le numéro de compte'],
        ['chômage', 'licenciement', 'perte d’emploi'],
      ],
      de: [
        'Arbeitslosengeld',
        'Sie haben Ihre Arbeit verloren. Sie beantragen Geld für die Zeit danach.',
        ['Brief Ihres Arbeitgebers', 'Ihr Ausweis', 'Kontonummer'],
        ['arbeitslos', 'Kündigung', 'ALG'],
      ],
      pt: [
        'Subsídio de desemprego',
        'Perdeu o trabalho. Pede dinheiro até ter um trabalho novo.',
        ['carta da entidade patronal', 'cartão de identidade', 'número da conta (IBAN)'],
        ['desempregado', 'despedimento', 'fundo de desemprego'],
      ],
      ar: [
        'إعانة البطالة',
        'فقدت عملك. تطلب مالًا حتى تجد عملًا جديدًا.',
        ['رسالة صاحب العمل', 'بطاقة الهوية', 'رقم الحساب البنكي'],
        ['عاطل عن العمل', 'فصل من العمل', 'تعويض بطالة'],
      ],
    },
  ),
  complete(
    'pension',
    'exemplo-pensoes',
    'umbrella',
    [25, 5],
    { price: 0, ages: [55, null], online: true },
    {
      nl: [
        'Pensioen',
        'Wij rekenen uit wanneer u kunt stoppen. U vraagt hier uw pensioen aan.',
        ['identiteitskaart', 'lijst van de jaren dat u werkte', 'rekeningnummer'],
        ['AOW', 'oudedag', 'stoppen met werken'],
      ],
      en: [
        'Pension',
        'We work out when you can stop. You apply for your pension here.',
        ['identity card', 'list of the years you worked', 'bank account number'],
        ['retirement', 'retire', 'old age'],
      ],
      fr: [
        'Pension de retraite',
        'Nous calculons quand vous pouvez arrêter. Vous demandez ici votre pension.',
        ['votre carte d’identité', 'la liste de vos années de travail', 'le numéro de compte'],
        ['retraite', 'vieillesse', 'arrêter de travailler'],
      ],
      de: [
        'Rente',
        'Wir rechnen aus, wann Sie aufhören können. Sie beantragen hier Ihre Rente.',
        ['Ihr Ausweis', 'Liste Ihrer Arbeitsjahre', 'Kontonummer'],
        ['Pension', 'Altersrente', 'Ruhestand'],
      ],
      pt: [
        'Pensão de velhice',
        'Calculamos quando pode deixar de trabalhar. Pede aqui a sua pensão.',
        ['cartão de identidade', 'lista dos anos de trabalho', 'número da conta (IBAN)'],
        ['reforma', 'aposentação', 'velhice'],
      ],
      ar: [
        'معاش التقاعد',
        'نحسب متى يمكنك التوقف عن العمل. تطلب معاشك هنا.',
        ['بطاقة الهوية', 'قائمة سنوات عملك', 'رقم الحساب البنكي'],
        ['تقاعد', 'راتب تقاعدي', 'شيخوخة'],
      ],
    },
  ),
  complete(
    'social-security',
    'exemplo-seguranca-social',
    'shield',
    [15, 3],
    { price: 0, online: true },
    {
      nl: [
        'Vraag over sociale zekerheid',
        'U vraagt een nummer aan, of u wilt weten wat u kreeg en betaalde.',
        ['identiteitskaart', 'brieven die u kreeg'],
        ['RSZ', 'segurança social', 'bijdragen', 'NISS'],
      ],
      en: [
        'Question about social security',
        'You ask for a number, or want to know what you got and paid.',
        ['identity card', 'letters that you got'],
        ['contributions', 'segurança social', 'benefits', 'NISS'],
      ],
      fr: [
        'Question sur la sécurité sociale',
        'Vous demandez un numéro, ou vous voulez savoir ce que vous avez payé.',
        ['votre carte d’identité', 'les lettres reçues'],
        ['cotisations', 'segurança social', 'prestations', 'NISS'],
      ],
      de: [
        'Frage zur Sozialversicherung',
        'Sie beantragen eine Nummer oder fragen, was Sie bekamen und zahlten.',
        ['Ihr Ausweis', 'Briefe, die Sie bekamen'],
        ['Beiträge', 'segurança social', 'Leistungen', 'NISS'],
      ],
      pt: [
        'Segurança Social',
        'Pede um número, ou quer saber o que recebeu e pagou.',
        ['cartão de identidade', 'cartas que recebeu'],
        ['NISS', 'contribuições', 'descontos', 'prestações'],
      ],
      ar: [
        'سؤال عن الضمان الاجتماعي',
        'تطلب رقمًا أو تريد أن تعرف ما دفعته وما حصلت عليه.',
        ['بطاقة الهوية', 'الرسائل التي وصلتك'],
        ['تأمينات اجتماعية', 'اشتراكات', 'رقم الضمان'],
      ],
    },
  ),
]
