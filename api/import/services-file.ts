import { languages } from '../../contract/language.ts'
import { isPointName } from '../../domain/ids.ts'
import { type Cell, textIn } from './cells.ts'
import { type ColumnsOf, columnsBy, namesOf } from './columns.ts'
import { idFromName } from './id-from-name.ts'
import type { Fault } from './place.ts'
import { minutesIn, seriesIn, yesIn } from './service-cells.ts'
import type { ServiceRow, ServicesRead } from './services.ts'
import { faultOfShape, type Knows, type Row, type Table } from './table.ts'

type Plain = 'id' | 'minutes' | 'extraMinutes' | 'series' | 'walkIn' | 'bookable' | 'icon' | 'name'
type Spoken = `${'names' | 'explanations' | 'bring'} ${string}`
type Field = Plain | Spoken

const plain: Record<Plain, string> = {
  id: 'id, service id, service, dienst, identifiant, kennung, identificador, المعرف',
  minutes: 'minutes, minuten, duration, duur, duree, dauer, duracao, minutos, المدة',
  extraMinutes: 'extra minutes, extra minuten, minutes extra, minutes par personne, zusatzminuten, minutos extra, دقائق إضافية',
  series: 'series, letter, reeks, serie, lettre, buchstabe, letra, السلسلة',
  walkIn: 'walk in, zonder afspraak, sans rendez vous, ohne termin, sem marcacao, بدون موعد',
  bookable: 'bookable, met afspraak, op afspraak, sur rendez vous, mit termin, com marcacao, بموعد',
  icon: 'icon, pictogram, pictogramme, symbol, icone, رمز',
  name: 'name, naam, nom, nome, bezeichnung, designacao, الاسم',
}
const spoken = {
  names: 'name, naam, nom, nome, bezeichnung, designacao, الاسم',
  explanations: 'explanation, uitleg, explication, erklarung, explicacao, شرح',
  bring: 'bring, meebrengen, apporter, mitbringen, trazer, أحضر',
}
const known = namesOf<Field>({
  ...plain,
  ...Object.fromEntries(
    Object.entries(spoken).flatMap(([field, names]) =>
      languages.map((language) => [
        `${field} ${language}`,
        names
          .split(', ')
          .map((name) => `${name} ${language}`)
          .join(', '),
      ]),
    ),
  ),
} as Record<Field, string>)

/** How many columns of a file of services are known. */
export const knowsServices: Knows = (header) => Object.keys(columnsBy(known, header).at).length

/** Reads services: names per language (`name_nl`), minutes, the letter of their series. `language` is that of a column just called name. */
export function parseServices({ header, rows }: Table, language: string | null): ServicesRead {
  const columns = columnsBy(known, header)
  const missing = missingOf(columns, header, language)
  if (missing.length) return { services: [], faults: [], missing, notes: [] }
  const faults: Fault[] = []
  const services: ServiceRow[] = []
  const taken = new Set<string>()
  const lines = new Map<string, number>()
  for (const row of rows) {
    const service = readService({ row, header, columns, language, taken }, faults)
    if (!service) continue
    const before = lines.get(service.id)
    if (before !== undefined)
      faults.push({ line: row.line, column: null, reason: `has the id ${service.id}, which line ${before} has already` })
    lines.set(service.id, before ?? row.line)
    services.push(service)
  }
  if (rows.length === 0) missing.push('there is no service below the first line')
  return { services, faults, missing, notes: columns.unused.length ? [`not used: ${columns.unused.join(', ')}`] : [] }
}

function missingOf({ at, called }: ColumnsOf<Field>, header: readonly string[], language: string | null): string[] {
  const missing: string[] = []
  const named = Object.keys(at).some((field) => field.startsWith('names '))
  if (at.name !== undefined && !named && language === null)
    missing.push(
      `in which language is the column "${called.name}"? Call it name_${languages[0]}, name_${languages[1]} …, or say --languages`,
    )
  else if (at.name === undefined && !named)
    missing.push(`there is no column for the name; it may be called ${languages.map((l) => `name_${l}`).join(', ')}`)
  if (at.minutes === undefined) missing.push('there is no column for how long it takes; it may be called minutes')
  return missing.length ? [...missing, `the first line has: ${header.filter((cell) => cell.trim()).join(' | ') || 'nothing'}`] : []
}

type Given = { row: Row; header: readonly string[]; columns: ColumnsOf<Field>; language: string | null; taken: Set<string> }

function readService(given: Given, faults: Fault[]): ServiceRow | null {
  const { row, header, columns, taken } = given
  const before = faults.length
  const shape = faultOfShape(row, header)
  const wrong = (column: string | null, reason: string) => void faults.push({ line: row.line, column, reason })
  if (shape) wrong(null, shape)
  const cell = <T>(field: Field, read: (cell: string) => Cell<T>): T | undefined => {
    const at = columns.at[field]
    if (at === undefined) return undefined
    const reason = row.wrong?.get(at)
    const value = reason ? { reason } : read(row.cells[at] ?? '')
    if ('value' in value) return value.value
    wrong(columns.called[field] ?? null, value.reason)
    return undefined
  }
  const names = perLanguage('names', given, (field) => cell(field, (text) => textIn(text, 120)))
  if (Object.keys(names).length === 0 && faults.length === before) wrong(null, 'has no name')
  const minutes = cell('minutes', minutesIn)
  if (minutes === null) wrong(columns.called.minutes ?? null, 'is empty: how many minutes does it take with one person?')
  const id = cell('id', (text) =>
    text.trim() === '' || isPointName(text.trim())
      ? { value: text.trim() }
      : { reason: `"${text.trim()}" is no id: small letters a to z, digits and single dashes, such as passport` },
  )
  const service = {
    line: row.line,
    organisationId: null,
    names,
    explanations: perLanguage('explanations', given, (field) => cell(field, (text) => textIn(text, 600))),
    bring: perLanguage('bring', given, (field) =>
      cell(field, (text) => textIn(text, 600, '; '))
        ?.split(/\s*;\s*/)
        .filter(Boolean),
    ),
    icon: cell('icon', (text) => textIn(text, 40)) || 'document',
    baseMinutes: minutes ?? 0,
    extraMinutes: cell('extraMinutes', minutesIn) ?? 0,
    series: cell('series', seriesIn) || 'A',
    walkIn: cell('walkIn', yesIn) ?? true,
    bookable: cell('bookable', yesIn) ?? true,
  }
  if (faults.length > before) return null
  const [name] = Object.values({ ...(names.en ? { en: names.en } : {}), ...names })
  return { id: id || idFromName(name!, taken), ...service }
}

/** What each language says; those that say nothing are left out. */
function perLanguage<T extends string | string[]>(
  what: keyof typeof spoken,
  { columns, language }: Given,
  read: (field: Field) => T | undefined,
): Record<string, T> {
  const said: Record<string, T> = {}
  for (const each of languages) {
    const text =
      read(`${what} ${each}`) ??
      (what === 'names' && each === language && columns.at[`names ${each}`] === undefined ? read('name') : undefined)
    if (text?.length) said[each] = text
  }
  return said
}
