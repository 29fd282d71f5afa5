// Without i, l, o, 0 and 1, which are read for each other on paper.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = [4, 4, 4, 4]

/** A password that nobody guesses and that can be read from paper: four times four signs, 79 bits of chance. `draw` gives so many random bytes. */
export function makePassword(draw: (bytes: number) => Uint8Array = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))): string {
  // Bytes beyond the last whole round of signs would make the first signs likelier.
  const fair = 256 - (256 % signs.length)
  const sign = (): string => {
    for (;;) {
      const byte = draw(1)[0]!
      if (byte < fair) return signs[byte % signs.length]!
    }
  }
  return groups.map((length) => Array.from({ length }, sign).join('')).join('-')
}
