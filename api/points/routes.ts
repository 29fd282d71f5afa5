import type { Bound } from '../serve.ts'

/** What a point offers. */
export const routes: Bound[] = []
