import type { Sql } from '../db/connect.ts'
import type { PointId } from '../domain/ids.ts'

const channel = 'beurt'
const everyMs = 50
const lookMs = 250
/** NOTIFY takes 8000 bytes; a point's name at most 64. */
const namesMax = 100

/**
 * Tells the other processes which points have moved, and hears them. It is a bell and no record: at most one NOTIFY in 50 ms, from
 * connections of its own, never inside a commit; whoever hears nothing looks for newer versions four times a second.
 */
export function makeDoorbell(given: {
  sql: Sql
  process: string
  /** A point has moved elsewhere. */
  heard: (pointId: PointId) => void
  /** Looks for newer versions of what this process holds. */
  look: () => Promise<void>
}) {
  const { sql } = given
  const rung = new Set<PointId>()
  let closed = false
  let looking = false

  const listening = sql
    .listen(channel, (payload) => {
      const [process, ...points] = payload.split(' ')
      if (process !== given.process) for (const point of points) given.heard(point)
    })
    .catch(() => null)

  const ringing = setInterval(() => {
    if (rung.size === 0) return
    const names = [...rung]
    rung.clear()
    for (let i = 0; i < names.length; i += namesMax)
      sql.notify(channel, [given.process, ...names.slice(i, i + namesMax)].join(' ')).catch(() => {})
  }, everyMs)

  const watching = setInterval(() => {
    if (looking || closed) return
    looking = true
    given
      .look()
      .catch(() => {})
      .finally(() => {
        looking = false
      })
  }, lookMs)

  return {
    ring(pointId: PointId): void {
      rung.add(pointId)
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
