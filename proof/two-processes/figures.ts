import { type Asked, goodOf } from './asking.ts'
import { pointIds } from './world.ts'

export const sentOf = (asked: readonly Asked[]) => asked.flatMap((one) => one.sent)

/** How long each sending took, in milliseconds, shortest first. */
export const waitsOf = (asked: readonly Asked[]): number[] =>
  sentOf(asked)
    .map((s) => s.endedAt - s.beganAt)
    .sort((a, b) => a - b)

export const quantile = (sorted: readonly number[], q: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0)

/** A line for whoever reads the run: how much of what was asked, and how long it took. */
export function figuresOf(asked: readonly Asked[], seconds: number): string {
  const ms = waitsOf(asked)
  const kinds = new Map<string, [number, number]>()
  for (const one of asked) {
    const [count, good] = kinds.get(one.kind) ?? [0, 0]
    kinds.set(one.kind, [count + 1, good + (goodOf(one) ? 1 : 0)])
  }
  const acts = [...kinds].map(([kind, [count, good]]) => `${kind} ${good}/${count}`).join(', ')
  return `${asked.length} asked, ${ms.length} sent in ${seconds.toFixed(1)} s; ms p50 ${quantile(ms, 0.5)} p99 ${quantile(ms, 0.99)} p99.9 ${quantile(ms, 0.999)} max ${quantile(ms, 1)}; ${acts}`
}

/** How long after each blow the first write that began after it was acknowledged, at the point that waited longest. */
export function outagesOf(asked: readonly Asked[], blows: readonly number[]): number[] {
  return blows.map((at) => {
    const byPoint = new Map<string, number>(pointIds.map((id) => [id, Number.POSITIVE_INFINITY]))
    for (const one of asked)
      for (const s of one.sent) {
        if (s.beganAt < at || s.status !== 200) continue
        byPoint.set(one.pointId, Math.min(byPoint.get(one.pointId)!, s.endedAt - at))
      }
    return Math.max(...byPoint.values())
  })
}
