import type { Me } from '../ui/entry.ts'

/** Who may see halls beside each other: all of them, or those of their own points. */
export const maySee = (person: Me): boolean => person.roles.some(({ role }) => role === 'network-manager' || role === 'point-manager')

/** Who may add devices to a point, as the api has it. */
export const manages = (person: Me, pointId: string): boolean =>
  person.roles.some(({ role, scope }) => role !== 'clerk' && (scope === '*' || scope === pointId))
