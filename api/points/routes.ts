import { daysOfPoint, earliestSlots, listPoints, onePoint, slotsOfDay } from '../../contract/points.ts'
import { type Bound, bind } from '../serve.ts'
import { earliest } from './earliest.ts'
import { list, one } from './read.ts'
import { days, slots } from './slots.ts'

/** What a point offers, and when. */
export const routes: Bound[] = [
  bind(listPoints, 'anyone', list),
  bind(onePoint, 'anyone', one),
  bind(daysOfPoint, 'anyone', days),
  bind(slotsOfDay, 'anyone', slots),
  bind(earliestSlots, 'anyone', earliest),
]
