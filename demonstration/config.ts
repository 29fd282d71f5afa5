import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSome } from '../api/config.ts'
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

/** Reads environment and arguments. Throws one error that names every fault. */
export function readDemonstrationConfig(
  args: readonly string[],
  env: Record<string, string | undefined> = process.env,
): DemonstrationConfig {
  const faults: string[] = []
  for (const arg of args)
    if (!['--real-clock', '--empty'].includes(arg)) faults.push(`${arg} is not known; there are --real-clock and --empty`)
  const port = portOf('PORT', env.PORT, 3000, faults)
  const databaseUrl = env.DATABASE_URL ?? null
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl))
    faults.push('DATABASE_URL is no address of a Postgres: postgres://user:password@host/name')
  const api = readSome(['host', 'publicUrl', 'smtpUrl', 'mailFrom', 'writesPerMinute', 'trustProxy'], env, faults)
  const key = env.BEURT_KEY === undefined ? null : readSome(['key'], env, faults).key
  const network = env.BEURT_NETWORK ?? 'national'
  if (network !== 'national' && network !== 'small') faults.push('BEURT_NETWORK is no network of the demonstration: national or small')
  const empty = args.includes('--empty') || databaseUrl !== null
  const config: DemonstrationConfig = {
    databaseUrl,
    dataFolder: env.BEURT_DATA ?? join(fileURLToPath(new URL('..', import.meta.url)), '.data'),
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
    network: network === 'small' ? 'small' : 'national',
  }
  if (faults.length) throw new Error(faults.join('\n'))
  return config
}
