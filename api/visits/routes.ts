import type { Bound } from '../serve.ts'

/** What visitors may do with a visit. */
export const routes: Bound[] = []
