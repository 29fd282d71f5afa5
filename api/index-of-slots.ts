import type { Sql } from '../db/connect.ts'
import type { PointId } from '../domain/ids.ts'
import { candidatesOf, earliest, type Found, type Search } from '../domain/search.ts'
import { makeIndex } from '../domain/search-index.ts'
import type { Catalogue } from './catalogue.ts'
import type { Clock } from './clock.ts'

/** The free time of every point, in memory. */
export function makeSlotIndex(_given: { sql: Sql; clock: Clock; catalogue: Catalogue }) {
  const index = makeIndex()
  return {
    async load(): Promise<void> {},
    moved(_pointId: PointId): void {},
    earliest: (search: Omit<Search, 'points'> & { points: Iterable<{ pointId: PointId; km?: number }> }): Found[] =>
      earliest(index, { ...search, points: candidatesOf(index, search.points) }),
    async stop(): Promise<void> {},
  }
}
export type SlotIndex = ReturnType<typeof makeSlotIndex>
