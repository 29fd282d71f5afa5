import type { ResultOf } from '../../contract/route.ts'
import type { totals } from '../../contract/totals.ts'

/** What halls came to, as the api tells it. */
export type Answer = ResultOf<typeof totals>
