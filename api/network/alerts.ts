import { alertOf, unseenMs } from '../../domain/device.ts'
import type { PointId } from '../../domain/ids.ts'
import { iso } from '../../domain/time.ts'
import type { House } from '../house.ts'
import type { Alert } from './tile.ts'

const lookEveryMs = 900

type Alerts = ReadonlyMap<PointId, readonly Alert[]>

/** What is wrong with kiosks and displays, by point. Asked of the database at most once a second, and only while somebody watches. */
export function makeAlerts(house: Pick<House, 'connections' | 'clock'>) {
  let known: Promise<Alerts> | null = null
  let lookedAt = 0
  return {
    read(): Promise<Alerts> {
      if (!known || performance.now() - lookedAt > lookEveryMs) {
        lookedAt = performance.now()
        known = loadAlerts(house)
        known.catch(() => {
          known = null
        })
      }
      return known
    },
  }
}

async function loadAlerts({ connections, clock }: Pick<House, 'connections' | 'clock'>): Promise<Alerts> {
  const now = clock.now()
  const unseenFrom = iso(now - unseenMs)
  const rows = await connections.slowSql`
    select point_id, kind, number, paper, stray, seen_at from devices
    where token_hash is not null and (paper in ('low', 'out') or stray > 0 or seen_at is null or seen_at < ${unseenFrom})
    order by point_id, kind, number`
  const alerts = new Map<PointId, Alert[]>()
  for (const { point_id, kind, number, paper, stray, seen_at } of rows) {
    const code = alertOf({ paper, stray, seenAt: seen_at === null ? null : Date.parse(seen_at) }, now)
    if (!code) continue
    const here = alerts.get(point_id) ?? []
    here.push({ device: `${kind} ${number}`, code })
    alerts.set(point_id, here)
  }
  return alerts
}
