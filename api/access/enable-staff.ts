import { and, eq, isNotNull } from 'drizzle-orm'
import type { enableStaff as enableStaffRoute } from '../../contract/access.ts'
import { Problem } from '../../contract/problems.ts'
import { staff } from '../../db/tables/access.ts'
import { record, wholeNetwork } from '../once.ts'
import type { Verb } from '../serve.ts'

/** Twice is the same. Roles and password are what they were. */
export const enableStaff: Verb<typeof enableStaffRoute> = async (asked) => {
  const { house } = asked
  const id = asked.input.staff
  await house.connections.slow.transaction(async (tx) => {
    const opened = await tx
      .update(staff)
      .set({ disabledAt: null })
      .where(and(eq(staff.id, id), isNotNull(staff.disabledAt)))
      .returning({ id: staff.id })
    if (opened.length) await record(tx, asked, { pointId: wholeNetwork, act: 'enable-staff', what: { staffId: id } })
    else if ((await tx.select({ id: staff.id }).from(staff).where(eq(staff.id, id))).length === 0) throw new Problem('not-found')
  })
  return { id }
}
