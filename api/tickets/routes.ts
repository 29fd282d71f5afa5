import type { Bound } from '../serve.ts'

/** Tickets, and what a kiosk and a display show. */
export const routes: Bound[] = []
