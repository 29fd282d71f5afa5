import type { Bound } from '../serve.ts'

/** Every hall at once, and load moved between them. */
export const routes: Bound[] = []
