/** A closed line: x and y in turn. The last point leads back to the first. */
export type Ring = ArrayLike<number>

type Side = { axis: 0 | 1; at: number; keep: 1 | -1 }

function clipSide(ring: Ring, { axis, at, keep }: Side): number[] {
  const kept: number[] = []
  const count = ring.length / 2
  for (let i = 0; i < count; i++) {
    const from = ((i + count - 1) % count) * 2
    const to = i * 2
    const before = ((ring[from + axis] as number) - at) * keep
    const here = ((ring[to + axis] as number) - at) * keep
    if (before >= 0 !== here >= 0) {
      const part = before / (before - here)
      for (const a of [0, 1]) kept.push((ring[from + a] as number) + part * ((ring[to + a] as number) - (ring[from + a] as number)))
    }
    if (here >= 0) kept.push(ring[to] as number, ring[to + 1] as number)
  }
  return kept
}

/** What of a closed line lies in a box (Sutherland and Hodgman 1974): one closed line, which may run along the sides; empty for nothing. */
export function clipRing(ring: Ring, [left, low, right, high]: readonly [number, number, number, number]): number[] {
  let kept: Ring = ring
  for (const side of [
    { axis: 0, at: left, keep: 1 },
    { axis: 0, at: right, keep: -1 },
    { axis: 1, at: low, keep: 1 },
    { axis: 1, at: high, keep: -1 },
  ] as const)
    kept = clipSide(kept, side)
  return Array.from(kept)
}

/** How far a point lies from the line between two others, squared. */
function awayFrom(line: Ring, at: number, from: number, to: number): number {
  const [x, y] = [line[from * 2] as number, line[from * 2 + 1] as number]
  const [dx, dy] = [(line[to * 2] as number) - x, (line[to * 2 + 1] as number) - y]
  const [px, py] = [(line[at * 2] as number) - x, (line[at * 2 + 1] as number) - y]
  const length = dx * dx + dy * dy
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length))
  return (px - part * dx) ** 2 + (py - part * dy) ** 2
}

/** A line with fewer points that is nowhere further than `tolerance` from the one given (Douglas and Peucker 1973). Ends stay. */
export function simplified(line: Ring, tolerance: number): number[] {
  const count = line.length / 2
  if (count < 3) return Array.from(line)
  const kept = new Uint8Array(count)
  kept[0] = 1
  kept[count - 1] = 1
  const open: [number, number][] = [[0, count - 1]]
  for (let piece = open.pop(); piece; piece = open.pop()) {
    const [from, to] = piece
    let furthest = 0
    let most = tolerance * tolerance
    for (let at = from + 1; at < to; at++) {
      const away = awayFrom(line, at, from, to)
      if (away <= most) continue
      furthest = at
      most = away
    }
    if (furthest === 0) continue
    kept[furthest] = 1
    open.push([from, furthest], [furthest, to])
  }
  const points: number[] = []
  for (let i = 0; i < count; i++) if (kept[i] === 1) points.push(line[i * 2] as number, line[i * 2 + 1] as number)
  return points
}

/** Closed lines as the path of an SVG, in whole units; those too small to be seen are left out. */
export function svgPath(rings: Iterable<Ring>): string {
  let path = ''
  for (const ring of rings) {
    const steps: string[] = []
    let [x, y] = [0, 0]
    for (let i = 0; i < ring.length; i += 2) {
      const [nextX, nextY] = [Math.round(ring[i] as number), Math.round(ring[i + 1] as number)]
      if (i > 0 && nextX === x && nextY === y) continue
      steps.push(i === 0 ? `M${nextX} ${nextY}l` : `${nextX - x} ${nextY - y}`)
      ;[x, y] = [nextX, nextY]
    }
    if (steps.length > 2) path += `${steps[0]}${steps.slice(1).join(' ').replaceAll(' -', '-')}z`
  }
  return path
}
