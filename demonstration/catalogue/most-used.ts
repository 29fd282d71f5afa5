import type { Entry } from './entry.ts'
import { family } from './seed/family.ts'
import { housing } from './seed/housing.ts'
import { identity } from './seed/identity.ts'
import { migration } from './seed/migration.ts'
import { mobility } from './seed/mobility.ts'
import { money } from './seed/money.ts'
import { society } from './seed/society.ts'
import { work } from './seed/work.ts'

/** The forty services that are there in all six languages. */
export const mostUsed: readonly Entry[] = [...identity, ...family, ...housing, ...work, ...money, ...mobility, ...migration, ...society]
