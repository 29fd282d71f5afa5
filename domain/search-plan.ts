import { distanceKm, type Position } from './distance.ts'
import type { Channel, PointId, ServiceId } from './ids.ts'
import { type ClassWant, type LaneClass, wantOf } from './search-classes.ts'
import type { Block, SearchIndex } from './search-rows.ts'

/** Where a search looks: from a place outwards, no further than so many km; or among these points only. */
export type Where = { near?: Position & { withinKm?: number }; only?: ReadonlySet<PointId> }

type Wanted = { serviceIds: readonly ServiceId[]; people: number; channel: Channel }

/** Blocks that do what is wanted, each with what is wanted of its class. */
type Eligible = { blocks: readonly Block[]; wants: readonly ClassWant[]; zones: readonly string[] }

/** The same, with the order in which to look into them: the nearest first; and how near the nearest point of each can be, in that order. */
export type Plan = Eligible & { order: Uint16Array; kmFrom: Float64Array }

const remembered = new WeakMap<SearchIndex, { generation: number; byWanted: Map<string, Eligible> }>()
const rememberedMax = 512
/** More than rounding can take away from a distance. */
const slackKm = 1e-6

/** Blocks whose lanes do what is wanted: the same for every search for it, until there are new blocks. */
function eligibleBlocks(index: SearchIndex, wanted: Wanted): Eligible {
  let known = remembered.get(index)
  if (!known || known.generation !== index.generation || known.byWanted.size >= rememberedMax) {
    known = { generation: index.generation, byWanted: new Map() }
    remembered.set(index, known)
  }
  const key = `${wanted.channel} ${wanted.people} ${wanted.serviceIds.join()}`
  const found = known.byWanted.get(key)
  if (found) return found
  const wantsOf = new Map<LaneClass, ClassWant | null>()
  const blocks: Block[] = []
  const wants: ClassWant[] = []
  for (const block of index.blocks) {
    const { laneClass } = block
    if (!wantsOf.has(laneClass)) wantsOf.set(laneClass, wantOf(laneClass, wanted))
    const want = wantsOf.get(laneClass)
    if (!want) continue
    blocks.push(block)
    wants.push(want)
  }
  const eligible = { blocks, wants, zones: [...new Set(blocks.map(({ laneClass }) => laneClass.zone))] }
  known.byWanted.set(key, eligible)
  return eligible
}

function kmTo({ cap }: Block, near: Position): number {
  return cap === null ? Number.POSITIVE_INFINITY : Math.max(0, distanceKm(near, cap.centre) - cap.km - slackKm)
}

const places = 65_536
const metres = 1000

/** Which blocks a search looks into, and in what order. */
export function planOf(index: SearchIndex, wanted: Wanted, { near, only }: Where): Plan {
  const eligible = eligibleBlocks(index, wanted)
  const those = only && new Set([...only].flatMap((id) => index.rowsOf.get(id)?.map(({ block }) => block) ?? []))
  // Distance and number in one figure: numbers alone are sorted several times as fast as things.
  const keys = new Float64Array(eligible.blocks.length)
  let count = 0
  for (const [i, block] of eligible.blocks.entries()) {
    if (those && !those.has(block)) continue
    const km = near ? kmTo(block, near) : 0
    if (near ? km <= (near.withinKm ?? Number.MAX_VALUE) : true) keys[count++] = Math.floor(km * metres) * places + i
  }
  const sorted = keys.subarray(0, count)
  if (near) sorted.sort()
  return {
    ...eligible,
    order: Uint16Array.from(sorted, (key) => key % places),
    kmFrom: sorted.map((key) => Math.floor(key / places) / metres),
  }
}
