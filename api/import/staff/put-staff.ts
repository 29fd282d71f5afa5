import { and, eq, inArray } from 'drizzle-orm'
import type { Connections } from '../../../db/connect.ts'
import { roles, staff } from '../../../db/tables/access.ts'
import type { Instant } from '../../../domain/time.ts'
import { wholeNetwork } from '../../once.ts'
import { recordImport } from '../history.ts'
import type { Person } from './staff-file.ts'

/** A new account; its password is said once and kept only as a hash. */
export type Added = { subject: string; password: string }

type Given = {
  people: readonly Person[]
  at: Instant
  newId: () => string
  makePassword: () => string
  hash: (password: string) => Promise<string>
}

/** Adds the accounts that are not there yet, in one transaction; those that are there stay as they are. */
export async function putStaff(
  { slow }: Pick<Connections, 'slow'>,
  { people, at, newId, makePassword, hash }: Given,
): Promise<{ added: Added[]; there: string[] }> {
  if (people.length === 0) return { added: [], there: [] }
  const subjects = people.map(({ subject }) => subject)
  const found = await slow
    .select({ subject: staff.subject })
    .from(staff)
    .where(and(eq(staff.issuer, 'local'), inArray(staff.subject, subjects)))
  const there = new Set(found.map(({ subject }) => subject))
  const fresh = people.filter(({ subject }) => !there.has(subject))
  const rows: { person: Person; id: string; password: string; passwordHash: string }[] = []
  for (const person of fresh) {
    const password = person.password ?? makePassword()
    rows.push({ person, id: newId(), password, passwordHash: await hash(password) })
  }
  if (rows.length > 0)
    await slow.transaction(async (tx) => {
      await tx.insert(staff).values(
        rows.map(({ person: { subject, name, language }, id, passwordHash }) => ({
          id,
          issuer: 'local',
          subject,
          name,
          passwordHash,
          ...(language ? { language } : {}),
        })),
      )
      await tx
        .insert(roles)
        .values(rows.flatMap(({ person, id }) => person.scopes.map((scope) => ({ staffId: id, role: person.role, scope }))))
      await recordImport(tx, at, [
        {
          pointId: wholeNetwork,
          what: { staffIds: rows.map(({ id }) => id), roles: rows.map(({ person }) => `${person.role} ${person.scopes.join(' ')}`) },
        },
      ])
    })
  return { added: rows.map(({ person, password }) => ({ subject: person.subject, password })), there: [...there] }
}
