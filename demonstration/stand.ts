import { fileURLToPath } from 'node:url'
import { makeClock } from '../api/clock.ts'
import type { House } from '../api/house.ts'
import type { Log } from '../api/log.ts'
import { type Mailer, makeMailer } from '../api/mail/mailer.ts'
import { startHouse } from '../api/start.ts'
import { type Connections, connect } from '../db/connect.ts'
import { seedNetwork } from '../db/seed.ts'
import { staff } from '../db/tables/access.ts'
import { addDays, dayOf, type Instant, instantOf, wallTimeOf, weekdayOf } from '../domain/time.ts'
import { makeDemonstrationClock } from './clock.ts'
import type { DemonstrationConfig } from './config.ts'
import { demonstrationDay, demonstrationTime, mainZone, type NetworkSize } from './network.ts'
import { seedDemonstration } from './seeding.ts'

export const dist = fileURLToPath(new URL('../dist', import.meta.url))

export type Passwords = { hash: (password: string) => Promise<string>; verify: (password: string, hash: string) => Promise<boolean> }
export type Stood = {
  house: House
  mailer: Mailer
  stop(): Promise<void>
  clock: ReturnType<typeof makeDemonstrationClock> | null
  firstStart: boolean
  network: NetworkSize
}

/** When the demonstration's clock begins: on its Tuesday, or where an earlier start of it left off; the next Tuesday once the hall has closed. */
async function beginsAt({ slowSql }: Connections): Promise<{ at: Instant; fresh: boolean }> {
  const start = instantOf(demonstrationDay, demonstrationTime, mainZone)
  const [row] = await slowSql`select max(at) as at from history`
  const last = row?.at ? Date.parse(row.at) : 0
  if (last < start) return { at: start, fresh: last === 0 }
  const time = wallTimeOf(last, mainZone)
  if (time >= '08:30' && time < '16:00') return { at: last + 1000, fresh: false }
  let day = addDays(dayOf(last, mainZone), 1)
  while (weekdayOf(day) !== 2) day = addDays(day, 1)
  return { at: instantOf(day, demonstrationTime, mainZone), fresh: true }
}

type StandGiven = {
  config: DemonstrationConfig
  databaseUrl: string
  key: string
  publicUrl: string
  smtpUrl: string
  log: Log
  passwords: Passwords
}

/** Stands up the house over a migrated database, with the demonstration's network and clock unless they are turned off. */
export async function stand(given: StandGiven): Promise<Stood> {
  const { config } = given
  const clock = config.realClock ? null : makeDemonstrationClock(0)
  const begins = await prepare(given, clock)
  const mailer = makeMailer({ url: given.smtpUrl, from: config.mailFrom })
  const { house, stop } = await startHouse({
    databaseUrl: given.databaseUrl,
    key: given.key,
    publicUrl: given.publicUrl,
    writesPerMinute: config.writesPerMinute,
    ...(clock ? { clock } : { clock: makeClock(), realClock: true }),
    log: given.log,
    mailer,
    hashPassword: given.passwords.hash,
    verifyPassword: given.passwords.verify,
    jobs: false,
  })
  return { house, mailer, stop, clock, firstStart: begins.fresh, network: config.network }
}

/** Sets the clock, and makes the network where it is not there yet, before anything reads it. */
async function prepare({ config, databaseUrl, key, passwords }: StandGiven, clock: Stood['clock']): Promise<{ fresh: boolean }> {
  if (config.empty) return { fresh: true }
  const connections = connect(databaseUrl)
  try {
    const begins = clock ? await beginsAt(connections) : { at: Date.now(), fresh: true }
    const at = clock && begins.fresh ? instantOf(dayOf(begins.at, mainZone), '07:00', mainZone) : begins.at
    clock?.set(at)
    await seedDemonstration({ connections, at, seenAt: begins.at, size: config.network, key, hash: passwords.hash })
    return begins
  } finally {
    await connections.close()
  }
}

/** The first account of an empty deployment, with a password said once; null where there is somebody already. */
export async function firstAdmin(house: House, id: string, password: string): Promise<string | null> {
  const [someone] = await house.connections.slow.select({ id: staff.id }).from(staff).limit(1)
  if (someone) return null
  const passwordHash = await house.hashPassword(password)
  const roles = [
    { role: 'admin' as const, scope: '*' },
    { role: 'network-manager' as const, scope: '*' },
  ]
  await seedNetwork(house.connections, {
    organisations: [],
    services: [],
    points: [],
    devices: [],
    plannedFromAt: house.clock.now(),
    plannedDays: 0,
    staff: [{ id, subject: 'admin', name: 'admin', passwordHash, language: 'en', roles }],
  })
  return password
}
