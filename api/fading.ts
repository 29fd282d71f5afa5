/**
 * Values by name, for counts that fade by themselves. What was not set for `keptMs` is forgotten, and where there are more than `max` names the
 * one that was set longest ago is: a flood of names costs memory up to there, and nobody else a walk through all of them.
 */
export function makeFading<T>(keptMs: number, max: number) {
  const kept = new Map<string, { value: T; at: number }>()
  return {
    get(name: string, now: number): T | undefined {
      const one = kept.get(name)
      return one && now - one.at < keptMs ? one.value : undefined
    },
    set(name: string, value: T, now: number): void {
      // Taken out first, so that the map stays in the order of setting.
      kept.delete(name)
      kept.set(name, { value, at: now })
      for (const [oldest, { at }] of kept) {
        if (kept.size <= max && now - at < keptMs) break
        kept.delete(oldest)
      }
    },
    forget: (name: string) => kept.delete(name),
    size: () => kept.size,
  }
}
