import type { House } from '../house.ts'
import type { Mailer } from '../mail/mailer.ts'

export type Jobs = { stop(): Promise<void>; runOnce(name?: string): Promise<Record<string, number>> }

/** Starts what happens by itself. */
export function startJobs(_house: House, _mailer: Mailer): Jobs {
  return { async stop() {}, runOnce: async () => ({}) }
}
