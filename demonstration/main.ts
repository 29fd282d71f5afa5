import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { addressOf } from '../api/address.ts'
import { drain } from '../api/drain.ts'
import type { House } from '../api/house.ts'
import { startJobs } from '../api/jobs/jobs.ts'
import { makeLog, makeQuietLog } from '../api/log.ts'
import { makeSite } from '../api/site.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { addDays, dayOf } from '../domain/time.ts'
import { startVirtualPrinter } from '../printers/virtual/virtual-printer.ts'
import { buildAside } from './build-aside.ts'
import { readDemonstrationConfig } from './config.ts'
import { mountFront } from './front.ts'
import { fillHalls } from './halls.ts'
import { startKiosk } from './kiosk.ts'
import { startMailbox } from './mailbox.ts'
import { demonstrationDay, demonstrationPassword, mainPoint, mainZone } from './network.ts'
import { at, type Ports, portsOf } from './ports.ts'
import { reasonOf } from './reason.ts'
import { keyOf } from './secret.ts'
import { makeKioskPeople } from './stage/at-the-kiosk.ts'
import { putOnStage } from './stage/put-on.ts'
import { dist, firstAdmin, stand } from './stand.ts'
import { insideName, isEverywhere, makeWhere, outsideName, type Where } from './where.ts'
import { backfillAside } from './year/aside.ts'

// What `npm start` runs: everything, with nothing installed but the packages. Stopping it stops everything.
const config = readOrLeave()
const stops: ((() => unknown) | { stop(): unknown })[] = []
let leaving = false
/** The least that OWASP allows of argon2id: a sign-in takes 19 MB for its moment and not 64. The demonstration's password is told to everybody. */
const light = { algorithm: 'argon2id', memoryCost: 19_456, timeCost: 2 } as const
const passwords = {
  hash: (password: string) => Bun.password.hash(password, config.empty ? undefined : light),
  verify: (password: string, hash: string) => Bun.password.verify(password, hash),
}
const onFault = (error: unknown) => console.error('simulated people:', error)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0))
const parent = process.ppid
setInterval(() => process.ppid !== parent && void leave(0), 500).unref()

try {
  await run()
} catch (error) {
  console.error(reasonOf(error))
  await leave(1)
}

async function run(): Promise<void> {
  const building = buildAside()
  stops.push(building.stop)
  const databaseUrl = await database()
  const log = config.empty ? await makeLog() : makeQuietLog((error, facts) => console.error('fault', facts, error))
  await migrate(databaseUrl)
  const ports = await portsOf(config)
  const key = keyOf(config.dataFolder, config.key)
  const machine = { hostname: hostname(), networks: networkInterfaces() }
  const outside = outsideName(config.host, machine)
  const publicUrl = config.publicUrl ?? at(ports.site, outside)
  const where = makeWhere({ ports, publicUrl, machine })
  const simulated = !config.empty
  const smtpUrl = config.smtpUrl ?? (await mailbox(ports, simulated))
  const stood = await stand({ config, databaseUrl, key, publicUrl, smtpUrl, log, passwords })
  stops.push(stood.stop)
  await building.done
  const site = await makeSite(stood.house, { dist, kioskPort: simulated ? ports.kiosk : null })
  const newId = () => Bun.randomUUIDv7()
  const stage = simulated ? putOnStage({ site, stood, ports, where, dist, host: config.host, newId }) : null
  if (!stage) mountFront(site)
  const send = async (request: Request) => site.fetch(request, { address: 'simulated' })
  if (stage) {
    const halls = await fillHalls({ stood, key, newId, send, onFault, realKiosk: stage.backstage.realKiosk })
    stops.push(halls.stop)
    const untilDay = addDays(config.realClock ? dayOf(stood.house.clock.now(), mainZone) : demonstrationDay, -1)
    stops.push(backfillAside({ databaseUrl, pointIds: halls.points.map((p) => p.id), untilDay }, onFault))
    stage.backstage.fill(halls)
  }
  stops.push(startJobs(stood.house, stood.mailer).stop)
  stood.house.gazetteer.warm()
  const fetch = (request: Request, bun: Bun.Server<unknown>) =>
    site.fetch(request, { address: addressOf(request, bun.requestIP(request)?.address ?? null, config.trustProxy) })
  const server = Bun.serve({ port: ports.site, hostname: config.host, idleTimeout: 0, fetch })
  stops.push(() => (simulated ? server.stop(true) : drain(server)))
  if (stage) await machines({ house: stood.house, key, ports, where, stage })
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(12))).toString('base64url')
  announce(ports, outside, config.empty ? await firstAdmin(stood.house, Bun.randomUUIDv7(), secret) : null)
}

/** The mailbox of the demonstration, and where mails are handed in. */
async function mailbox(ports: Ports, simulated: boolean): Promise<string> {
  if (!simulated) return 'smtp://127.0.0.1:25'
  const box = await startMailbox({ smtpPort: ports.smtp, smtpHost: insideName(config.host), httpPort: ports.mailbox, host: config.host })
  stops.push(box.stop)
  return `smtp://${insideName(config.host)}:${ports.smtp}`
}

/** The virtual printer and the kiosk that prints on it. */
async function machines(given: {
  house: House
  key: string
  ports: Ports
  where: Where
  stage: ReturnType<typeof putOnStage>
}): Promise<void> {
  const { house, key, ports, where, stage } = given
  const { host, dataFolder: folder } = config
  const printer = await startVirtualPrinter({
    host,
    port: ports.printer,
    httpPort: ports.paper,
    clock: () => house.clock.now(),
    framedBy: where.framedBy,
  })
  stops.push(() => printer.stop())
  const say = (line: string) => console.log(line)
  const screen = join(dist, 'kiosk')
  const kiosk = await startKiosk({
    folder,
    key,
    apiUrl: at(ports.site, insideName(host)),
    host,
    port: ports.kiosk,
    printerPort: ports.printer,
    screen,
    where,
    clock: house.clock,
    say,
  })
  const people = makeKioskPeople(
    kiosk.agent,
    () => Bun.randomUUIDv7(),
    () => performance.now(),
  )
  const door = await stage.openDoor()
  stops.push(kiosk.stop, people.stop, door.close)
  stage.backstage.open({ line: kiosk.line, printer, kiosk: people })
}

async function database(): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl
  const embedded = await startEmbedded({ dir: join(config.dataFolder, 'postgres') })
  stops.push(embedded.stop)
  void embedded.ended.then(() => {
    if (leaving) return
    console.error('Postgres has stopped; start again and it goes on where it was')
    void leave(1)
  })
  return embedded.url
}

function announce(ports: Ports, outside: string, password: string | null): void {
  const simulated = !config.empty
  const name = isEverywhere(config.host) ? 'localhost' : outside
  const site = at(ports.site, name)
  const screens = [
    ['book a visit', '/book/'],
    ['display', simulated ? `/display/?point=${mainPoint}` : '/display/'],
    ['counter', '/counter/'],
    ['control room', '/control-room/'],
  ]
  const lines = [`Beurt runs at ${site}`, '', ...screens.map(([name, path]) => `  ${name!.padEnd(14)} ${site}${path}`)]
  if (outside !== name) lines.push(`  from elsewhere ${at(ports.site, outside)}`)
  if (simulated)
    lines.push(
      `  kiosk          ${at(ports.kiosk, name)}`,
      `  paper          ${at(ports.paper, name)}`,
      `  mailbox        ${at(ports.mailbox, name)}`,
      '',
      `  sign in as clerk, manager or admin; password ${demonstrationPassword}`,
      `  Demonstration: simulated people${config.realClock ? '.' : ', on a clock of its own.'}`,
    )
  if (password) lines.push('', `  first account: admin, password ${password} (said only now)`)
  console.log(lines.join('\n'))
}

/** Stops everything, the last started first. */
async function leave(code: number): Promise<void> {
  if (leaving) return
  leaving = true
  // Where stopping leaves nothing to wait for, the process ends before the last line here.
  process.exitCode = code
  setTimeout(() => process.exit(code), 8000).unref()
  for (const stop of stops.reverse()) {
    try {
      await (typeof stop === 'function' ? stop() : stop.stop())
    } catch (error) {
      console.error(error)
    }
  }
  process.exit(code)
}

function readOrLeave() {
  try {
    return readDemonstrationConfig(process.argv.slice(2))
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}
