import { complete, type Entry } from '../entry.ts'

/** On the road: the most used. */
export const mobility: readonly Entry[] = [
  complete(
    'licence',
    'exemplo-mobilidade',
    'licence',
    [8, 6],
    { price: 30, ages: [16, null], online: true },
    {
      nl: [
        'Rijbewijs',
        'U vraagt een rijbewijs aan, vernieuwt het of ruilt het om.',
        ['oud rijbewijs', 'pasfoto'],
        ['rijden', 'auto rijden', 'internationaal rijbewijs'],
      ],
      en: [
        'Driving licence',
        'You apply for a driving licence, renew it or exchange it.',
        ['old driving licence', 'a passport photo'],
        ['driver’s license', 'driving permit', 'exchange licence'],
      ],
      fr: [
        'Permis de conduire',
        'Vous demandez un permis, vous le renouvelez ou vous l’échangez.',
        ['l’ancien permis', 'une photo d’identité'],
        ['conduire', 'permis international', 'échange de permis'],
      ],
      de: [
        'Führerschein',
        'Sie beantragen, erneuern oder tauschen Ihren Führerschein.',
        ['alter Führerschein', 'ein Passfoto'],
        ['Fahrerlaubnis', 'Auto fahren', 'Umtausch'],
      ],
      pt: [
        'Carta de condução',
        'Pede a carta, renova-a ou troca-a.',
        ['carta antiga', 'uma fotografia'],
        ['conduzir', 'renovar carta', 'trocar carta'],
      ],
      ar: [
        'رخصة قيادة',
        'تطلب رخصة قيادة أو تجددها أو تبدّلها.',
        ['رخصة القيادة القديمة', 'صورة شخصية'],
        ['رخصة سياقة', 'إجازة سوق', 'تبديل الرخصة'],
      ],
    },
  ),
  complete(
    'vehicle',
    'exemplo-mobilidade',
    'car',
    [15, 0],
    { price: 55, ages: [16, null], online: true },
    {
      nl: [
        'Auto inschrijven',
        'U zet een auto of motor op uw naam, of u meldt dat hij verkocht is.',
        ['papieren van de auto', 'identiteitskaart', 'koopcontract'],
        ['kenteken', 'nummerplaat', 'overschrijven', 'documento único'],
      ],
      en: [
        'Registering a car',
        'You put a car or motorcycle in your name, or tell us that you sold it.',
        ['papers of the car', 'identity card', 'sales contract'],
        ['number plate', 'vehicle ownership', 'V5C', 'documento único'],
      ],
      fr: [
        'Immatriculer une voiture',
        'Vous mettez une voiture ou une moto à votre nom, ou vous dites qu’elle est vendue.',
        ['les papiers de la voiture', 'votre carte d’identité', 'le contrat de vente'],
        ['carte grise', 'plaque', 'immatriculation'],
      ],
      de: [
        'Auto anmelden',
        'Sie melden ein Auto oder Motorrad auf Ihren Namen an oder ab.',
        ['Papiere des Autos', 'Ihr Ausweis', 'Kaufvertrag'],
        ['Kennzeichen', 'Zulassung', 'ummelden'],
      ],
      pt: [
        'Registo automóvel',
        'Põe um carro ou uma mota em seu nome, ou diz que o vendeu.',
        ['documentos do carro', 'cartão de identidade', 'contrato de venda'],
        ['documento único', 'matrícula', 'livrete', 'mudar dono'],
      ],
      ar: [
        'تسجيل سيارة',
        'تسجل سيارة أو دراجة نارية باسمك أو تخبرنا أنك بعتها.',
        ['أوراق السيارة', 'بطاقة الهوية', 'عقد البيع'],
        ['لوحة سيارة', 'نقل ملكية', 'ترخيص مركبة'],
      ],
    },
  ),
  complete(
    'parking-permit',
    'voorbeeld',
    'parking',
    [6, 0],
    { price: 15, ages: [18, null], online: true },
    {
      nl: [
        'Bewonerskaart om te parkeren',
        'U parkeert met deze kaart in uw eigen straat.',
        ['nummerplaat', 'identiteitskaart'],
        ['parkeervergunning', 'bewonersparkeren', 'parkeerkaart'],
      ],
      en: [
        'Parking permit for residents',
        'With this permit you park in your own street.',
        ['number plate', 'identity card'],
        ['resident parking', 'car park', 'parking card'],
      ],
      fr: [
        'Carte de riverain pour se garer',
        'Avec cette carte, vous vous garez dans votre rue.',
        ['le numéro de plaque', 'votre carte d’identité'],
        ['stationnement', 'parking résident', 'riverain'],
      ],
      de: [
        'Parkausweis für Anwohner',
        'Mit diesem Ausweis parken Sie in Ihrer Straße.',
        ['Kennzeichen', 'Ihr Ausweis'],
        ['Anwohnerparken', 'parken', 'Parkkarte'],
      ],
      pt: [
        'Dístico de residente para estacionar',
        'Com este dístico estaciona na sua rua.',
        ['matrícula', 'cartão de identidade'],
        ['estacionamento', 'parque', 'lugar de residente'],
      ],
      ar: [
        'تصريح وقوف للسكان',
        'تقف بسيارتك في شارعك بهذا التصريح.',
        ['رقم اللوحة', 'بطاقة الهوية'],
        ['موقف سيارات', 'بطاقة وقوف', 'باركينج'],
      ],
    },
  ),
  complete(
    'disability-card',
    'exemplo-inclusao',
    'lower',
    [15, 0],
    { price: 0 },
    {
      nl: [
        'Kaart voor wie een beperking heeft',
        'U vraagt een kaart aan voor parkeren, reizen of korting.',
        ['brief van de arts', 'pasfoto', 'identiteitskaart'],
        ['gehandicaptenkaart', 'invalide', 'parkeerkaart handicap'],
      ],
      en: [
        'Card for people with a disability',
        'You apply for a card for parking, travel or discount.',
        ['letter of the doctor', 'a passport photo', 'identity card'],
        ['blue badge', 'disabled', 'disability parking'],
      ],
      fr: [
        'Carte pour personnes handicapées',
        'Vous demandez une carte pour se garer, voyager ou avoir une réduction.',
        ['la lettre du médecin', 'une photo d’identité', 'votre carte d’identité'],
        ['handicap', 'invalidité', 'carte de stationnement'],
      ],
      de: [
        'Ausweis für Menschen mit Behinderung',
        'Sie beantragen einen Ausweis zum Parken, Reisen oder für Rabatt.',
        ['Brief des Arztes', 'ein Passfoto', 'Ihr Ausweis'],
        ['Schwerbehindertenausweis', 'Behinderung', 'Parkausweis'],
      ],
      pt: [
        'Cartão para pessoas com deficiência',
        'Pede um cartão para estacionar, viajar ou ter desconto.',
        ['carta do médico', 'uma fotografia', 'cartão de identidade'],
        ['deficiência', 'invalidez', 'atestado multiuso'],
      ],
      ar: [
        'بطاقة لذوي الإعاقة',
        'تطلب بطاقة للوقوف أو السفر أو التخفيض.',
        ['رسالة الطبيب', 'صورة شخصية', 'بطاقة الهوية'],
        ['ذوو الاحتياجات الخاصة', 'عجز', 'موقف معاقين'],
      ],
    },
  ),
]
