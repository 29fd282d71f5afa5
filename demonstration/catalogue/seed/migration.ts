import { complete, type Entry } from '../entry.ts'

/** Coming to live here: the most used. */
export const migration: readonly Entry[] = [
  complete(
    'residence-permit',
    'exemplo-migracoes',
    'passport',
    [25, 15],
    { price: 80 },
    {
      nl: [
        'Verblijfskaart',
        'U vraagt een verblijfskaart aan, of u verlengt haar.',
        ['paspoort', 'pasfoto', 'bewijs van uw adres', 'bewijs van werk of studie'],
        ['verblijfsvergunning', 'oranje kaart', 'AIMA', 'IND'],
      ],
      en: [
        'Residence permit',
        'You apply for a residence permit, or extend it.',
        ['passport', 'a passport photo', 'proof of your address', 'proof of work or study'],
        ['residence card', 'visa extension', 'AIMA', 'stay'],
      ],
      fr: [
        'Titre de séjour',
        'Vous demandez un titre de séjour, ou vous le prolongez.',
        ['votre passeport', 'une photo d’identité', 'un justificatif d’adresse', 'une preuve de travail ou d’études'],
        ['carte de séjour', 'visa', 'AIMA', 'permis de séjour'],
      ],
      de: [
        'Aufenthaltstitel',
        'Sie beantragen einen Aufenthaltstitel oder verlängern ihn.',
        ['Pass', 'ein Passfoto', 'Nachweis Ihrer Adresse', 'Nachweis von Arbeit oder Studium'],
        ['Aufenthaltserlaubnis', 'Visum', 'AIMA', 'Ausländerbehörde'],
      ],
      pt: [
        'Autorização de residência',
        'Pede a autorização de residência, ou renova-a.',
        ['passaporte', 'uma fotografia', 'comprovativo de morada', 'prova de trabalho ou estudo'],
        ['título de residência', 'visto', 'AIMA', 'SEF'],
      ],
      ar: [
        'تصريح إقامة',
        'تطلب تصريح إقامة أو تمدده.',
        ['جواز السفر', 'صورة شخصية', 'إثبات العنوان', 'إثبات عمل أو دراسة'],
        ['إقامة', 'بطاقة إقامة', 'تمديد الفيزا'],
      ],
    },
  ),
  complete(
    'citizenship',
    'exemplo-registos',
    'flag',
    [30, 10],
    { price: 250 },
    {
      nl: [
        'Nationaliteit aanvragen',
        'U wilt burger van dit land worden. Wij kijken of uw papieren volledig zijn.',
        ['geboorteakte', 'verblijfskaart', 'bewijs dat u de taal kent'],
        ['naturalisatie', 'staatsburger', 'nationaliteit'],
      ],
      en: [
        'Applying for citizenship',
        'You want to become a citizen. We check that your papers are complete.',
        ['birth certificate', 'residence permit', 'proof that you know the language'],
        ['nationality', 'naturalisation', 'become a citizen'],
      ],
      fr: [
        'Demander la nationalité',
        'Vous voulez devenir citoyen. Nous regardons si votre dossier est complet.',
        ['votre acte de naissance', 'votre titre de séjour', 'une preuve que vous parlez la langue'],
        ['naturalisation', 'citoyenneté', 'nationalité'],
      ],
      de: [
        'Einbürgerung',
        'Sie möchten Staatsbürger werden. Wir prüfen, ob Ihre Papiere vollständig sind.',
        ['Geburtsurkunde', 'Aufenthaltstitel', 'Nachweis der Sprachkenntnisse'],
        ['Staatsbürgerschaft', 'Nationalität', 'Naturalisierung'],
      ],
      pt: [
        'Pedir a nacionalidade',
        'Quer ser cidadão deste país. Vemos se os seus papéis estão completos.',
        ['certidão de nascimento', 'título de residência', 'prova de que sabe a língua'],
        ['naturalização', 'cidadania', 'ser português'],
      ],
      ar: [
        'طلب الجنسية',
        'تريد أن تصبح مواطنًا. نتأكد أن أوراقك كاملة.',
        ['شهادة الميلاد', 'تصريح الإقامة', 'إثبات معرفتك باللغة'],
        ['تجنيس', 'مواطنة', 'جنسية'],
      ],
    },
  ),
  complete(
    'language-course',
    'exemplo-migracoes',
    'language',
    [20, 5],
    { price: 0, ages: [16, null] },
    {
      nl: [
        'Inschrijven voor een taalcursus',
        'Wij kijken wat u al kent en zoeken een les bij u in de buurt.',
        ['identiteitskaart of verblijfskaart'],
        ['taalles', 'Nederlands leren', 'inburgering'],
      ],
      en: [
        'Signing up for a language course',
        'We see what you know already and find a class near you.',
        ['identity card or residence permit'],
        ['language class', 'learn the language', 'integration course'],
      ],
      fr: [
        'S’inscrire à un cours de langue',
        'Nous regardons ce que vous savez déjà et cherchons un cours près de chez vous.',
        ['votre carte d’identité ou titre de séjour'],
        ['apprendre la langue', 'cours de langue', 'intégration'],
      ],
      de: [
        'Anmeldung zum Sprachkurs',
        'Wir sehen, was Sie schon können, und finden einen Kurs in Ihrer Nähe.',
        ['Ausweis oder Aufenthaltstitel'],
        ['Sprache lernen', 'Integrationskurs', 'Sprachschule'],
      ],
      pt: [
        'Inscrição num curso de língua',
        'Vemos o que já sabe e procuramos um curso perto de si.',
        ['cartão de identidade ou título de residência'],
        ['aprender português', 'aulas de língua', 'integração'],
      ],
      ar: [
        'التسجيل في دورة لغة',
        'نرى ما تعرفه ونجد لك درسًا قريبًا.',
        ['بطاقة الهوية أو تصريح الإقامة'],
        ['تعلّم اللغة', 'درس لغة', 'اندماج'],
      ],
    },
  ),
]
