import { fileURLToPath } from 'node:url'
import { makeClock } from '../api/clock.ts'
import type { House } from '../api/house.ts'
import type { Log } from '../api/log.ts'
import { type Mailer, makeMailer } from '../api/mail/mailer.ts'
import { hashToken } from '../api/secrets.ts'
import { startHouse } from '../api/start.ts'
import { seedNetwork } from '../db/seed.ts'
import { signIns, staff } from '../db/tables/access.ts'
import { addDays, dayOf, type Instant, instantOf, wallTimeOf, weekdayOf } from '../domain/time.ts'
import { makeDemonstrationClock } from './clock.ts'
import type { DemonstrationConfig } from './config.ts'
import { demonstrationDay, demonstrationNetwork, demonstrationPassword, demonstrationTime, mainZone } from './network.ts'

const hours = 3_600_000
export const dist = fileURLToPath(new URL('../dist', import.meta.url))

export type Passwords = { hash: (password: string) => Promise<string>; verify: (password: string, hash: string) => Promise<boolean> }
export type Stood = {
  house: House
  mailer: Mailer
  stop(): Promise<void>
  clock: ReturnType<typeof makeDemonstrationClock> | null
  firstStart: boolean
}

/** The token of a simulated device or sign-in: made from the deployment's key, so that a second start knows it again. */
export const tokenOf = (key: string, name: string): string => hashToken(`${key} ${name}`)

/** When the demonstration's clock begins: on its Tuesday, or where an earlier start of it left off; the next Tuesday once the hall has closed. */
async function beginsAt(house: Pick<House, 'connections'>): Promise<{ at: Instant; fresh: boolean }> {
  const start = instantOf(demonstrationDay, demonstrationTime, mainZone)
  const [row] = await house.connections.slowSql`select max(at) as at from history`
  const last = row?.at ? Date.parse(row.at) : 0
  if (last < start) return { at: start, fresh: last === 0 }
  const time = wallTimeOf(last, mainZone)
  if (time >= '08:30' && time < '16:00') return { at: last + 1000, fresh: false }
  let day = addDays(dayOf(last, mainZone), 1)
  while (weekdayOf(day) !== 2) day = addDays(day, 1)
  return { at: instantOf(day, demonstrationTime, mainZone), fresh: true }
}

/** Stands up the house over a migrated database, with the demonstration's network and clock unless they are turned off. */
export async function stand(given: {
  config: DemonstrationConfig
  databaseUrl: string
  key: string
  publicUrl: string
  smtpUrl: string
  log: Log
  passwords: Passwords
}): Promise<Stood> {
  const { config, key } = given
  const clock = config.realClock ? null : makeDemonstrationClock(0)
  const mailer = makeMailer({ url: given.smtpUrl, from: config.mailFrom })
  const { house, stop } = await startHouse({
    databaseUrl: given.databaseUrl,
    key,
    publicUrl: given.publicUrl,
    writesPerMinute: config.writesPerMinute,
    clock: clock ?? makeClock(),
    realClock: clock === null,
    log: given.log,
    mailer,
    hashPassword: given.passwords.hash,
    verifyPassword: given.passwords.verify,
    jobs: false,
  })
  const begins = clock ? await beginsAt(house) : { at: house.clock.now(), fresh: true }
  clock?.set(begins.fresh ? instantOf(dayOf(begins.at, mainZone), '07:00', mainZone) : begins.at)
  if (!config.empty) {
    const hash = await given.passwords.hash(demonstrationPassword)
    await seedNetwork(
      house.connections,
      demonstrationNetwork(house.clock.now(), hash, (device) => hashToken(tokenOf(key, device))),
    )
    await seedSignIns(house, key)
    await house.catalogue.load()
    await house.slotIndex.load()
  }
  return { house, mailer, stop, clock, firstStart: begins.fresh }
}

/** Simulated clerks have no keyboard: their sign-ins are there already. */
async function seedSignIns(house: House, key: string): Promise<void> {
  const people = (await house.connections.slow.select({ id: staff.id, subject: staff.subject }).from(staff)).filter((p) =>
    p.subject.startsWith('simulated-'),
  )
  const now = house.clock.now()
  const rows = people.map((p) => ({
    tokenHash: hashToken(tokenOf(key, p.subject)),
    staffId: p.id,
    startedAt: now,
    until: now + 365 * 24 * hours,
  }))
  if (rows.length) await house.connections.slow.insert(signIns).values(rows).onConflictDoNothing()
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
    staff: [{ id, subject: 'admin', name: 'admin', passwordHash, language: 'nl', roles }],
  })
  return password
}
