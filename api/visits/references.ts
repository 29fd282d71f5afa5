import { randomBytes } from 'node:crypto'
import type { PointId } from '../../domain/ids.ts'
import { referenceOf } from '../../domain/reference.ts'
import type { House } from '../house.ts'

const drawnAtOnce = 32
const pools = new WeakMap<House, Map<PointId, Promise<string[]>>>()

/** A reference that nobody at the point has. Many are drawn and looked up at once, so that a booking costs a thirty-second of a query. */
export async function drawReference(house: House, pointId: PointId): Promise<string> {
  const pool = pools.get(house) ?? new Map<PointId, Promise<string[]>>()
  pools.set(house, pool)
  for (;;) {
    const drawing = pool.get(pointId) ?? draw(house, pointId)
    pool.set(pointId, drawing)
    const drawn = await drawing.catch((error) => {
      pool.delete(pointId)
      throw error
    })
    const one = drawn.pop()
    if (one) return one
    if (pool.get(pointId) === drawing) pool.delete(pointId)
  }
}

async function draw(house: House, pointId: PointId): Promise<string[]> {
  const drawn = Array.from({ length: drawnAtOnce }, () => referenceOf(randomBytes(10)))
  const rows = await house.connections
    .sql`select reference from appointments where point_id = ${pointId} and reference in ${house.connections.sql(drawn)}`
  const used = new Set(rows.map((r) => r.reference))
  return [...new Set(drawn)].filter((reference) => !used.has(reference))
}
