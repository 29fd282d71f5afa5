import { complete, type Entry } from '../entry.ts'

/** Taxes, and money that is short: the most used. */
export const money: readonly Entry[] = [
  complete(
    'money-help',
    'voorbeeld-ocmw',
    'money',
    [20, 5],
    { price: 0, ages: [18, null] },
    {
      nl: [
        'Hulp bij geldzaken',
        'U komt niet rond of hebt schulden. Wij zoeken met u een weg.',
        ['brieven en rekeningen'],
        ['schulden', 'budget', 'leefloon', 'toeslagen'],
      ],
      en: [
        'Help with money matters',
        'You are short of money or have debts. We look for a way with you.',
        ['letters and bills'],
        ['debt', 'budget', 'bills', 'benefits'],
      ],
      fr: [
        'Aide pour l’argent',
        'Vous manquez d’argent ou vous avez des dettes. Nous cherchons une solution avec vous.',
        ['les lettres et les factures'],
        ['dettes', 'budget', 'factures', 'CPAS'],
      ],
      de: [
        'Hilfe bei Geldfragen',
        'Ihr Geld reicht nicht oder Sie haben Schulden. Wir suchen mit Ihnen einen Weg.',
        ['Briefe und Rechnungen'],
        ['Schulden', 'Budget', 'Rechnungen', 'Sozialhilfe'],
      ],
      pt: [
        'Ajuda com dinheiro',
        'O dinheiro não chega ou tem dívidas. Procuramos um caminho consigo.',
        ['cartas e contas'],
        ['dívidas', 'orçamento', 'contas por pagar'],
      ],
      ar: ['مساعدة في الأمور المالية', 'مالك لا يكفي أو عليك ديون. نبحث معك عن حل.', ['الرسائل والفواتير'], ['ديون', 'ميزانية', 'فواتير']],
    },
  ),
  complete(
    'tax-number',
    'exemplo-financas',
    'tax',
    [8, 4],
    { price: 0, online: true },
    {
      nl: [
        'Belastingnummer',
        'U krijgt een nummer om te werken, te huren of een rekening te openen.',
        ['paspoort of identiteitskaart', 'bewijs van uw adres'],
        ['NIF', 'fiscaal nummer', 'BSN'],
      ],
      en: [
        'Tax number',
        'You get a number to work, to rent or to open a bank account.',
        ['passport or identity card', 'proof of your address'],
        ['NIF', 'fiscal number', 'TIN'],
      ],
      fr: [
        'Numéro fiscal',
        'Vous recevez un numéro pour travailler, louer ou ouvrir un compte.',
        ['votre passeport ou carte d’identité', 'un justificatif d’adresse'],
        ['NIF', 'numéro d’impôt', 'identifiant fiscal'],
      ],
      de: [
        'Steuernummer',
        'Sie bekommen eine Nummer zum Arbeiten, Mieten oder für ein Konto.',
        ['Pass oder Ausweis', 'Nachweis Ihrer Adresse'],
        ['NIF', 'Steuer-ID', 'Finanzamt'],
      ],
      pt: [
        'Número de contribuinte (NIF)',
        'Recebe um número para trabalhar, arrendar casa ou abrir conta.',
        ['passaporte ou cartão de identidade', 'comprovativo de morada'],
        ['NIF', 'contribuinte', 'número fiscal'],
      ],
      ar: [
        'الرقم الضريبي',
        'تحصل على رقم للعمل أو الإيجار أو فتح حساب بنكي.',
        ['جواز السفر أو بطاقة الهوية', 'إثبات العنوان'],
        ['رقم الضرائب', 'رقم مالي', 'تعريف ضريبي'],
      ],
    },
  ),
  complete(
    'tax-help',
    'exemplo-financas',
    'tax',
    [25, 10],
    { price: 0, ages: [16, null], online: true },
    {
      nl: [
        'Hulp bij de belastingaangifte',
        'Wij vullen samen met u de aangifte in.',
        ['brieven van de belasting', 'bewijs van uw inkomen', 'inlogcodes'],
        ['belastingbrief', 'IRS', 'aangifte', 'personenbelasting'],
      ],
      en: [
        'Help with your tax return',
        'We fill in the tax return together with you.',
        ['letters of the tax office', 'proof of your income', 'sign-in codes'],
        ['taxes', 'IRS', 'income tax', 'declaration'],
      ],
      fr: [
        'Aide pour la déclaration d’impôts',
        'Nous remplissons la déclaration avec vous.',
        ['les lettres des impôts', 'une preuve de vos revenus', 'les codes de connexion'],
        ['impôts', 'IRS', 'déclaration', 'revenus'],
      ],
      de: [
        'Hilfe bei der Steuererklärung',
        'Wir füllen die Erklärung zusammen mit Ihnen aus.',
        ['Briefe vom Finanzamt', 'Nachweis Ihres Einkommens', 'Zugangscodes'],
        ['Steuern', 'IRS', 'Einkommensteuer'],
      ],
      pt: [
        'Ajuda com o IRS',
        'Preenchemos a declaração consigo.',
        ['cartas das Finanças', 'prova dos rendimentos', 'senhas de acesso'],
        ['impostos', 'declaração', 'rendimentos', 'Finanças'],
      ],
      ar: [
        'مساعدة في الإقرار الضريبي',
        'نملأ الإقرار معك.',
        ['رسائل الضرائب', 'إثبات الدخل', 'رموز الدخول'],
        ['ضرائب', 'ضريبة الدخل', 'تصريح ضريبي'],
      ],
    },
  ),
]
