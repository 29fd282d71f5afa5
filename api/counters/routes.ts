import { counterActs, hallList } from '../../contract/tickets.ts'
import { type Bound, bind } from '../serve.ts'
import { actOf } from './act.ts'
import type { ActName } from './acts.ts'
import { readHallList } from './hall-list.ts'
import { transferAct } from './send-on.ts'

const names = (Object.keys(counterActs) as ActName[]).filter((name) => name !== 'transfer')

/** The hall as a counter sees it, and what a counter does. */
export const routes: Bound[] = [
  bind(hallList, 'clerk', readHallList, { gapMs: 100 }),
  ...names.map((name) => bind(counterActs[name], 'clerk', actOf(name))),
  bind(counterActs.transfer, 'clerk', transferAct),
]
