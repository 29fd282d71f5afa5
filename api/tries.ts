import { Problem } from '../contract/problems.ts'
import type { Clock } from './clock.ts'
import { makeFading } from './fading.ts'

const windowMs = 10 * 60_000
/** Of one name where nothing else is said. */
const triesMax = 10
const namesMax = 200_000

/**
 * Counts wrong guesses at passwords and one-time codes: so many in ten minutes for each name (a subject from a network, a network). A guess
 * counts before it is looked at, so that many at once are not more than that; one that was right is given back.
 */
export function makeTries(clock: Clock) {
  const tries = makeFading<number[]>(windowMs, namesMax)
  const recent = (name: string, now: number) => (tries.get(name, now) ?? []).filter((at) => at > now - windowMs)
  return {
    /** Counts a guess under each name; throws `too-many-requests` where one of them has had its ten, or what is said beside it. Gives what takes the guess back. */
    begin(counted: readonly (string | [name: string, max: number])[]): () => void {
      const now = clock.now()
      const names = counted.map((one) => (typeof one === 'string' ? one : one[0]))
      const lists = names.map((name) => [name, recent(name, now)] as const)
      if (counted.some((one, i) => lists[i]![1].length >= (typeof one === 'string' ? triesMax : one[1])))
        throw new Problem('too-many-requests', { minutes: windowMs / 60_000 })
      for (const [name, list] of lists) tries.set(name, [...list, now], now)
      return () => {
        const then = clock.now()
        for (const name of names) {
          const list = recent(name, then)
          const left = list.toSpliced(list.indexOf(now), list.includes(now) ? 1 : 0)
          if (left.length) tries.set(name, left, then)
          else tries.forget(name)
        }
      }
    },
  }
}
export type Tries = ReturnType<typeof makeTries>
