import { join } from 'node:path'
import { makeCatalogue } from '../../api/catalogue.ts'
import { connect } from '../../db/connect.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import type { Seeded } from '../../db/seed.ts'
import { addDays, dayOf, instantOf } from '../../domain/time.ts'
import { readSeedConfig } from '../config.ts'
import { demonstrationDay, demonstrationTime, mainZone, placesOf } from '../network.ts'
import { reasonOf } from '../reason.ts'
import { keyOf } from '../secret.ts'
import { seedBare, seedDemonstration } from '../seeding.ts'
import { backfillYear } from '../year/backfill.ts'

// `npm run seed`: the network of the demonstration and a year of its totals, in the database of DATABASE_URL or the embedded one. Twice changes nothing.
const config = readOrLeave()
const stops: (() => Promise<unknown>)[] = []
let code = 0
try {
  await run()
} catch (error) {
  console.error(reasonOf(error))
  code = 1
}
for (const stop of stops.reverse()) await stop()
process.exit(code)

async function run(): Promise<void> {
  const databaseUrl = config.databaseUrl ?? (await embedded())
  await migrate(databaseUrl)
  const connections = connect(databaseUrl)
  stops.push(() => connections.close())
  const { network: size, seed } = config
  // The embedded database is the demonstration's, with its clock and its simulated people; one of somebody's own has the real clock, and its own people.
  const day = config.databaseUrl ? dayOf(Date.now(), mainZone) : demonstrationDay
  const at = config.databaseUrl ? Date.now() : instantOf(day, '07:00', mainZone)
  const seeded = config.databaseUrl
    ? await seedBare({ connections, at, size, seed })
    : await seedDemonstration({
        connections,
        at,
        seenAt: instantOf(day, demonstrationTime, mainZone),
        size,
        seed,
        key: keyOf(config.dataFolder, config.key),
        hash: (password) => Bun.password.hash(password),
      })
  console.log(seeded ? said(seeded) : 'the network is there already: nothing was changed')
  const catalogue = makeCatalogue(connections.slowSql)
  await catalogue.load()
  const points = placesOf(size, seed).flatMap(({ id }) => catalogue.point(id) ?? [])
  const made = await backfillYear({
    databaseUrl,
    points,
    untilDay: addDays(day, -1),
    seed,
    restTimes: 0,
    stopped: () => false,
    say: progress(),
  })
  console.log(made ? `made up a year of totals: ${made} rows, each marked as simulated` : 'the year of totals is there already')
}

function said(s: Seeded): string {
  const counts = [`${s.points} points`, `${s.services} services`, `${s.organisations} organisations`, `${s.lanes} lanes to book in`]
  return `made ${[...counts, `${s.staff} people`, `${s.devices} devices`].join(', ')}`
}

function progress(): (rows: number) => void {
  let next = 100_000
  return (rows) => {
    if (rows < next) return
    next = rows + 100_000
    console.log(`  ${rows} rows …`)
  }
}

async function embedded(): Promise<string> {
  const { url, stop } = await startEmbedded({ dir: join(config.dataFolder, 'postgres') })
  stops.push(stop)
  return url
}

function readOrLeave() {
  try {
    return readSeedConfig(process.argv.slice(2))
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}
