import type { addStaff as addStaffRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { roles, staff } from '../../db/tables/access.ts'
import { once, record, wholeNetwork } from '../once.ts'
import type { Asked, Verb } from '../serve.ts'

type Given = Asked<typeof addStaffRoute>

export const addStaff: Verb<typeof addStaffRoute> = async (asked) => {
  const { house, input, key } = asked
  refuseUnknownPoints(asked)
  const passwordHash = await house.hashPassword(input.password)
  await once(asked, wholeNetwork, async (tx) => {
    const { subject, name } = input
    await tx.insert(staff).values({ id: key, issuer: 'local', subject, name, passwordHash, language: input.language ?? 'nl' })
    const theirs = new Map(input.roles.map((r) => [`${r.role} ${r.scope}`, { ...r, staffId: key }]))
    await tx.insert(roles).values([...theirs.values()])
    await record(tx, asked, { pointId: wholeNetwork, act: 'add-staff', what: { staffId: key, roles: [...theirs.keys()] } })
    return { staffId: key }
  })
  return { id: key, subject: input.subject }
}

function refuseUnknownPoints({ house, input }: Given): void {
  const fields = input.roles.flatMap(({ scope }, i) =>
    scope === '*' || house.catalogue.point(scope) ? [] : [{ field: `body.roles.${i}.scope`, code: 'choice', sentence: '' }],
  )
  if (fields.length) throw new Problem('invalid-input', {}, fields)
}
