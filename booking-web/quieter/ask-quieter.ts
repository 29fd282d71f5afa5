import { ask } from '../../contract/ask.ts'
import { quieterPlaces } from '../../contract/network.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { Wanted } from '../ask-slots.ts'
import type { Asked } from '../asked.ts'

export type QuieterPlace = ResultOf<typeof quieterPlaces>['places'][number]

/** Where those who book at a point are offered a sooner time for a while; the times here are true without it too. */
export async function askQuieter(asked: Asked, point: string, { services, people }: Wanted): Promise<QuieterPlace[]> {
  try {
    return (await ask(asked.asker, quieterPlaces, { point, services, people: String(people) })).places
  } catch (error) {
    if (error instanceof Problem) return []
    throw error
  }
}
