import { readFile } from 'node:fs/promises'
import { asc } from 'drizzle-orm'
import type { Connections } from '../../db/connect.ts'
import { organisations, points } from '../../db/tables/catalogue.ts'
import type { Instant } from '../../domain/time.ts'
import { makeClock } from '../clock.ts'
import type { Asked } from './arguments.ts'
import { decode } from './decode.ts'
import { type Like, loadLike } from './like.ts'
import { parse } from './parse.ts'
import type { Fault } from './place.ts'
import { replanPoints, type Unfit } from './replan.ts'
import { putOrganisation, type Written, writePlaces } from './write.ts'

/** What became of a file. */
export type Outcome = Omit<Written, 'replan'> & { missing: string[]; notes: string[]; unfit: Unfit[] }

type Given = { connections: Connections; asked: Asked; at: Instant; newId: () => string }

/** Imports one file. Throws a sentence where what was asked cannot be: no file, no such point, no organisation. */
export async function runImport({ connections, asked, at, newId }: Given): Promise<Outcome> {
  const bytes = await readFile(asked.file).catch((error) => {
    throw new Error(`${asked.file} cannot be read: ${error.code ?? error}`)
  })
  const { places, faults, missing, notes } = parse(decode(bytes), asked.week)
  const nothing = { created: [], updated: [], unchanged: 0, unfit: [] }
  if (missing.length) return { ...nothing, faults, missing, notes }
  const like = asked.like === null ? null : await likeOf(connections, asked.like)
  const organisation = await organisationOf(connections, asked.organisation, like)
  if (organisation.isNew) notes.push(`the organisation ${organisation.id} was not known, and is new`)
  const { replan, ...written } = await writePlaces(connections, places, { organisationId: organisation.id, like, at, newId })
  const unfit = await replanPoints(connections, makeClock(at), replan)
  notes.push(...(await whatLacks(connections, written.created)))
  return { ...written, faults: [...faults, ...written.faults].sort(byLine), missing, notes, unfit }
}

const byLine = (a: Fault, b: Fault): number => a.line - b.line

async function likeOf({ slow }: Connections, id: string): Promise<Like> {
  const like = await loadLike(slow, id)
  if (like) return like
  const all = await slow.select({ id: points.id }).from(points).orderBy(asc(points.id)).limit(12)
  throw new Error(`--like ${id}: there is no such point that is set up. There are: ${all.map((p) => p.id).join(', ') || 'none yet'}`)
}

async function organisationOf(connections: Connections, asked: string | null, like: Like | null): Promise<{ id: string; isNew: boolean }> {
  if (asked === null && like) return { id: like.organisationId, isNew: false }
  const known = await connections.slow.select({ id: organisations.id }).from(organisations).orderBy(asc(organisations.id))
  if (asked === null && known.length > 1)
    throw new Error(`whose points are these? Say --organisation, one of: ${known.map((o) => o.id).join(', ')}`)
  const id = asked ?? known[0]?.id ?? 'own'
  return { id, isNew: await putOrganisation(connections, id) }
}

/** Said once for all: what new points still need before visitors can come. */
async function whatLacks({ slowSql }: Connections, created: readonly string[]): Promise<string[]> {
  if (created.length === 0) return []
  const [row] = await slowSql`
    select count(*) filter (where openings->'week' = '[]')::int as shut,
      count(*) filter (where not exists (select 1 from point_services s where s.point_id = p.id))::int as bare
    from points p where id in ${slowSql(created)}`
  const said: string[] = []
  if (row!.shut > 0) said.push(`new points without opening hours: ${row!.shut}. Nobody can come there yet: import again with --openings`)
  if (row!.bare > 0) said.push(`new points without services: ${row!.bare}. Nobody can come there yet: import again with --like POINT`)
  return said
}
