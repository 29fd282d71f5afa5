import type { Entry, OrganisationSeed, Written } from './entry.ts'

/** A district or island group: its short name, and how Portuguese says "of" and "in" it. */
type Region = readonly [id: string, of: string, within: string]

/** The districts of Portugal, with the Azores and Madeira. */
export const regions: readonly Region[] = [
  ['aveiro', 'de Aveiro', 'em Aveiro'],
  ['beja', 'de Beja', 'em Beja'],
  ['braga', 'de Braga', 'em Braga'],
  ['braganca', 'de Bragança', 'em Bragança'],
  ['castelo-branco', 'de Castelo Branco', 'em Castelo Branco'],
  ['coimbra', 'de Coimbra', 'em Coimbra'],
  ['evora', 'de Évora', 'em Évora'],
  ['faro', 'de Faro', 'em Faro'],
  ['guarda', 'da Guarda', 'na Guarda'],
  ['leiria', 'de Leiria', 'em Leiria'],
  ['lisboa', 'de Lisboa', 'em Lisboa'],
  ['portalegre', 'de Portalegre', 'em Portalegre'],
  ['porto', 'do Porto', 'no Porto'],
  ['santarem', 'de Santarém', 'em Santarém'],
  ['setubal', 'de Setúbal', 'em Setúbal'],
  ['viana-do-castelo', 'de Viana do Castelo', 'em Viana do Castelo'],
  ['vila-real', 'de Vila Real', 'em Vila Real'],
  ['viseu', 'de Viseu', 'em Viseu'],
  ['acores', 'dos Açores', 'nos Açores'],
  ['madeira', 'da Madeira', 'na Madeira'],
]

type RegionalKind = Pick<Entry, 'icon' | 'minutes' | 'price' | 'ages' | 'online'> & {
  /** The first part of the ids of the provider and its service. */
  id: string
  /** The name of the provider, before "of" its region. */
  provider: string
  /** `{em}` stands for "in" the region. */
  texts: Partial<Record<'pt' | 'en' | 'fr', Written>>
}

/** What every region has a provider for. Those that many newcomers and travellers need are there in more languages. */
const kinds: readonly RegionalKind[] = [
  {
    ...{ id: 'transportes', provider: 'Transportes Exemplo', icon: 'bus', minutes: [6, 2], price: 40, online: true },
    texts: {
      pt: [
        'Passe de transportes {em}',
        'Um passe para todos os autocarros e comboios da região.',
        ['cartão de identidade', 'uma fotografia'],
        ['passe', 'autocarro', 'comboio', 'mensal'],
      ],
      en: [
        'Travel pass {em}',
        'One pass for all buses and trains of the region.',
        ['identity card', 'a passport photo'],
        ['bus pass', 'train', 'monthly ticket'],
      ],
    },
  },
  {
    ...{ id: 'aguas', provider: 'Águas Exemplo', icon: 'drop', minutes: [12, 0], ages: [18, null], online: true },
    texts: {
      pt: [
        'Contrato de água {em}',
        'Põe a água em seu nome, ou acaba o contrato.',
        ['contrato da casa', 'número da conta (IBAN)'],
        ['ligar a água', 'contador', 'saneamento'],
      ],
    },
  },
  {
    ...{ id: 'formacao', provider: 'Centro Exemplo de Formação', icon: 'school', minutes: [20, 0], ages: [16, null] },
    texts: {
      pt: [
        'Cursos para adultos {em}',
        'Volta à escola, de dia ou à noite, ao seu passo.',
        ['diplomas'],
        ['voltar a estudar', 'ensino de adultos', '12.º ano'],
      ],
    },
  },
  {
    ...{ id: 'familias', provider: 'Centro Exemplo das Famílias', icon: 'family', minutes: [40, 0], price: 0 },
    texts: {
      pt: [
        'Apoio às famílias {em}',
        'Alguém ouve a sua família e ajuda nos dias difíceis.',
        ['nada, venha como está'],
        ['filhos', 'pais', 'aconselhamento', 'psicólogo'],
      ],
    },
  },
  {
    ...{ id: 'migrantes', provider: 'Centro Exemplo de Apoio a Migrantes', icon: 'people', minutes: [30, 10], price: 0 },
    texts: {
      pt: [
        'Apoio a migrantes {em}',
        'Ajudamos com papéis, trabalho, escola e saúde.',
        ['passaporte', 'os papéis que tiver'],
        ['imigrante', 'CLAIM', 'estrangeiro', 'recém-chegado'],
      ],
      en: [
        'Support for migrants {em}',
        'We help with papers, work, school and health.',
        ['passport', 'the papers that you have'],
        ['immigrant', 'newcomer', 'foreigner'],
      ],
      fr: [
        'Aide aux migrants {em}',
        'Nous aidons pour les papiers, le travail, l’école et la santé.',
        ['votre passeport', 'les papiers que vous avez'],
        ['immigré', 'nouvel arrivant', 'étranger'],
      ],
    },
  },
  {
    ...{ id: 'rural', provider: 'Gabinete Exemplo do Agricultor', icon: 'tree', minutes: [30, 0], price: 0 },
    texts: {
      pt: [
        'Apoio ao agricultor {em}',
        'Tratamos consigo dos papéis da terra e dos animais.',
        ['NIF', 'mapa da terra'],
        ['lavoura', 'gado', 'quinta', 'subsídio'],
      ],
    },
  },
  {
    ...{ id: 'animais', provider: 'Canil Exemplo', icon: 'paw', minutes: [10, 0], price: 5 },
    texts: {
      pt: [
        'Registo de cães e gatos {em}',
        'Regista o seu animal e o número do chip.',
        ['boletim de vacinas', 'cartão de identidade'],
        ['cão', 'gato', 'chip', 'licença de cão'],
      ],
    },
  },
]

const islands: Record<string, { en: string; fr: string }> = {
  acores: { en: 'in the Azores', fr: 'aux Açores' },
  madeira: { en: 'in Madeira', fr: 'à Madère' },
}

function within([id, of, inside]: Region, language: string): string {
  const town = of.replace(/^\S+ /, '')
  if (language === 'en') return islands[id]?.en ?? `in ${town}`
  return language === 'fr' ? (islands[id]?.fr ?? `à ${town}`) : inside
}

export const regionalProviders: readonly OrganisationSeed[] = kinds.flatMap((kind) =>
  regions.map(([id, of]) => ({ id: `${kind.id}-${id}`, kinds: ['provider'], names: { pt: `${kind.provider} ${of}` } })),
)

const entryOf = (kind: RegionalKind, region: Region): Entry => {
  const { provider: _, id, texts, ...rest } = kind
  const told = Object.entries(texts).map(([language, [name, ...more]]) => {
    return [language, [name.replace('{em}', within(region, language)), ...more]]
  })
  return { ...rest, id: `${id}-${region[0]}`, by: `${id}-${region[0]}`, texts: Object.fromEntries(told) }
}

export const regional: readonly Entry[] = kinds.flatMap((kind) => regions.map((region) => entryOf(kind, region)))

/** What the providers of one region give; a name that is no region has none. */
export const servicesOfRegion = (regionId: string): string[] =>
  regions.some(([id]) => id === regionId) ? kinds.map((kind) => `${kind.id}-${regionId}`) : []
