import { sql } from 'drizzle-orm'
import { counters, pointServices, points, shifts } from '../../db/tables/catalogue.ts'
import type { Tx } from '../once.ts'
import type { Known } from './registry.ts'

type Reads = Pick<Tx, 'select' | 'execute'>

/** All points, as far as an import knows of them. */
export async function loadKnown(reads: Reads): Promise<Known[]> {
  const setUp = new Set<string>()
  for (const table of [pointServices, counters, shifts])
    for (const row of await reads.select({ id: table.pointId }).from(table).groupBy(table.pointId)) setUp.add(row.id)
  const rows = await reads
    .select({
      id: points.id,
      externalId: points.externalId,
      organisationId: points.organisationId,
      kind: points.kind,
      name: points.name,
      address: points.address,
      postalCode: points.postalCode,
      district: points.district,
      phone: points.phone,
      latitude: points.latitude,
      longitude: points.longitude,
      zone: points.zone,
      languages: points.languages,
      openings: points.openings,
    })
    .from(points)
    .orderBy(points.id)
  return rows.map((row) => ({ ...row, setUp: setUp.has(row.id) }))
}

/** Moves when any point is made or changed. */
export type Seal = { points: number; revisions: number }
export async function sealOf(reads: Reads): Promise<Seal> {
  const [row] = await reads.execute<{ points: number; revisions: number }>(
    sql`select count(*)::int as points, coalesce(sum(revision), 0)::int as revisions from points`,
  )
  return { points: row!.points, revisions: row!.revisions }
}
