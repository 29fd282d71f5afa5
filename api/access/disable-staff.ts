import { and, eq, isNull } from 'drizzle-orm'
import type { disableStaff as disableStaffRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { signIns, staff } from '../../db/tables/access.ts'
import { record, wholeNetwork } from '../once.ts'
import type { Verb } from '../serve.ts'
import { refuseLastAdmin } from './roles.ts'

/** Twice is the same. Another process forgets what it remembered of a sign-in within two seconds. */
export const disableStaff: Verb<typeof disableStaffRoute> = async (asked) => {
  const { house } = asked
  const id = asked.input.staff
  await house.connections.slow.transaction(async (tx) => {
    await refuseLastAdmin(tx, id)
    const closed = await tx
      .update(staff)
      .set({ disabledAt: house.clock.now() })
      .where(and(eq(staff.id, id), isNull(staff.disabledAt)))
      .returning({ id: staff.id })
    if (closed.length === 0 && (await tx.select({ id: staff.id }).from(staff).where(eq(staff.id, id))).length === 0)
      throw new Problem('not-found')
    await tx.delete(signIns).where(eq(signIns.staffId, id))
    if (closed.length) await record(tx, asked, { pointId: wholeNetwork, act: 'disable-staff', what: { staffId: id } })
  })
  house.identify.forget()
  return { id }
}
