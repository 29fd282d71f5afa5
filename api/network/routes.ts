import { dayCurve } from '../../contract/day-curve.ts'
import { askBookings, divertedBookings, endDiversion, network, quieterPlaces, startDiversion } from '../../contract/network.ts'
import { type Bound, bind } from '../serve.ts'
import { readDayCurve } from './day-curve.ts'
import { askAll, count } from './diverted-bookings.ts'
import { endDiversion as end } from './end-diversion.ts'
import { quieter } from './quieter.ts'
import { followNetwork, maySeeSome, readNetwork } from './read.ts'
import { startDiversion as start } from './start-diversion.ts'

/** Every hall at once, and load moved between them. */
export const routes: Bound[] = [
  bind(network, 'network-manager', readNetwork, { beyond: maySeeSome, topics: () => ['*'], gapMs: 1000, changes: followNetwork }),
  bind(dayCurve, 'point-manager', readDayCurve, { gapMs: 1000 }),
  bind(startDiversion, 'point-manager', start),
  bind(endDiversion, 'point-manager', end),
  bind(quieterPlaces, 'anyone', quieter),
  bind(divertedBookings, 'point-manager', count),
  bind(askBookings, 'point-manager', askAll),
]
