import type { Me } from '../ui/entry.ts'

/** Who may see halls beside each other: all of them, or those of their own points. */
export const maySee = (person: Me): boolean => person.roles.some(({ role }) => role === 'network-manager' || role === 'point-manager')

/** Who may add people and close their accounts, as the api has it. */
export const isAdmin = (person: Me): boolean => person.roles.some(({ role, scope }) => role === 'admin' && scope === '*')

/** Who may add devices to a point and take them out, as the api has it. */
export const manages = (person: Me, pointId: string): boolean =>
  person.roles.some(({ role, scope }) => role !== 'clerk' && (scope === '*' || scope === pointId))
