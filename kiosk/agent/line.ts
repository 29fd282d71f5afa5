/** How the connection to the api is, as far as asking showed. */
export type Line = {
  cut: boolean
  /** Good answers in a row since it was cut, and when the first of them came. */
  good: number
  goodSinceMs: number
  /** Bad answers in a row while nobody waited. */
  bad: number
}

export const lineUp: Line = { cut: false, good: 0, goodSinceMs: 0, bad: 0 }

const goodNeeded = 3
const goodForMs = 5000

/**
 * The line after one more answer. Cut at once where a visitor waited in vain, after two bad probes where nobody did. Whole again only
 * after three good answers in a row over five seconds: a line that comes and goes does not make numbers of two kinds in turn.
 */
export function lineAfter(line: Line, good: boolean, waited: boolean, monoMs: number): Line {
  if (!line.cut) {
    if (good) return line.bad === 0 ? line : lineUp
    return waited || line.bad > 0 ? { cut: true, good: 0, goodSinceMs: 0, bad: 0 } : { ...line, bad: line.bad + 1 }
  }
  if (!good) return { ...line, good: 0 }
  const goodSinceMs = line.good === 0 ? monoMs : line.goodSinceMs
  const whole = line.good + 1 >= goodNeeded && monoMs - goodSinceMs >= goodForMs
  return whole ? lineUp : { ...line, good: line.good + 1, goodSinceMs }
}
