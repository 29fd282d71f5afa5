/** Random draws that repeat from a seed (xorshift 32). */
export function makeRandom(seed: number) {
  let x = seed | 1
  const next = (): number => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (x >>> 0) / 4294967296
  }
  return {
    next,
    below: (n: number): number => Math.floor(next() * n),
    chance: (p: number): boolean => next() < p,
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
    /** Time until the next of many independent comers. */
    exponential: (mean: number): number => -Math.log(1 - next()) * mean,
    /** Most near 1, some much longer, as service times are. */
    factor: (): number => Math.exp((next() + next() + next() - 1.5) * 0.6),
  }
}
export type Random = ReturnType<typeof makeRandom>
