import type { PointId } from '../../domain/ids.ts'
import { iso, minuteMs } from '../../domain/time.ts'
import type { House } from '../house.ts'
import type { Alert } from './tile.ts'

const lookEveryMs = 900
const unseenMs = 2 * minuteMs

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
  const unseenFrom = iso(clock.now() - unseenMs)
  const rows = await connections.slowSql`
    select point_id, kind, number, paper, (seen_at is null or seen_at < ${unseenFrom}) as unseen from devices
    where token_hash is not null and (paper in ('low', 'out') or seen_at is null or seen_at < ${unseenFrom})
    order by point_id, kind, number`
  const alerts = new Map<PointId, Alert[]>()
  for (const { point_id, kind, number, paper, unseen } of rows) {
    const here = alerts.get(point_id) ?? []
    if (unseen) here.push({ device: `${kind} ${number}`, code: 'not-seen' })
    else here.push({ device: `${kind} ${number}`, code: paper === 'out' ? 'paper-out' : 'paper-low' })
    alerts.set(point_id, here)
  }
  return alerts
}
