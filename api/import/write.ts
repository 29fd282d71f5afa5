import { eq, sql } from 'drizzle-orm'
import type { Connections } from '../../db/connect.ts'
import { type PointSeed, seedWithin } from '../../db/seed.ts'
import { calendars } from '../../db/tables/calendar.ts'
import { counters, organisations, pointServices, points, shifts } from '../../db/tables/catalogue.ts'
import { noOpenings } from '../../domain/openings.ts'
import { addDays, type Instant } from '../../domain/time.ts'
import type { Tx } from '../once.ts'
import { recordImport } from './history.ts'
import type { Like } from './like.ts'
import { type Known, match, type Seen, type Step } from './match.ts'
import type { Fault, Place } from './place.ts'

/** How many rows go in one transaction. */
const rowsMax = 500

export type Given = {
  organisationId: string
  like: Like | null
  at: Instant
  newId: () => string
}
/** `replan` are points whose opening hours are others now, with the last day they were planned for. */
export type Written = {
  created: string[]
  updated: string[]
  unchanged: number
  faults: Fault[]
  replan: { pointId: string; plannedUntil: string }[]
}

type Create = Extract<Step, { kind: 'create' }>
type Update = Extract<Step, { kind: 'update' }>

/** Creates and updates points, 500 rows in a transaction. Running processes notice by the revision. */
export async function writePlaces(connections: Pick<Connections, 'slow'>, places: readonly Place[], given: Given): Promise<Written> {
  const seen: Seen = new Map()
  const written: Written = { created: [], updated: [], unchanged: 0, faults: [], replan: [] }
  for (let i = 0; i < places.length; i += rowsMax) {
    const some = places.slice(i, i + rowsMax)
    const part = await connections.slow.transaction(async (tx) => writeSome(tx, some, seen, given))
    written.created.push(...part.created)
    written.updated.push(...part.updated)
    written.unchanged += part.unchanged
    written.faults.push(...part.faults)
    written.replan.push(...part.replan)
  }
  return written
}

async function writeSome(tx: Tx, places: readonly Place[], seen: Seen, given: Given): Promise<Written> {
  // Two imports at once would make the same point twice.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('import'))`)
  const { steps, faults } = match(places, {
    known: await loadKnown(tx),
    seen,
    like: given.like !== null,
    openings: given.like?.openings ?? noOpenings,
  })
  const creates = steps.filter((s) => s.kind === 'create')
  const updates = steps.filter((s) => s.kind === 'update')
  await create(tx, creates, given)
  const replan = await update(tx, updates, given)
  await recordImport(tx, given.at, [
    ...creates.map(({ id }) => ({ pointId: id, what: { created: true } })),
    ...updates.map(({ id, changes, takesLike }) => ({ pointId: id, what: { fields: Object.keys(changes), takesLike } })),
  ])
  return {
    created: creates.map((s) => s.id),
    updated: updates.map((s) => s.id),
    unchanged: steps.length - creates.length - updates.length,
    faults,
    replan,
  }
}

async function loadKnown(tx: Tx): Promise<Known[]> {
  const has = (table: typeof pointServices | typeof counters | typeof shifts) =>
    sql`exists (select 1 from ${table} where ${table.pointId} = ${points.id})`
  return tx
    .select({
      id: points.id,
      externalId: points.externalId,
      name: points.name,
      address: points.address,
      postalCode: points.postalCode,
      district: points.district,
      phone: points.phone,
      latitude: points.latitude,
      longitude: points.longitude,
      zone: points.zone,
      openings: points.openings,
      setUp: sql<boolean>`${has(pointServices)} or ${has(counters)} or ${has(shifts)}`,
    })
    .from(points)
}

async function create(tx: Tx, creates: readonly Create[], given: Given): Promise<void> {
  const seeds = creates.map(
    ({ id, point }): PointSeed => ({ id, organisationId: given.organisationId, ...given.like?.rules, ...point, ...takenFrom(given) }),
  )
  await plant(tx, seeds, given)
}

const takenFrom = ({ like, newId }: Given): Pick<PointSeed, 'services' | 'counters' | 'shifts'> => ({
  services: like?.services ?? [],
  counters: like?.counters ?? [],
  shifts: like?.shifts.map((shift) => ({ ...shift, id: newId() })) ?? [],
})

async function plant(tx: Tx, seeds: readonly PointSeed[], { like, at }: Given): Promise<void> {
  const plannedFromAt = like?.planned ? Date.parse(`${like.planned.fromDay}T12:00:00Z`) : at
  const nothing = { organisations: [], services: [], staff: [], devices: [] }
  if (seeds.length) await seedWithin(tx, { ...nothing, points: seeds, plannedFromAt, plannedDays: like?.planned?.days ?? 0 })
}

async function update(tx: Tx, updates: readonly Update[], given: Given): Promise<Written['replan']> {
  const replan: Written['replan'] = []
  for (const { id, changes, takesLike, opensOtherwise } of updates) {
    const [point] = await tx
      .update(points)
      .set({ ...changes, revision: sql`${points.revision} + 1` })
      .where(eq(points.id, id))
      .returning()
    if (takesLike) await takeLike(tx, point!, given)
    if (!opensOtherwise) continue
    const [calendar] = await tx.select().from(calendars).where(eq(calendars.pointId, id))
    if (!calendar?.plannedUntil) continue
    // Should this program end before it has planned anew, the job that plans ahead does it.
    await tx.update(calendars).set({ plannedUntil: null }).where(eq(calendars.pointId, id))
    replan.push({ pointId: id, plannedUntil: calendar.plannedUntil })
  }
  return replan
}

/** A point that was imported without services, and now gets them. It has no lanes yet that anybody could hold. */
async function takeLike(tx: Tx, point: typeof points.$inferSelect, given: Given): Promise<void> {
  const { revision: _, ...plain } = point
  await plant(tx, [{ ...plain, ...takenFrom(given) }], given)
  const { planned } = given.like!
  if (planned)
    await tx
      .update(calendars)
      .set({ plannedUntil: addDays(planned.fromDay, planned.days - 1) })
      .where(eq(calendars.pointId, point.id))
}

/** Makes an organisation that is not there yet, called by its id. True where it was new. */
export async function putOrganisation(connections: Pick<Connections, 'slow'>, id: string): Promise<boolean> {
  const rows = await connections.slow
    .insert(organisations)
    .values({ id, names: { nl: id, en: id, ar: id } })
    .onConflictDoNothing()
    .returning()
  return rows.length > 0
}
