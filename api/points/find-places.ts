import type { findPlaces } from '../../contract/points.ts'
import type { ResultOf } from '../../contract/route.ts'
import type { Asked } from '../serve.ts'

/** Places by what somebody typed. */
export const places = ({ house, input, language }: Asked<typeof findPlaces>): ResultOf<typeof findPlaces> => ({
  places: house.gazetteer.find(input.q, language),
})
