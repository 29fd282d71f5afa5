/** What a column can hold. */
export type Field =
  | 'id'
  | 'externalId'
  | 'name'
  | 'address'
  | 'postalCode'
  | 'district'
  | 'latitude'
  | 'longitude'
  | 'position'
  | 'phone'
  | 'zone'
  | 'openings'
  | 'kind'
  | 'languages'
  | 'organisation'

/** How columns are called, the usual name first; compared without case, accents, spaces and signs. */
const names: Record<Field, string> = {
  id: 'id, point id, identifier, own id, office id, punt id, identificatie, id du point, identifiant, kennung, standort id, id do ponto, identificador, المعرف, رقم المركز',
  externalId:
    'external id, externe id, externe kennung, id externe, id externo, kenmerk, nummer, codigo, nr, ref, reference, reference id, code, osm id, المرجع',
  name: 'name, naam, nome, nom, naam loket, title, office, place, designacao, denominacao, denominazione, intitule, nombre, bezeichnung, loket, الاسم, اسم',
  address:
    'address, adres, street, street address, straat, straat en nummer, morada, endereco, rua, adresse, rue, direccion, calle, indirizzo, anschrift, strasse, العنوان',
  postalCode:
    'postal code, postcode, zip, zip code, post code, codigo postal, cod postal, cep, code postal, cp, plz, postleitzahl, cap, codice postale, الرمز البريدي',
  district:
    'district, province, provincie, region, regio, distrito, provincia, municipality, gemeente, stad, city, town, concelho, municipio, commune, departement, comune, gemeinde, kreis, county, state, المنطقة, المدينة',
  latitude: 'latitude, lat, geo lat, y, breedtegraad, breedte, latitud, latitudine, breite, breitengrad, geografische breite, خط العرض',
  longitude:
    'longitude, lon, lng, long, geo lon, geo lng, x, lengtegraad, lengte, longitud, longitudine, laenge, lange, langengrad, خط الطول',
  position:
    'position, coordinates, lat lon, lat lng, latlong, geo, gps, coordinaten, coordenadas, coordonnees, koordinaten, coordinate, geo point, الإحداثيات',
  phone:
    'phone, telephone, phone number, tel, tel nr, telefoon, telefoonnummer, telefone, telefon, telefono, telefonnummer, contact phone, الهاتف, رقم الهاتف',
  zone: 'time zone, timezone, tz, zone, tijdzone, fuso horario, fuseau horaire, zona horaria, zeitzone, fuso orario, المنطقة الزمنية',
  openings:
    'opening hours, openinghours, hours, open, openingstijden, openingsuren, horario, horario de funcionamento, horaires, horaires d ouverture, offnungszeiten, oeffnungszeiten, orari, ساعات العمل, أوقات العمل',
  kind: 'kind, point kind, soort punt, sorte de point, art des standorts, tipo de ponto, نوع المركز',
  languages: 'languages, talen, langues, sprachen, linguas, idiomas, اللغات',
  organisation: 'organisation, organization, organisatie, organisme, organisation id, trager, organizacao, entidade, المؤسسة',
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')

type Names<F extends string> = ReadonlyMap<string, { field: F; rank: number }>

/** What a header may be called, to the field that is meant. `all` lists the names of each, the usual one first. */
export function namesOf<F extends string>(all: Readonly<Record<F, string>>): Names<F> {
  const known = new Map<string, { field: F; rank: number }>()
  for (const [field, said] of Object.entries(all) as [F, string][])
    said.split(', ').forEach((name, rank) => {
      known.set(plain(name), { field, rank })
    })
  return known
}
const known = namesOf(names)

/** The columns of a file: where each field stands, how the file calls it, and what is not used. */
export type ColumnsOf<F extends string> = { at: Partial<Record<F, number>>; called: Partial<Record<F, string>>; unused: string[] }
export type Columns = ColumnsOf<Field>

/** Reads a header line. Of two columns for one field the one with the more usual name counts. */
export const columnsOf = (header: readonly string[]): Columns => columnsBy(known, header)

/** The same for a file of something else, by the names that its columns may have. */
export function columnsBy<F extends string>(known: Names<F>, header: readonly string[]): ColumnsOf<F> {
  const columns: ColumnsOf<F> = { at: {}, called: {}, unused: [] }
  const ranks: Partial<Record<F, number>> = {}
  header.forEach((cell, i) => {
    const name = cell.trim()
    const meant = known.get(plain(name))
    const before = meant ? ranks[meant.field] : undefined
    if (!meant || (before !== undefined && before <= meant.rank)) {
      if (name) columns.unused.push(name)
      return
    }
    if (before !== undefined) columns.unused.push(columns.called[meant.field]!)
    ranks[meant.field] = meant.rank
    columns.at[meant.field] = i
    columns.called[meant.field] = name
  })
  return columns
}

/** What a file lacks to be of use, as a sentence for each; none where it will do. */
export function missingColumns({ at, called }: Columns, header: readonly string[]): string[] {
  const has = (field: Field) => at[field] !== undefined
  const may = (field: Field) => names[field].split(', ').slice(0, 4).join(', ')
  const missing: string[] = []
  if (!has('name')) missing.push(`there is no column for the name; it may be called ${may('name')}`)
  const half = has('latitude') !== has('longitude')
  if (half && !has('position')) {
    const [there, lacking] = has('latitude') ? (['latitude', 'longitude'] as const) : (['longitude', 'latitude'] as const)
    missing.push(`there is a column "${called[there]}" but none for the ${lacking}; it may be called ${may(lacking)}`)
  } else if (!half && !has('latitude') && !has('position') && !has('zone'))
    missing.push(
      `there is neither a position (columns ${names.latitude.split(', ')[0]} and ${names.longitude.split(', ')[0]}) nor a time zone`,
    )
  if (missing.length === 0) return []
  const cells = header.map((cell) => cell.trim()).filter(Boolean)
  return [...missing, `the first line has: ${cells.join(' | ') || 'nothing'}`]
}
