import { eq } from 'drizzle-orm'
import type { me as meRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import { roles, staff } from '../../db/tables/access.ts'
import type { Uuid } from '../../domain/ids.ts'
import type { House } from '../house.ts'
import type { Verb } from '../serve.ts'

/** Someone who works here, with the points they may work at. */
export async function meOf(house: House, staffId: Uuid): Promise<ResultOf<typeof meRoute>> {
  const { slow } = house.connections
  const [person] = await slow.select().from(staff).where(eq(staff.id, staffId))
  if (!person) throw new Problem('sign-in-needed')
  const theirs = await slow.select({ role: roles.role, scope: roles.scope }).from(roles).where(eq(roles.staffId, staffId))
  const scopes = new Set(theirs.filter((r) => r.role !== 'admin').map((r) => r.scope))
  return {
    id: person.id,
    name: person.name,
    language: person.language,
    roles: theirs.sort((a, b) => `${a.role} ${a.scope}`.localeCompare(`${b.role} ${b.scope}`)),
    points: [...house.catalogue.points()]
      .filter((p) => scopes.has('*') || scopes.has(p.id))
      .map(({ id, name, zone }) => ({ id, name, zone })),
  }
}

export const me: Verb<typeof meRoute> = ({ house, identity }) => {
  if (identity.kind !== 'staff') throw new Problem('sign-in-needed')
  return meOf(house, identity.staffId)
}
