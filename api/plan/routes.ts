import { leaveMisfit, listMisfits, otherTimes, previewPlan, readPlan, savePlan } from '../../contract/plan.ts'
import { type Bound, bind } from '../serve.ts'
import { leave, list } from './misfits.ts'
import { times } from './other-times.ts'
import { preview } from './preview.ts'
import { read } from './read.ts'
import { save } from './save.ts'

/** When a point is open and who is planned there; and who no longer fits when that changes. */
export const routes: Bound[] = [
  bind(readPlan, 'point-manager', read),
  bind(previewPlan, 'point-manager', preview),
  bind(savePlan, 'point-manager', save),
  bind(listMisfits, 'point-manager', list),
  bind(leaveMisfit, 'point-manager', leave),
  bind(otherTimes, 'point-manager', times),
]
