import type { addStaff as addStaffRoute } from '../../contract/access.ts'
import { roles, staff } from '../../db/tables/access.ts'
import { once, record, wholeNetwork } from '../once.ts'
import type { Verb } from '../serve.ts'
import { inOrder, refuseUnknownPoints } from './roles.ts'

export const addStaff: Verb<typeof addStaffRoute> = async (asked) => {
  const { house, input, key } = asked
  refuseUnknownPoints(house, input.roles)
  const passwordHash = await house.hashPassword(input.password)
  // The fingerprint is made of the password too, and kept: as it is, guesses could be tried on it far faster than on the hash.
  const fingerprint = house.secrets.sealed(asked.fingerprint)
  await once({ ...asked, fingerprint }, wholeNetwork, async (tx) => {
    const { subject, name } = input
    await tx.insert(staff).values({ id: key, issuer: 'local', subject, name, passwordHash, language: input.language ?? 'nl' })
    const theirs = inOrder(input.roles)
    await tx.insert(roles).values(theirs.map((role) => ({ ...role, staffId: key })))
    const named = theirs.map(({ role, scope }) => `${role} ${scope}`)
    await record(tx, asked, { pointId: wholeNetwork, act: 'add-staff', what: { staffId: key, roles: named } })
    return { staffId: key }
  })
  return { id: key, subject: input.subject }
}
