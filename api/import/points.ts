import { inArray, sql } from 'drizzle-orm'
import { type PointSeed, seedWithin } from '../../db/seed.ts'
import { calendars } from '../../db/tables/calendar.ts'
import { addDays, type Day, type Instant } from '../../domain/time.ts'
import type { Tx } from '../once.ts'
import type { Like } from './like.ts'
import type { Step } from './match.ts'

type Create = Extract<Step, { kind: 'create' }>
type Update = Extract<Step, { kind: 'update' }>
type Given = { organisationId: string | null; like: Like | null; at: Instant; newId: () => string }

/** A point whose opening hours are others now, with the last day it was planned for. */
export type Replan = { pointId: string; plannedUntil: Day }

/** Makes new points, with what they take from elsewhere, in a few statements for all. */
export async function createPoints(tx: Tx, creates: readonly Create[], given: Given): Promise<void> {
  const seeds = creates.map(
    ({ id, point }): PointSeed => ({ id, organisationId: given.organisationId ?? '', ...given.like?.rules, ...point, ...takenFrom(given) }),
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
  const none = { organisations: [], services: [], staff: [], devices: [] }
  if (seeds.length) await seedWithin(tx, { ...none, points: seeds, plannedFromAt, plannedDays: like?.planned?.days ?? 0 })
}

/** Writes the fields that are different, of all points in one statement; answers which calendars are to be planned anew. */
export async function updatePoints(tx: Tx, updates: readonly Update[], given: Given): Promise<Replan[]> {
  if (updates.length === 0) return []
  const json = JSON.stringify(updates.map(({ id, changes }) => ({ id, ...changes })))
  await tx.execute(sql`
    update points p set
      external_id = coalesce(x."externalId", p.external_id), organisation_id = coalesce(x."organisationId", p.organisation_id),
      kind = coalesce(x.kind, p.kind), name = coalesce(x.name, p.name), address = coalesce(x.address, p.address),
      postal_code = coalesce(x."postalCode", p.postal_code), district = coalesce(x.district, p.district), phone = coalesce(x.phone, p.phone),
      latitude = coalesce(x.latitude, p.latitude), longitude = coalesce(x.longitude, p.longitude),
      languages = coalesce(x.languages, p.languages), openings = coalesce(x.openings, p.openings), revision = p.revision + 1
    from json_to_recordset(${json}::text::json) as x(id text, "externalId" text, "organisationId" text, kind text, name text, address text,
      "postalCode" text, district text, phone text, latitude float8, longitude float8, languages jsonb, openings jsonb)
    where p.id = x.id`)
  await takeLike(
    tx,
    updates.filter((update) => update.takesLike),
    given,
  )
  return planAnew(
    tx,
    updates.filter((update) => update.opensOtherwise).map(({ id }) => id),
  )
}

/** Points that were imported without services, and now get them. They have no lanes yet that anybody could hold. */
async function takeLike(tx: Tx, updates: readonly Update[], given: Given): Promise<void> {
  if (updates.length === 0 || !given.like) return
  const seeds = updates.map(
    ({ id, known: { setUp: _, ...known }, changes }): PointSeed => ({ ...known, ...changes, id, ...takenFrom(given) }),
  )
  await plant(tx, seeds, given)
  const { planned } = given.like
  const ids = updates.map(({ id }) => id)
  if (planned)
    await tx
      .update(calendars)
      .set({ plannedUntil: addDays(planned.fromDay, planned.days - 1) })
      .where(inArray(calendars.pointId, ids))
}

async function planAnew(tx: Tx, ids: readonly string[]): Promise<Replan[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select()
    .from(calendars)
    .where(inArray(calendars.pointId, ids as string[]))
  // Should this program end before it has planned anew, the job that plans ahead does it.
  await tx
    .update(calendars)
    .set({ plannedUntil: null })
    .where(inArray(calendars.pointId, ids as string[]))
  return rows.flatMap(({ pointId, plannedUntil }) => (plannedUntil ? [{ pointId, plannedUntil }] : []))
}
