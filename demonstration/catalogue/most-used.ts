import type { Entry } from './entry.ts'
import { family } from './family.ts'
import { housing } from './housing.ts'
import { identity } from './identity.ts'
import { migration } from './migration.ts'
import { mobility } from './mobility.ts'
import { money } from './money.ts'
import { society } from './society.ts'
import { work } from './work.ts'

/** The forty services that are there in all six languages. */
export const mostUsed: readonly Entry[] = [...identity, ...family, ...housing, ...work, ...money, ...mobility, ...migration, ...society]
