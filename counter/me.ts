import type { me } from '../contract/access.ts'
import type { ResultOf } from '../contract/route.ts'

/** Who works here, as the api tells it. */
export type Me = ResultOf<typeof me>
