import type { listStaff, roleNames } from '../../contract/access.ts'
import type { ResultOf } from '../../contract/route.ts'

export type StaffList = ResultOf<typeof listStaff>
export type Person = StaffList['staff'][number]
export type RoleName = (typeof roleNames)[number]
/** A role while it is being chosen: without a place yet, the scope is empty. */
export type Role = { role: RoleName; scope: string }
/** What points are called, and in what order they stand. */
export interface Places {
  all: readonly { id: string; name: string }[]
  name: (id: string) => string
}
/** A password as it is shown, once. */
export type Shown = { name: string; subject: string; password: string }

/** A role that as a rule holds everywhere. */
export const isForAll = (role: RoleName): boolean => role === 'network-manager' || role === 'admin'
