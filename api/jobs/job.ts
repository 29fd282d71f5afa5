import type { House } from '../house.ts'
import type { Mailer } from '../mail/mailer.ts'

/** What a job may need. */
export type Given = { house: House; mailer: Mailer }

/**
 * Something that happens by itself: a bounded piece of work each time, harmless to do twice or in two processes at once. Answers how many
 * things it did.
 */
export type Job = { name: string; everyMs: number; run(given: Given): Promise<number> }

/** Runs `act` on each thing, some at a time, and counts how often it answered true. */
export async function countEach<T>(things: readonly T[], atOnce: number, act: (thing: T) => Promise<boolean>): Promise<number> {
  const left = [...things]
  let count = 0
  const worker = async () => {
    for (let thing = left.shift(); thing !== undefined; thing = left.shift()) if (await act(thing)) count++
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker))
  return count
}
