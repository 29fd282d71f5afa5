import { daysOfPoint, earliestSlots, findPlaces, findServices, listPoints, onePoint, readCoast, slotsOfDay } from '../../contract/points.ts'
import { type Bound, bind } from '../serve.ts'
import { earliest } from './earliest.ts'
import { places } from './find-places.ts'
import { services } from './find-services.ts'
import { list, one } from './read.ts'
import { coast } from './read-coast.ts'
import { days, slots } from './slots.ts'

/** What a point offers, and when; and what and where, by what somebody typed. */
export const routes: Bound[] = [
  bind(listPoints, 'anyone', list),
  bind(onePoint, 'anyone', one),
  bind(daysOfPoint, 'anyone', days),
  bind(slotsOfDay, 'anyone', slots),
  bind(earliestSlots, 'anyone', earliest),
  bind(readCoast, 'anyone', coast),
  bind(findPlaces, 'anyone', places),
  bind(findServices, 'anyone', services),
]
