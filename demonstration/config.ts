import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

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
  publicUrl: string | null
  key: string | null
  smtpUrl: string | null
  mailFrom: string
  realClock: boolean
  empty: boolean
}

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
  if (env.BEURT_KEY !== undefined && env.BEURT_KEY.length < 32) faults.push('BEURT_KEY has fewer than 32 characters')
  const config: DemonstrationConfig = {
    databaseUrl,
    dataFolder: env.BEURT_DATA ?? join(fileURLToPath(new URL('..', import.meta.url)), '.data'),
    host: env.HOST ?? '127.0.0.1',
    port,
    kioskPort: portOf('KIOSK_PORT', env.KIOSK_PORT, port + 1, faults),
    printerPort: portOf('PRINTER_PORT', env.PRINTER_PORT, port + 2, faults),
    paperPort: portOf('PAPER_PORT', env.PAPER_PORT, port + 3, faults),
    mailboxPort: portOf('MAILBOX_PORT', env.MAILBOX_PORT, port + 4, faults),
    smtpPort: portOf('SMTP_PORT', env.SMTP_PORT, port + 5, faults),
    publicUrl: env.BEURT_URL ?? null,
    key: env.BEURT_KEY ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.BEURT_MAIL_FROM ?? 'Beurt <no-reply@localhost>',
    realClock: args.includes('--real-clock') || databaseUrl !== null,
    empty: args.includes('--empty') || databaseUrl !== null,
  }
  if (faults.length) throw new Error(faults.join('\n'))
  return config
}
