import { complete, type Entry } from '../entry.ts'

/** Where you live: the most used. */
export const housing: readonly Entry[] = [
  complete(
    'moving',
    'exemplo',
    'moving',
    [7, 2],
    { price: 0, online: true },
    {
      nl: [
        'Verhuizen',
        'U geeft uw nieuwe adres door. Doe dat binnen acht dagen.',
        ['identiteitskaart van wie verhuist'],
        ['adreswijziging', 'nieuw adres', 'inschrijven'],
      ],
      en: [
        'Moving house',
        'You tell us your new address. Do so within eight days.',
        ['identity card of everyone who moves'],
        ['change of address', 'new address', 'register address'],
      ],
      fr: [
        'Déménager',
        'Vous donnez votre nouvelle adresse. Faites-le dans les huit jours.',
        ['la carte d’identité de tous ceux qui déménagent'],
        ['changement d’adresse', 'nouvelle adresse', 'inscription'],
      ],
      de: [
        'Umziehen',
        'Sie melden Ihre neue Adresse. Tun Sie das innerhalb von acht Tagen.',
        ['Ausweise aller, die umziehen'],
        ['Ummeldung', 'neue Adresse', 'Anmeldung'],
      ],
      pt: [
        'Mudar de morada',
        'Comunica a sua morada nova. Faça-o em oito dias.',
        ['cartão de identidade de quem muda'],
        ['alterar morada', 'nova casa', 'mudança de casa'],
      ],
      ar: [
        'تغيير العنوان',
        'تخبرنا بعنوانك الجديد. افعل ذلك خلال ثمانية أيام.',
        ['بطاقة هوية كل من ينتقل'],
        ['انتقال سكن', 'عنوان جديد', 'تسجيل السكن'],
      ],
    },
  ),
  complete(
    'rent-help',
    'exemplo-habitacao',
    'key',
    [20, 3],
    { price: 0, ages: [18, null] },
    {
      nl: [
        'Hulp met de huur',
        'Is uw huur te hoog? Wij kijken met u of u geld terugkrijgt.',
        ['huurcontract', 'bewijs van uw inkomen'],
        ['huursubsidie', 'huurtoeslag', 'huurpremie'],
      ],
      en: [
        'Help with the rent',
        'Is your rent too high? We see with you if you can get money back.',
        ['rental contract', 'proof of your income'],
        ['rent subsidy', 'housing benefit', 'rent allowance'],
      ],
      fr: [
        'Aide au loyer',
        'Votre loyer est trop cher ? Nous regardons avec vous quelle aide existe.',
        ['le contrat de location', 'une preuve de vos revenus'],
        ['allocation logement', 'APL', 'prime de loyer'],
      ],
      de: [
        'Hilfe bei der Miete',
        'Ist Ihre Miete zu hoch? Wir prüfen mit Ihnen, ob Sie Geld bekommen.',
        ['Mietvertrag', 'Nachweis Ihres Einkommens'],
        ['Wohngeld', 'Mietzuschuss', 'Mietbeihilfe'],
      ],
      pt: [
        'Apoio à renda',
        'A renda é alta de mais? Vemos consigo se há apoio para si.',
        ['contrato de arrendamento', 'prova dos rendimentos'],
        ['subsídio de renda', 'ajuda para a casa', 'arrendamento'],
      ],
      ar: [
        'مساعدة في الإيجار',
        'هل إيجارك مرتفع؟ ننظر معك هل يحق لك دعم.',
        ['عقد الإيجار', 'إثبات الدخل'],
        ['دعم السكن', 'بدل إيجار', 'إعانة السكن'],
      ],
    },
  ),
  complete(
    'land-register',
    'exemplo-registos',
    'document',
    [12, 2],
    { price: 10, online: true },
    {
      nl: [
        'Papieren van een huis of grond',
        'U krijgt een papier waarop staat van wie een huis of grond is.',
        ['adres of nummer van het perceel', 'identiteitskaart'],
        ['kadaster', 'eigendomsbewijs', 'registo predial'],
      ],
      en: [
        'Papers of a house or land',
        'You get a paper that says who owns a house or a piece of land.',
        ['address or number of the plot', 'identity card'],
        ['land register', 'title deed', 'registo predial'],
      ],
      fr: [
        'Papiers d’une maison ou d’un terrain',
        'Vous recevez un papier qui dit à qui est la maison ou le terrain.',
        ['l’adresse ou le numéro du terrain', 'votre carte d’identité'],
        ['cadastre', 'titre de propriété', 'registo predial'],
      ],
      de: [
        'Papiere zu Haus oder Land',
        'Sie bekommen ein Papier. Darin steht, wem Haus oder Land gehört.',
        ['Adresse oder Nummer des Grundstücks', 'Ihr Ausweis'],
        ['Grundbuch', 'Kataster', 'registo predial'],
      ],
      pt: [
        'Registo predial',
        'Recebe um papel que diz de quem é a casa ou o terreno.',
        ['morada ou artigo do prédio', 'cartão de identidade'],
        ['certidão predial', 'caderneta', 'escritura', 'dono da casa'],
      ],
      ar: [
        'أوراق بيت أو أرض',
        'تحصل على ورقة تبيّن من يملك البيت أو الأرض.',
        ['عنوان الأرض أو رقمها', 'بطاقة الهوية'],
        ['السجل العقاري', 'سند ملكية', 'طابو'],
      ],
    },
  ),
]
