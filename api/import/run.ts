import type { Connections } from '../../db/connect.ts'
import type { Instant } from '../../domain/time.ts'
import { makeClock } from '../clock.ts'
import type { Asked } from './arguments.ts'
import type { Like } from './like.ts'
import type { Step } from './match.ts'
import type { Organisation } from './organisations.ts'
import { knowsPlaces, type Parsed, parse } from './parse.ts'
import type { Fault } from './place.ts'
import { readTable } from './read-table.ts'
import { replanPoints, type Unfit } from './replan.ts'
import type { ServiceRow } from './services.ts'
import { likeOf, organisationOf, refuseNobodys, servicesOf, whatLacks } from './surroundings.ts'
import type { Table } from './table.ts'
import { previewPlaces, type Written, writePlaces } from './write.ts'

/** What became of a file. `steps` where it was only looked at; `held` where all was written or nothing, and it was nothing. */
export type Outcome = Omit<Written, 'replan'> & {
  missing: string[]
  notes: string[]
  unfit: Unfit[]
  counts: Table['counts']
  steps: Step[] | null
  held: boolean
}

type Given = { connections: Connections; asked: Asked; at: Instant; newId: () => string; progress?: (done: number, all: number) => void }
type Wanted = {
  parsed: Parsed
  like: Like | null
  services: readonly ServiceRow[]
  organisations: Organisation[]
  organisationId: string | null
}

/** Imports one file. Throws a sentence where what was asked cannot be: no file, no such point, no organisation. */
export async function runImport(given: Given): Promise<Outcome> {
  const { connections, asked, at } = given
  const table = await readTable(asked.file, asked.sheet, knowsPlaces)
  const parsed = parse(table, asked.hours)
  const { faults, missing, notes } = parsed
  const none = { ...nothing, counts: table.counts, faults, missing, notes }
  if (missing.length) return none
  const { services, like } = await servicesOf(asked, at)
  const set = like ?? (asked.like === null ? null : await likeOf(connections, asked.like))
  const wanted: Wanted = { parsed, like: set, services, ...(await organisationOf(connections, asked, set, parsed.places)) }
  if (asked.preview || asked.strict || wanted.organisationId === null) {
    const looked = await previewPlaces(connections, parsed.places, set)
    if (wanted.organisationId === null) await refuseNobodys(connections, looked.steps, services)
    const all = [...faults, ...looked.faults].sort(byLine)
    const held = asked.strict && all.length > 0
    if (asked.preview || held) return { ...none, ...counted(looked.steps), faults: all, held, steps: asked.preview ? looked.steps : null }
  }
  return write(given, wanted, none)
}

const nothing = {
  created: [],
  updated: [],
  unchanged: 0,
  unfit: [],
  organisations: [],
  services: { created: [], changed: [] },
  steps: null,
  held: false,
}
const byLine = (a: Fault, b: Fault): number => a.line - b.line

const counted = (steps: readonly Step[]): Pick<Outcome, 'created' | 'updated' | 'unchanged'> => ({
  created: steps.filter((s) => s.kind === 'create').map((s) => s.id),
  updated: steps.filter((s) => s.kind === 'update').map((s) => s.id),
  unchanged: steps.filter((s) => s.kind === 'unchanged').length,
})

async function write({ connections, asked, at, newId, progress }: Given, wanted: Wanted, none: Outcome): Promise<Outcome> {
  const { parsed, like, services, organisations, organisationId } = wanted
  const { replan, ...written } = await writePlaces(connections, parsed.places, {
    organisationId,
    organisations,
    services: services.map((service) => ({
      ...service,
      organisationId: service.organisationId ?? organisationId ?? organisations[0]?.id ?? null,
    })),
    like,
    at,
    newId,
    strict: asked.strict,
    progress: progress ?? (() => {}),
  })
  const faults = [...none.faults, ...written.faults].sort(byLine)
  if (asked.strict && faults.length) return { ...none, faults, held: true }
  const unfit = await replanPoints(connections, makeClock(at), replan)
  const fresh = written.organisations.map((id) => `the organisation ${id} was not known, and is new`)
  const { created, changed } = written.services
  if (created.length) fresh.push(`new services: ${created.join(', ')}`)
  if (changed.length) fresh.push(`services that are called or given otherwise now: ${changed.join(', ')}`)
  const notes = [...none.notes, ...fresh, ...(await whatLacks(connections, written.created))]
  return { ...none, ...written, faults, notes, unfit }
}
