/** Draws from 0 up to 1, and forks that draw by themselves: one more draw in one place changes nothing in another. */
export type Random = {
  draw(): number
  below(n: number): number
  chance(p: number): boolean
  around(mean: number): number
  fork(name: string): Random
}

/** Seeded draws (xoshiro128**); the same seed and name always draw the same. */
export function makeRandom(seed: number, name = ''): Random {
  const state = seedOf(`${seed} ${name}`)
  function next(): number {
    const [a, b, c, d] = state as [number, number, number, number]
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0
    const [x, y] = [c ^ a, d ^ b]
    state[1] = (b ^ x) >>> 0
    state[0] = (a ^ y) >>> 0
    state[2] = (x ^ (b << 9)) >>> 0
    state[3] = rotated(y, 11)
    return result
  }
  const draw = () => next() / 4294967296
  return {
    draw,
    below: (n) => Math.floor(draw() * n),
    chance: (p) => draw() < p,
    // Waiting times of what happens without memory: exponential, whole milliseconds.
    around: (mean) => Math.max(1, Math.round(-Math.log(1 - draw()) * mean)),
    fork: (other) => makeRandom(seed, `${name}/${other}`),
  }
}

const rotated = (x: number, by: number): number => ((x << by) | (x >>> (32 - by))) >>> 0

/** Four words out of a text (FNV-1a, then splitmix). */
function seedOf(text: string): number[] {
  let hash = 0x811c9dc5
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193) >>> 0
  return Array.from({ length: 4 }, () => {
    hash = (hash + 0x9e3779b9) >>> 0
    let z = hash
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return (z ^ (z >>> 16)) >>> 0
  })
}
