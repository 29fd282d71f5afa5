/**
 * The last things by name, at least half of `max` and at most `max` of them. Two maps take turns: a map that loses its oldest entry for
 * each new one has to step over all that it has lost.
 */
export function makeRecent<T>(max: number) {
  let young = new Map<string, T>()
  let old = new Map<string, T>()
  return {
    get: (name: string): T | undefined => young.get(name) ?? old.get(name),
    set(name: string, one: T): void {
      if (young.size >= max / 2) {
        old = young
        young = new Map()
      }
      young.set(name, one)
    },
    /** Forgets a name, where it still stands for this one. */
    forget(name: string, one: T): void {
      if (young.get(name) === one) young.delete(name)
      else if (old.get(name) === one) old.delete(name)
    },
  }
}
