import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSome } from '../api/config.ts'
import { unknownSettings } from '../contract/setting-names.ts'
import type { NetworkSize } from './network.ts'

/** How the demonstration is started: everything has a default, nothing need be set. */
export type DemonstrationConfig = {
  databaseUrl: string | null
  /** Where the embedded Postgres, the secret key and the kiosk's journal live. */
  dataFolder: string
  host: string
  port: number
  kioskPort: number
  printerPort: number
  paperPort: number
  mailboxPort: number
  smtpPort: number
  /** Where the stage's clerk has a way in of their own. */
  doorPort: number
  publicUrl: string | null
  key: string | null
  smtpUrl: string | null
  mailFrom: string
  writesPerMinute: number
  trustProxy: boolean
  realClock: boolean
  /** No network of ours and no simulated people. */
  empty: boolean
  /** BEURT_NETWORK: the whole network (`national`), or seven points of it (`small`). */
  network: NetworkSize
}

/** Simulated people come from one address. */
const simulatedWritesPerMinute = 6000

const portOf = (name: string, text: string | undefined, fallback: number, faults: string[]): number => {
  if (text === undefined) return fallback
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535) faults.push(`${name} is no port: a whole number from 1 to 65535`)
  return port
}

/** `national` or `small`; says so where it is neither. */
function networkOf(text: string | undefined, faults: string[]): NetworkSize {
  if (text === 'small' || text === 'national' || text === undefined) return text ?? 'national'
  faults.push('BEURT_NETWORK is no network of the demonstration: national or small')
  return 'national'
}

const databaseOf = (text: string | undefined, faults: string[]): string | null => {
  if (text !== undefined && !/^postgres(ql)?:\/\//.test(text))
    faults.push('DATABASE_URL is no address of a Postgres: postgres://user:password@host/name')
  return text ?? null
}

const folderOf = (text: string | undefined): string => text ?? join(fileURLToPath(new URL('..', import.meta.url)), '.data')

/** How `npm run seed` is started: `--seed` takes a whole number, from which everything is drawn. */
export type SeedConfig = Pick<DemonstrationConfig, 'databaseUrl' | 'dataFolder' | 'key' | 'network'> & { seed: number | undefined }

/** Reads the environment and arguments of `npm run seed`. Throws one error that names every fault. */
export function readSeedConfig(args: readonly string[], env: Record<string, string | undefined> = process.env): SeedConfig {
  const faults = unknownSettings(env)
  const seed = args[0] === '--seed' ? Number(args[1]) : undefined
  if (args.length !== (seed === undefined ? 0 : 2)) faults.push(`${args.join(' ')} is not known; there is --seed NUMBER`)
  else if (seed !== undefined && !Number.isSafeInteger(seed)) faults.push(`--seed ${args[1]} is no whole number`)
  const config: SeedConfig = {
    databaseUrl: databaseOf(env.DATABASE_URL, faults),
    dataFolder: folderOf(env.BEURT_DATA),
    key: env.BEURT_KEY === undefined ? null : readSome(['key'], env, faults).key,
    network: networkOf(env.BEURT_NETWORK, faults),
    seed,
  }
  if (faults.length) throw new Error(faults.join('\n'))
  return config
}

/** Reads environment and arguments. Throws one error that names every fault. */
export function readDemonstrationConfig(
  args: readonly string[],
  env: Record<string, string | undefined> = process.env,
): DemonstrationConfig {
  const faults = unknownSettings(env)
  for (const arg of args)
    if (!['--real-clock', '--empty'].includes(arg)) faults.push(`${arg} is not known; there are --real-clock and --empty`)
  const port = portOf('PORT', env.PORT, 3000, faults)
  const databaseUrl = databaseOf(env.DATABASE_URL, faults)
  const api = readSome(['host', 'publicUrl', 'smtpUrl', 'mailFrom', 'writesPerMinute', 'trustProxy'], env, faults)
  const key = env.BEURT_KEY === undefined ? null : readSome(['key'], env, faults).key
  const network = networkOf(env.BEURT_NETWORK, faults)
  const empty = args.includes('--empty') || databaseUrl !== null
  const config: DemonstrationConfig = {
    databaseUrl,
    dataFolder: folderOf(env.BEURT_DATA),
    host: api.host,
    port,
    kioskPort: portOf('KIOSK_PORT', env.KIOSK_PORT, port + 1, faults),
    printerPort: portOf('PRINTER_PORT', env.PRINTER_PORT, port + 2, faults),
    paperPort: portOf('PAPER_PORT', env.PAPER_PORT, port + 3, faults),
    mailboxPort: portOf('MAILBOX_PORT', env.MAILBOX_PORT, port + 4, faults),
    smtpPort: portOf('SMTP_PORT', env.SMTP_PORT, port + 5, faults),
    doorPort: portOf('DOOR_PORT', env.DOOR_PORT, port + 6, faults),
    publicUrl: env.BEURT_URL === undefined ? null : api.publicUrl,
    key,
    smtpUrl: env.SMTP_URL === undefined ? null : api.smtpUrl,
    mailFrom: api.mailFrom,
    writesPerMinute: empty ? api.writesPerMinute : simulatedWritesPerMinute,
    trustProxy: api.trustProxy === 1,
    realClock: empty || args.includes('--real-clock'),
    empty,
    network,
  }
  if (faults.length) throw new Error(faults.join('\n'))
  return config
}
