import type { Sql } from '../db/connect.ts'
import type { Rung } from './keeper/keeper.ts'

const channel = 'beurt'
const everyMs = 50
const lookMs = 250
/** Whoever hears its own bell come back hears those of others too, and looks only this often through all that it holds. */
const lookHearingMs = 1000
/** NOTIFY takes 8000 bytes; a point's name at most 64, its versions at most 32. */
const pointsMax = 75

/**
 * Tells the other processes which points have moved, and hears them. It is a bell and no record: at most one transaction in 50 ms, from
 * connections of its own, never inside a commit; whoever hears nothing looks for newer versions four times a second.
 */
export function makeDoorbell(given: {
  sql: Sql
  process: string
  /** A point has moved elsewhere. */
  heard: (rung: Rung) => void
  /** Looks for newer versions: of everything this process holds, or only of what no bell tells. */
  look: (everything: boolean) => Promise<void>
}) {
  const { sql } = given
  const rung = new Map<string, Rung>()
  let closed = false
  let looking = false
  let heardAt = Number.NEGATIVE_INFINITY
  let lookedAt = Number.NEGATIVE_INFINITY

  const listening = sql
    .listen(channel, (payload) => {
      heardAt = performance.now()
      // What this process rang itself comes back to it too.
      if (payload.startsWith(given.process)) return
      for (const point of payload.split(' ').slice(1)) given.heard(readRung(point))
    })
    .catch(() => null)

  const ringing = setInterval(() => {
    if (rung.size === 0) return
    const points = [...rung.values()].map((r) => `${r.pointId}:${r.hallVersion}:${r.calendarVersion}`)
    rung.clear()
    const bells: string[] = []
    for (let i = 0; i < points.length; i += pointsMax) bells.push(`${given.process} ${points.slice(i, i + pointsMax).join(' ')}`)
    sql`select pg_notify(${channel}, bell) from string_to_table(${bells.join()}, ',') as bell`.catch(() => {})
  }, everyMs)

  const watching = setInterval(() => {
    if (looking || closed) return
    looking = true
    const now = performance.now()
    const everything = now - heardAt > lookMs || now - lookedAt > lookHearingMs
    if (everything) lookedAt = now
    given
      .look(everything)
      .catch(() => {})
      .finally(() => {
        looking = false
      })
  }, lookMs)

  return {
    ring(one: Rung): void {
      rung.set(one.pointId, one)
    },
    async close(): Promise<void> {
      closed = true
      clearInterval(ringing)
      clearInterval(watching)
      const subscription = await listening
      await subscription?.unlisten().catch(() => {})
    },
  }
}
export type Doorbell = ReturnType<typeof makeDoorbell>

/** A ring for what is shown of a point beside its hall and calendar: a device that reported. */
export const shownOnly = (pointId: string): Rung => ({ pointId, hallVersion: 0, calendarVersion: 0 })

function readRung(text: string): Rung {
  const [pointId = '', hallVersion, calendarVersion] = text.split(':')
  return { pointId, hallVersion: Number(hallVersion), calendarVersion: Number(calendarVersion) }
}
