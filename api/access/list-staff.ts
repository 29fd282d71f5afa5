import { inArray } from 'drizzle-orm'
import type { listStaff as listStaffRoute } from '../../contract/access.ts'
import { roles, staff } from '../../db/tables/access.ts'
import { iso } from '../../domain/time.ts'
import type { Verb } from '../serve.ts'
import { inOrder } from './roles.ts'

const most = 100
const { id, subject, name, disabledAt } = staff

/** All names are looked through here and not by the database, whose order and small letters depend on how it was set up. */
export const listStaff: Verb<typeof listStaffRoute> = async ({ house, input, language }) => {
  const { slow } = house.connections
  const words = plain(input.q ?? '').split(/\s+/)
  const everybody = await slow.select({ id, subject, name, disabledAt }).from(staff)
  const { compare } = new Intl.Collator(language, { numeric: true })
  const found = everybody
    .filter((person) => words.every((word) => plain(`${person.name} ${person.subject}`).includes(word)))
    .sort((a, b) => Number(a.disabledAt !== null) - Number(b.disabledAt !== null) || compare(a.name, b.name) || compare(a.id, b.id))
  const shown = found.slice(0, most)
  const ids = shown.map((person) => person.id)
  const theirs = ids.length ? await slow.select().from(roles).where(inArray(roles.staffId, ids)) : []
  return {
    all: found.length,
    staff: shown.map((person) => ({
      ...person,
      roles: inOrder(theirs.filter(({ staffId }) => staffId === person.id)),
      disabledAt: person.disabledAt === null ? null : iso(person.disabledAt),
    })),
  }
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
