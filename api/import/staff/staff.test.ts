import { expect, test } from 'vitest'
import { signIn } from '../../../contract/access.ts'
import { key, makeTestHouse } from '../../../proof/setup/house.ts'
import { askStrictly } from '../../strict.test-support.ts'
import { csvTable } from '../csv.ts'
import { putStaff } from './put-staff.ts'
import { knowsStaff, parseStaff } from './staff-file.ts'

const there = new Set(['gent', 'lisboa'])
const read = (text: string) => parseStaff(csvTable(text, knowsStaff), there)

test('people have an account, a role and points; a clerk where nothing is said', () => {
  const { people, faults } = read(
    'Gebruiker;Naam;Rol;Loketten;Taal;Wachtwoord\nan;An;;gent;nl;\nbo;Bo;point manager;gent, lisboa;;een lang wachtwoord\ncy;;Network-Manager;;;',
  )
  expect(faults).toEqual([])
  expect(
    people.map(({ subject, name, role, scopes, language, password }) => [subject, name, role, scopes.join(), language, password]),
  ).toEqual([
    ['an', 'An', 'clerk', 'gent', 'nl', null],
    ['bo', 'Bo', 'point-manager', 'gent,lisboa', null, 'een lang wachtwoord'],
    ['cy', 'cy', 'network-manager', '*', null, null],
  ])
})

test('what cannot be is said with its line, column and reason', () => {
  const { people, faults } = read(
    'account,role,points,language,password\nan,boss,gent,,\nbo,,aalter,,\ncy,,,,\ndi,,gent,tlh,\ned,,gent,,short\n,,gent,,\nan,,gent,,',
  )
  expect(people).toEqual([])
  expect(faults.map(({ line, column, reason }) => `${line} ${column}: ${reason}`)).toEqual([
    '2 role: "boss" is no role: one of clerk, point-manager, network-manager, admin',
    '3 points: "aalter": there is no such point. There are: gent, lisboa',
    '4 points: has no point: give the id of each, or * for all',
    '5 language: "tlh" is no language that is spoken here: one of nl, en, fr, de, pt, ar',
    '6 password: is shorter than 12 characters: leave it empty, and one is made and said',
    '7 account: is empty',
    '8 account: "an" stands on line 2 already',
  ])
  expect(read('name\nAn').missing).toEqual(['there is no column for the account to sign in with; it may be called account or email'])
})

test('who is added can sign in with the password that was said; a second time changes nothing', async () => {
  const the = await makeTestHouse()
  try {
    const { people } = read('account,name,points\nan,An,lisboa')
    const given = { people, at: the.clock.now(), newId: key, makePassword: () => 'een heel lang woord', hash: the.house.hashPassword }
    expect(await putStaff(the.house.connections, given)).toEqual({ added: [{ subject: 'an', password: 'een heel lang woord' }], there: [] })
    expect(await putStaff(the.house.connections, { ...given, makePassword: () => 'een ander woord' })).toEqual({ added: [], there: ['an'] })
    const person = await askStrictly(the.as.anyone, signIn, { subject: 'an', password: 'een heel lang woord' })
    expect(person).toMatchObject({ name: 'An', roles: [{ role: 'clerk', scope: 'lisboa' }], points: [{ id: 'lisboa' }] })
    const [line] = await the.house.connections.sql`select act, what::text as what from history where point_id = '*' and actor_id = 'import'`
    expect(line!.act).toBe('import')
    expect(line!.what).not.toMatch(/"an"|een heel/)
    expect(the.faults).toEqual([])
  } finally {
    await the.stop()
  }
})
