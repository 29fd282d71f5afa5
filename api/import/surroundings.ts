import { asc } from 'drizzle-orm'
import type { Connections } from '../../db/connect.ts'
import { organisations, points, services } from '../../db/tables/catalogue.ts'
import type { Instant } from '../../domain/time.ts'
import type { Asked } from './arguments.ts'
import { type Like, loadLike } from './like.ts'
import type { Step } from './match.ts'
import type { Organisation } from './organisations.ts'
import type { Fault, Place } from './place.ts'
import { readTable } from './read-table.ts'
import type { ServiceRow } from './services.ts'
import { knowsServices, parseServices } from './services-file.ts'
import { setUpOf } from './set-up.ts'
import { standardServices } from './standard-services.ts'

/** The point that others are to be like. Throws a sentence where there is none. */
export async function likeOf({ slow }: Connections, id: string): Promise<Like> {
  const like = await loadLike(slow, id)
  if (like) return like
  const all = await slow.select({ id: points.id }).from(points).orderBy(asc(points.id)).limit(12)
  const there = all.length
    ? `There are: ${all.map((p) => p.id).join(', ')}`
    : 'There are none yet: say --services FILE.csv, or --services standard'
  throw new Error(`--like ${id}: there is no such point that is set up. ${there}`)
}

/** The services asked for, and what new points get of them. A file of services is taken whole or not at all: throws every fault in it. */
export async function servicesOf(
  { services: file, counters, languages, sheet }: Asked,
  at: Instant,
): Promise<{ services: readonly ServiceRow[]; like: Like | null }> {
  if (file === null) return { services: [], like: null }
  const read = file === 'standard' ? standardServices : await readServices(file, sheet, languages?.[0] ?? null)
  return { services: read, like: setUpOf(read, { counters, languages, at }) }
}

async function readServices(file: string, sheet: string | null, language: string | null): Promise<ServiceRow[]> {
  const table = await readTable(file, /\.xlsx$/i.test(file) ? null : sheet, knowsServices)
  const { services: read, faults, missing } = parseServices(table, language)
  const wrong = [
    ...missing,
    ...faults.map(({ line, column, reason }: Fault) => `${table.counts} ${line}${column ? `, ${column}` : ''}: ${reason}`),
  ]
  if (wrong.length) throw new Error(`Nothing was imported. ${file}, the services:\n${wrong.map((each) => `  ${each}`).join('\n')}`)
  return read
}

/** Whose new points and services they are, null where that is not clear, and which organisations the file speaks of. */
export async function organisationOf(
  { slow }: Connections,
  asked: Asked,
  like: Like | null,
  places: readonly Place[],
): Promise<{ organisationId: string | null; organisations: Organisation[] }> {
  const told = [...new Map(places.flatMap(({ organisation }) => (organisation ? [[organisation.id, organisation] as const] : []))).values()]
  const own = asked.organisation ?? like?.organisationId ?? null
  const withOwn = (id: string) => ({
    organisationId: id,
    organisations: [...told, ...(told.some((o) => o.id === id) ? [] : [{ id, name: id }])],
  })
  if (own !== null) return withOwn(own)
  if (places.length > 0 && places.every(({ organisation }) => organisation)) return { organisationId: told[0]!.id, organisations: told }
  const known = await slow.select({ id: organisations.id }).from(organisations).orderBy(asc(organisations.id))
  if (known.length > 1) return { organisationId: null, organisations: told }
  return withOwn(known[0]?.id ?? 'own')
}

/** Refuses new points and services that belong to nobody. */
export async function refuseNobodys({ slow }: Connections, steps: readonly Step[], wanted: readonly ServiceRow[]): Promise<void> {
  const there = wanted.length ? await slow.select({ id: services.id }).from(services) : []
  const fresh = wanted.some(({ id }) => !there.some((service) => service.id === id))
  if (!fresh && !steps.some((step) => step.kind === 'create' && !step.point.organisationId)) return
  const known = await slow.select({ id: organisations.id }).from(organisations).orderBy(asc(organisations.id))
  throw new Error(`whose are the new ${fresh ? 'services' : 'points'}? Say --organisation, one of: ${known.map((o) => o.id).join(', ')}`)
}

/** Said once for all: what new points still need before visitors can come. */
export async function whatLacks({ slowSql }: Connections, created: readonly string[]): Promise<string[]> {
  if (created.length === 0) return []
  const [row] = await slowSql`
    select count(*) filter (where openings->'week' = '[]')::int as shut,
      count(*) filter (where not exists (select 1 from point_services s where s.point_id = p.id))::int as bare
    from points p where id = any(${created as string[]})`
  const said: string[] = []
  if (row!.shut > 0) said.push(`new points without opening hours: ${row!.shut}. Nobody can come there yet: import again with --openings`)
  if (row!.bare > 0)
    said.push(
      `new points without services: ${row!.bare}. Nobody can come there yet: import again with --services FILE.csv, --services standard or --like POINT`,
    )
  return said
}
