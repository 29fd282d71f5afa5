import { distanceKm, type Position } from './distance.ts'
import type { Channel, PointId, ServiceId } from './ids.ts'
import { type ClassWant, type LaneClass, wantOf } from './search-classes.ts'
import type { Block, SearchIndex } from './search-rows.ts'

/** Where a search looks: from a place outwards, no further than so many km; or among these points only. */
export type Where = { near?: Position & { withinKm?: number }; only?: ReadonlySet<PointId> }

type Wanted = { serviceIds: readonly ServiceId[]; people: number; channel: Channel }

/** Blocks to look into, the nearest first, each with what is wanted of its class and how near its nearest point can be. */
export type Plan = { blocks: readonly Block[]; wants: readonly ClassWant[]; kmFrom: Float64Array; zones: readonly string[] }

type Eligible = { block: Block; want: ClassWant }[]
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
  const wants = new Map<LaneClass, ClassWant | null>()
  const eligible: Eligible = []
  for (const block of index.blocks) {
    const { laneClass } = block
    if (!wants.has(laneClass)) wants.set(laneClass, wantOf(laneClass, wanted))
    const want = wants.get(laneClass)
    if (want) eligible.push({ block, want })
  }
  known.byWanted.set(key, eligible)
  return eligible
}

function kmTo({ cap }: Block, near: Position): number {
  return cap === null ? Number.POSITIVE_INFINITY : Math.max(0, distanceKm(near, cap.centre) - cap.km - slackKm)
}

/** Which blocks a search looks into, and in what order. */
export function planOf(index: SearchIndex, wanted: Wanted, { near, only }: Where): Plan {
  let eligible = eligibleBlocks(index, wanted)
  if (only) {
    const those = new Set([...only].flatMap((id) => index.rowsOf.get(id)?.map(({ block }) => block) ?? []))
    eligible = eligible.filter(({ block }) => those.has(block))
  }
  let kmFrom = new Float64Array(eligible.length)
  if (near) {
    const { withinKm = Number.MAX_VALUE } = near
    const ranked = eligible.map((one) => ({ ...one, km: kmTo(one.block, near) })).filter(({ km }) => km <= withinKm)
    eligible = ranked.sort((a, b) => a.km - b.km)
    kmFrom = Float64Array.from(ranked, ({ km }) => km)
  }
  return {
    blocks: eligible.map(({ block }) => block),
    wants: eligible.map(({ want }) => want),
    kmFrom,
    zones: [...new Set(eligible.map(({ block }) => block.laneClass.zone))],
  }
}
