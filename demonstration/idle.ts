import type { House } from '../api/house.ts'

type Act = () => Promise<void>

/** A clerk looks up after so many seconds, not all at once. */
const looksUpAfter = { least: 4, spread: 8 }

/**
 * Clerks of quiet halls with nobody to call. They do not ask again and again, thousands of them: they rest until somebody has come, which they
 * see as one does in a hall.
 */
export function makeIdle(house: House, plan: (pointId: string, afterMs: number, act: Act) => void) {
  const resting = new Map<string, Act[]>()
  const seen = new Map<string, number>()
  let turn = 0

  function wake(pointId: string): void {
    const act = resting.get(pointId)?.shift()
    if (act) plan(pointId, (looksUpAfter.least + (turn++ % looksUpAfter.spread)) * 1000, act)
  }

  return {
    rest(pointId: string, act: Act): void {
      const there = resting.get(pointId)
      if (there) there.push(act)
      else resting.set(pointId, [act])
    },
    /** Somebody came to a hall: one who rests calls in a moment. */
    wake,
    /** Whoever rests in a hall where something happened looks whether somebody waits: sent from elsewhere, or come by hand. */
    async look(): Promise<void> {
      for (const { pointId, hallVersion } of house.keeper.held()) {
        if (seen.get(pointId) === hallVersion) continue
        seen.set(pointId, hallVersion)
        if (!resting.get(pointId)?.length) continue
        const { hall } = await house.keeper.kept(pointId)
        if ([...hall.active.values()].some((ticket) => ticket.state === 'waiting')) wake(pointId)
      }
    },
  }
}
export type Idle = ReturnType<typeof makeIdle>
