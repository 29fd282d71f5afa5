import type { readCoast } from '../../contract/points.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import { coastIn } from '../coast.ts'
import type { Asked } from '../serve.ts'

/** The land within some sides, to be drawn. */
export function coast({ input }: Asked<typeof readCoast>): ResultOf<typeof readCoast> {
  const { west, south, east, north, width, height } = input
  for (const [name, less, more] of [
    ['east', west, east],
    ['north', south, north],
  ] as const)
    if (less >= more) throw new Problem('invalid-input', {}, [{ field: `query.${name}`, code: 'too-small', sentence: '' }])
  return { path: coastIn({ west, south, east, north, width, height }) }
}
