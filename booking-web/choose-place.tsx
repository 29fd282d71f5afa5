import { ask } from '../contract/ask.ts'
import { listPoints } from '../contract/points.ts'
import { Problem } from '../contract/problems.ts'
import { distanceKm } from '../domain/distance.ts'
import { askEarliest, askFirst, askPoint, type Elsewhere, type PointOut, type ServiceOut, type Slot, type Wanted } from './ask-slots.ts'
import type { Asked } from './asked.ts'
import { Places, type PlacesFound } from './pages/Places.tsx'
import { readWanted } from './read-wanted.ts'
import { page } from './respond.tsx'
import { allTexts } from './texts.ts'

const shownMax = 24
const askedOneByOneMax = 8
const nearbyMax = 5
const nearbyKm = 40
const fewFound = 3

/** `/book/`: which place. With services in the address: with the first free time of each. */
export async function choosePlace(asked: Asked): Promise<Response> {
  const { points } = await ask(asked.asker, listPoints, {})
  const typed = (asked.url.searchParams.get('place') ?? '').slice(0, 100)
  const wanted = asked.url.searchParams.has('services') ? readWanted(asked.url.searchParams) : null
  const matching = points.filter((point) => matches(point, typed))
  const found: PlacesFound = {
    typed,
    wanted: wanted?.services ? wanted : null,
    ...(wanted?.services ? await withTimes(asked, wanted, matching, points) : plain(matching, typed, points)),
  }
  const words = allTexts[asked.language].places
  return page(asked, { title: words.title, body: () => <Places asked={asked} found={found} /> })
}

type Rows = Pick<PlacesFound, 'rows' | 'nearby' | 'count' | 'services'>

function plain(matching: readonly PointOut[], typed: string, all: readonly PointOut[]): Rows {
  const rows = matching.slice(0, shownMax).map((point) => ({ point, slot: null, distanceKm: null }))
  return { rows, count: matching.length, services: [], nearby: typed ? nearbyOf(matching, all) : [] }
}

async function withTimes(asked: Asked, wanted: Wanted, matching: readonly PointOut[], all: readonly PointOut[]): Promise<Rows> {
  const ids = new Set(matching.map((point) => point.id))
  const first = await earliestOrNone(asked, wanted)
  const timed = first.filter(({ point }) => ids.has(point.id))
  const others = matching.filter((point) => point.bookable && !timed.some((row) => row.point.id === point.id))
  const one = async (point: PointOut): Promise<{ point: PointOut; slot: Slot | null }> => ({
    point,
    slot: await askFirst(asked, point.id, wanted),
  })
  const looked = await Promise.all(others.slice(0, askedOneByOneMax).map(one))
  const rows = [...timed, ...looked.filter(({ slot }) => slot)].map(({ point, slot }) => ({ point, slot, distanceKm: null }))
  return {
    rows: rows.toSorted((a, b) => ((a.slot?.startsAt ?? '') < (b.slot?.startsAt ?? '') ? -1 : 1)).slice(0, shownMax),
    count: rows.length + Math.max(0, others.length - askedOneByOneMax),
    services: await namesOf(asked, wanted, first[0]?.point ?? all[0]),
    nearby: [],
  }
}

async function earliestOrNone(asked: Asked, wanted: Wanted): Promise<Elsewhere[]> {
  try {
    return await askEarliest(asked, wanted, null)
  } catch (error) {
    if (error instanceof Problem && error.code === 'service-not-here') return []
    throw error
  }
}

async function namesOf(asked: Asked, wanted: Wanted, point: PointOut | undefined): Promise<ServiceOut[]> {
  if (!point) return []
  const { services } = await askPoint(asked, point.id)
  return services.filter(({ id }) => wanted.services.split(',').includes(id))
}

/** Where few are found by their name, those that lie close to them may do as well. */
function nearbyOf(matching: readonly PointOut[], all: readonly PointOut[]): PlacesFound['rows'] {
  const centre = matching[0] && matching.length <= fewFound ? positionOf(matching[0]) : null
  if (!centre) return []
  return all
    .filter((point) => !matching.includes(point))
    .flatMap((point) => {
      const position = positionOf(point)
      const km = position ? distanceKm(centre, position) : Number.POSITIVE_INFINITY
      return km <= nearbyKm ? [{ point, slot: null, distanceKm: km }] : []
    })
    .sort((a, b) => a.distanceKm - b.distanceKm)
    .slice(0, nearbyMax)
}

const positionOf = ({ latitude, longitude }: PointOut) => (latitude === null || longitude === null ? null : { latitude, longitude })

/** Without accents, capitals and punctuation, as people type. */
const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function matches(point: PointOut, typed: string): boolean {
  const text = folded([point.name, point.address, point.postalCode, point.district].join(' '))
  return folded(typed)
    .split(' ')
    .every((word) => text.includes(word))
}
