import { sql } from 'drizzle-orm'
import type { Connections } from '../../db/connect.ts'
import { noOpenings } from '../../domain/openings.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../once.ts'
import { recordImport } from './history.ts'
import type { Like } from './like.ts'
import { loadKnown, type Seal, sealOf } from './load-known.ts'
import { type Memory, makeMemory, match, type Step } from './match.ts'
import { type Organisation, putOrganisations } from './organisations.ts'
import type { Fault, Place } from './place.ts'
import { createPoints, type Replan, updatePoints } from './points.ts'
import { makeRegistry, type Registry } from './registry.ts'
import { putServices, type ServiceRow, type ServicesWritten } from './services.ts'

/** How many rows go in one transaction, unless it is all or nothing. */
const rowsMax = 500

export type Given = {
  /** Of new points whose row says none. */
  organisationId: string | null
  organisations: readonly Organisation[]
  services: readonly ServiceRow[]
  like: Like | null
  at: Instant
  newId: () => string
  /** All or nothing: with one fault nothing is written. */
  strict: boolean
  progress: (done: number, all: number) => void
}
/** `replan` are points whose opening hours are others now, with the last day they were planned for. */
export type Written = {
  created: string[]
  updated: string[]
  unchanged: number
  faults: Fault[]
  replan: Replan[]
  organisations: string[]
  services: ServicesWritten
}

/** What matching stands on: the points of a seal, and the rows before. */
type Ground = { registry: Registry; seal: Seal; memory: Memory }

/** Undoes a transaction that wrote nothing yet, or must not have. */
class NotWritten extends Error {
  readonly faults: Fault[]
  constructor(faults: Fault[]) {
    super('not written')
    this.faults = faults
  }
}

/** What an import would do, with nothing written. */
export async function previewPlaces(
  { slow }: Pick<Connections, 'slow'>,
  places: readonly Place[],
  like: Like | null,
): Promise<{ steps: Step[]; faults: Fault[] }> {
  const ground = await groundOf(slow, places)
  return match(places, { ...ground, like, openings: like?.openings ?? noOpenings })
}

/** Creates and updates points: 500 rows in a transaction, or all in one where it is all or nothing. Running processes notice by the revision. */
export async function writePlaces({ slow }: Pick<Connections, 'slow'>, places: readonly Place[], given: Given): Promise<Written> {
  const written = nothing()
  let ground: Ground | null = null
  const part = async (tx: Tx, from: number, until: number) => {
    // Two imports at once would make the same point twice.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('import'))`)
    const seal = await sealOf(tx)
    if (!ground || !sameSeal(seal, ground.seal)) ground = await groundOf(tx, places, ground?.memory)
    if (from === 0) await writeFirst(tx, written, given)
    const some = await writeSome(tx, places.slice(from, until), ground, given)
    add(written, some)
    ground = { ...ground, seal: { points: seal.points + some.created.length, revisions: (await sealOf(tx)).revisions } }
  }
  const parts = Array.from({ length: Math.max(1, Math.ceil(places.length / rowsMax)) }, (_, i) => i * rowsMax)
  const step = async (tx: Tx, from: number) => {
    await part(tx, from, from + rowsMax)
    given.progress(Math.min(from + rowsMax, places.length), places.length)
  }
  if (!given.strict) {
    for (const from of parts) await slow.transaction((tx) => step(tx, from))
    return written
  }
  try {
    await slow.transaction(async (tx) => {
      for (const from of parts) await step(tx, from)
      if (written.faults.length) throw new NotWritten(written.faults)
    })
    return written
  } catch (error) {
    if (error instanceof NotWritten) return { ...nothing(), faults: error.faults }
    throw error
  }
}

const nothing = (): Written => ({
  created: [],
  updated: [],
  unchanged: 0,
  faults: [],
  replan: [],
  organisations: [],
  services: { created: [], changed: [] },
})

const sameSeal = (a: Seal, b: Seal): boolean => a.points === b.points && a.revisions === b.revisions

async function groundOf(reads: Parameters<typeof loadKnown>[0], places: readonly Place[], memory = makeMemory(places)): Promise<Ground> {
  const seal = await sealOf(reads)
  return { registry: makeRegistry(await loadKnown(reads)), seal, memory }
}

/** What the points stand on. */
async function writeFirst(tx: Tx, written: Written, { organisations, services }: Given): Promise<void> {
  written.organisations = await putOrganisations(tx, organisations)
  written.services = await putServices(tx, services)
}

async function writeSome(tx: Tx, places: readonly Place[], { registry, memory }: Ground, given: Given) {
  const { steps, faults } = match(places, { registry, memory, like: given.like, openings: given.like?.openings ?? noOpenings })
  const creates = steps.filter((s) => s.kind === 'create')
  const updates = steps.filter((s) => s.kind === 'update')
  await createPoints(tx, creates, given)
  const replan = await updatePoints(tx, updates, given)
  await recordImport(tx, given.at, [
    ...creates.map(({ id }) => ({ pointId: id, what: { created: true } })),
    ...updates.map(({ id, changes, takesLike }) => ({ pointId: id, what: { fields: Object.keys(changes), takesLike } })),
  ])
  const unchanged = steps.length - creates.length - updates.length
  return { created: creates.map((s) => s.id), updated: updates.map((s) => s.id), unchanged, faults, replan }
}

function add(written: Written, some: Awaited<ReturnType<typeof writeSome>>): void {
  written.created.push(...some.created)
  written.updated.push(...some.updated)
  written.unchanged += some.unchanged
  written.faults.push(...some.faults)
  written.replan.push(...some.replan)
}
