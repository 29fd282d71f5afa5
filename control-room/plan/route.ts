import type { Me } from '../../ui/entry.ts'

/** Where the plan of a point is, after the address of the control room. */
export const planHash = (pointId: string): string => `#/points/${pointId}/plan`

/** The point whose plan an address asks for. */
export const planPointOf = (hash: string): string | undefined => /^#\/points\/([a-z0-9-]+)\/plan$/.exec(hash)?.[1]

/** Who may plan a point, as the api has it. */
export const mayPlan = (person: Me, pointId: string): boolean =>
  person.roles.some(({ role, scope }) => (role === 'network-manager' || role === 'point-manager') && (scope === '*' || scope === pointId))
