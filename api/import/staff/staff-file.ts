import { languages } from '../../../contract/language.ts'
import { type Cell, textIn } from '../cells.ts'
import { columnsBy, namesOf } from '../columns.ts'
import type { Fault } from '../place.ts'
import { faultOfShape, type Knows, short, type Table } from '../table.ts'

export type Role = 'clerk' | 'point-manager' | 'network-manager' | 'admin'
/** Someone who works here, as a row tells it. `password` null: one is made. */
export type Person = {
  line: number
  subject: string
  name: string
  role: Role
  scopes: string[]
  language: string | null
  password: string | null
}

type Field = 'subject' | 'name' | 'role' | 'points' | 'language' | 'password'
const known = namesOf<Field>({
  subject: 'account, user, username, login, email, e mail, gebruiker, compte, utilisateur, konto, benutzer, conta, utilizador, الحساب',
  name: 'name, naam, nom, nome, الاسم',
  role: 'role, rol, rolle, funcao, الدور',
  points:
    'points, point, punten, punt, loketten, loket, lieux, lieu, standorte, standort, orte, ort, pontos, ponto, locais, local, المراكز',
  language: 'language, taal, langue, sprache, lingua, اللغة',
  password: 'password, wachtwoord, mot de passe, passwort, palavra passe, senha, كلمة المرور',
})
const roles: readonly Role[] = ['clerk', 'point-manager', 'network-manager', 'admin']
const passwordMin = 12

/** How many columns of a file of staff are known. */
export const knowsStaff: Knows = (header) => Object.keys(columnsBy(known, header).at).length

/** Reads people: account, name, role (clerk where nothing stands), points, language. `there` are the points that are known. */
export function parseStaff({ header, rows }: Table, there: ReadonlySet<string>): { people: Person[]; faults: Fault[]; missing: string[] } {
  const columns = columnsBy(known, header)
  const missing =
    columns.at.subject === undefined ? ['there is no column for the account to sign in with; it may be called account or email'] : []
  const people: Person[] = []
  const faults: Fault[] = []
  const lines = new Map<string, number>()
  for (const row of missing.length ? [] : rows) {
    const before = faults.length
    const wrong = (field: Field | null, reason: string) =>
      void faults.push({ line: row.line, column: (field && columns.called[field]) || null, reason })
    const cell = <T>(field: Field, read: (cell: string) => Cell<T>): T | undefined => {
      const at = columns.at[field]
      const value = at === undefined ? undefined : row.wrong?.has(at) ? { reason: row.wrong.get(at)! } : read(row.cells[at] ?? '')
      if (value && 'reason' in value) wrong(field, value.reason)
      return value && 'value' in value ? value.value : undefined
    }
    const shape = faultOfShape(row, header)
    if (shape) wrong(null, shape)
    const subject = cell('subject', (text) => textIn(text, 120)) ?? ''
    if (subject === '' && faults.length === before) wrong('subject', 'is empty')
    if (lines.has(subject)) wrong('subject', `"${short(subject)}" stands on line ${lines.get(subject)} already`)
    lines.set(subject, lines.get(subject) ?? row.line)
    const role = cell('role', roleIn) ?? 'clerk'
    const scopes = cell('points', (text) => scopesIn(text, there)) ?? []
    if (scopes.length === 0 && role !== 'clerk' && role !== 'point-manager') scopes.push('*')
    if (scopes.length === 0 && faults.length === before) wrong('points', 'has no point: give the id of each, or * for all')
    const person = {
      line: row.line,
      subject,
      name: cell('name', (text) => textIn(text, 80)) || subject,
      role,
      scopes,
      language: cell('language', languageIn) || null,
      password: cell('password', passwordIn) || null,
    }
    if (faults.length === before) people.push(person)
  }
  return { people, faults, missing }
}

function roleIn(cell: string): Cell<Role> {
  const role =
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-') || 'clerk'
  return (roles as readonly string[]).includes(role)
    ? { value: role as Role }
    : { reason: `"${short(cell)}" is no role: one of ${roles.join(', ')}` }
}

function scopesIn(cell: string, there: ReadonlySet<string>): Cell<string[]> {
  const scopes = [...new Set(cell.split(/[\s,;]+/).filter(Boolean))]
  const unknown = scopes.filter((scope) => scope !== '*' && !there.has(scope))
  if (unknown.length === 0) return { value: scopes }
  return {
    reason: `${unknown.map((id) => `"${short(id)}"`).join(', ')}: there is no such point. There are: ${[...there].sort().slice(0, 12).join(', ') || 'none yet'}`,
  }
}

function languageIn(cell: string): Cell<string> {
  const language = cell.trim().toLowerCase()
  return language === '' || (languages as readonly string[]).includes(language)
    ? { value: language }
    : { reason: `"${short(cell)}" is no language that is spoken here: one of ${languages.join(', ')}` }
}

const passwordIn = (cell: string): Cell<string> =>
  cell === '' || cell.length >= passwordMin
    ? { value: cell }
    : { reason: `is shorter than ${passwordMin} characters: leave it empty, and one is made and said` }
