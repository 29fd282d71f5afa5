import type { Bound } from '../serve.ts'

/** The hall as a counter sees it, and what a counter does. */
export const routes: Bound[] = []
