import type { Connections } from '../db/connect.ts'
import type { Catalogue } from './catalogue.ts'
import type { Clock } from './clock.ts'
import type { ClockCheck } from './clock-check.ts'
import type { Diversions } from './diversions.ts'
import type { Doorbell } from './doorbell.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Identify } from './identify.ts'
import type { SlotIndex } from './index-of-slots.ts'
import type { Keeper } from './keeper/keeper.ts'
import type { Live } from './live.ts'
import type { Log } from './log.ts'
import type { Secrets } from './secrets.ts'
import type { ServiceWords } from './service-words.ts'
import type { Tries } from './tries.ts'
import type { Waits } from './waits.ts'

/** Everything that a verb may need, made once at the start of a process and handed in. */
export type House = {
  connections: Connections
  clock: Clock
  clockCheck: ClockCheck
  keeper: Keeper
  live: Live
  doorbell: Doorbell
  catalogue: Catalogue
  slotIndex: SlotIndex
  gazetteer: Gazetteer
  serviceWords: ServiceWords
  diversions: Diversions
  waits: Waits
  secrets: Secrets
  identify: Identify
  /** Wrong guesses at passwords and codes. */
  tries: Tries
  log: Log
  /** Where visitors reach this deployment, without a slash at the end. */
  publicUrl: string
  /** Writes a minute that one address may make without a sign-in or device. */
  writesPerMinute: number
  hashPassword: (password: string) => Promise<string>
  verifyPassword: (password: string, hash: string) => Promise<boolean>
}
