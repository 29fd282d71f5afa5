import { inArray, sql } from 'drizzle-orm'
import { services } from '../../db/tables/catalogue.ts'
import type { Tx } from '../once.ts'
import type { Fault } from './place.ts'

/** A service as a row tells it: how it is called and given, and how the points that take it offer it. */
export type ServiceRow = {
  line: number
  id: string
  organisationId: string | null
  names: Record<string, string>
  explanations: Record<string, string>
  bring: Record<string, string[]>
  icon: string
  baseMinutes: number
  extraMinutes: number
  series: string
  walkIn: boolean
  bookable: boolean
}
export type ServicesWritten = { created: string[]; changed: string[] }
export type ServicesRead = { services: ServiceRow[]; faults: Fault[]; missing: string[]; notes: string[] }

/** Makes services that are not there yet and changes those that are called or given otherwise now. Points that offer them move on. */
export async function putServices(tx: Tx, rows: readonly ServiceRow[]): Promise<ServicesWritten> {
  const written: ServicesWritten = { created: [], changed: [] }
  if (rows.length === 0) return written
  const ids = rows.map(({ id }) => id)
  const known = new Map((await tx.select().from(services).where(inArray(services.id, ids))).map((service) => [service.id, service]))
  for (const row of rows) {
    const before = known.get(row.id)
    const { names, explanations, bring, icon, baseMinutes, extraMinutes } = row
    const told = { names, explanations, bring, icon, baseMinutes, extraMinutes }
    if (!before) {
      await tx.insert(services).values({ id: row.id, organisationId: row.organisationId!, ...told })
      written.created.push(row.id)
      continue
    }
    const after = {
      ...told,
      names: { ...before.names, ...names },
      explanations: { ...before.explanations, ...explanations },
      bring: { ...before.bring, ...bring },
      icon: icon === 'document' ? before.icon : icon,
    }
    if (Object.entries(after).every(([field, value]) => sorted(value) === sorted(before[field as keyof typeof after]))) continue
    await tx.update(services).set(after).where(sql`${services.id} = ${row.id}`)
    written.changed.push(row.id)
  }
  if (written.changed.length)
    await tx.execute(sql`
      update points set revision = revision + 1
      where id in (select point_id from point_services where service_id in (select json_array_elements_text(${JSON.stringify(written.changed)}::text::json)))`)
  return written
}

/** The database keeps the fields of an object in an order of its own. */
const sorted = (value: unknown): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value)
