import { ask } from '../contract/ask.ts'
import { listPoints } from '../contract/points.ts'
import { distanceKm, type Position } from '../domain/distance.ts'
import { folded } from '../domain/search-text.ts'
import type { PointOut } from './ask-slots.ts'
import { askPlaces } from './ask-soonest.ts'
import type { Asked } from './asked.ts'
import { Places, type PlacesFound } from './pages/Places.tsx'
import { page } from './respond.tsx'
import { allTexts } from './texts.ts'

const shownMax = 24
const nearbyMax = 5
const nearbyKm = 40
const aroundKm = 150
const fewFound = 3

/** `/book/?place=…`: which place, by its name, address or postal code; where no point has it, those around what was typed. */
export async function choosePlace(asked: Asked): Promise<Response> {
  const { points } = await ask(asked.asker, listPoints, {})
  const typed = (asked.url.searchParams.get('place') ?? '').slice(0, 80)
  const matching = points.filter((point) => matches(point, typed))
  const found: PlacesFound = {
    typed,
    rows: matching.slice(0, shownMax).map((point) => ({ point, distanceKm: null })),
    count: matching.length,
    nearby: matching.length ? nearbyOf(matching, points) : await aroundOf(asked, typed, points),
  }
  return page(asked, { title: allTexts[asked.language].places.title, body: () => <Places asked={asked} found={found} /> })
}

/** What is typed may be a town in which there is no point. */
async function aroundOf(asked: Asked, typed: string, all: readonly PointOut[]): Promise<PlacesFound['rows']> {
  const [place] = await askPlaces(asked, typed)
  return place ? around(place, all, aroundKm) : []
}

/** Where few are found by their name, those that lie close to them may do as well. */
function nearbyOf(matching: readonly PointOut[], all: readonly PointOut[]): PlacesFound['rows'] {
  const centre = matching[0] && matching.length <= fewFound ? positionOf(matching[0]) : null
  if (!centre) return []
  return around(
    centre,
    all.filter((point) => !matching.includes(point)),
    nearbyKm,
  )
}

function around(centre: Position, points: readonly PointOut[], kmMax: number): PlacesFound['rows'] {
  return points
    .flatMap((point) => {
      const position = positionOf(point)
      const km = position ? distanceKm(centre, position) : Number.POSITIVE_INFINITY
      return km <= kmMax ? [{ point, distanceKm: km }] : []
    })
    .sort((a, b) => a.distanceKm - b.distanceKm)
    .slice(0, nearbyMax)
}

const positionOf = ({ latitude, longitude }: PointOut) => (latitude === null || longitude === null ? null : { latitude, longitude })

function matches(point: PointOut, typed: string): boolean {
  const text = folded([point.name, point.address, point.postalCode, point.district].join(' '))
  return folded(typed)
    .split(' ')
    .every((word) => text.includes(word))
}
