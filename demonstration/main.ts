import { join } from 'node:path'
import { startJobs } from '../api/jobs/jobs.ts'
import { makeLog, makeQuietLog } from '../api/log.ts'
import { languageOf } from '../api/problem-answer.ts'
import { makeSite } from '../api/site.ts'
import { buildAll } from '../build.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { wallTimeOf } from '../domain/time.ts'
import { startVirtualPrinter } from '../printers/virtual/virtual-printer.ts'
import { readDemonstrationConfig } from './config.ts'
import { type FrontGiven, frontPage } from './front-page.ts'
import { fillHalls } from './halls.ts'
import { startKiosk } from './kiosk.ts'
import { startMailbox } from './mailbox.ts'
import { demonstrationPassword, mainPoint, mainZone } from './network.ts'
import { makePorts } from './ports.ts'
import { keyOf } from './secret.ts'
import { dist, firstAdmin, stand } from './stand.ts'

// What `npm start` runs: everything, with nothing installed but the packages. Stopping it stops everything.
const config = readOrLeave()
const stops: (() => Promise<unknown> | unknown)[] = []
let leaving = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0))
const parent = process.ppid
setInterval(() => process.ppid !== parent && void leave(0), 500).unref()

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  await leave(1)
}

async function run(): Promise<void> {
  const port = makePorts(config.host)
  const building = buildAll((line) => console.log(line))
  const databaseUrl = await database()
  const log = config.databaseUrl ? await makeLog() : makeQuietLog((error, facts) => console.error('fault', facts, error))
  await migrate(databaseUrl)
  await building
  const ports = {
    site: config.databaseUrl ? config.port : await port(config.port),
    kiosk: await port(config.kioskPort),
    printer: await port(config.printerPort),
    paper: await port(config.paperPort),
    mailbox: await port(config.mailboxPort),
    smtp: await port(config.smtpPort),
  }
  const at = (p: number) => `http://localhost:${p}`
  const publicUrl = config.publicUrl ?? at(ports.site)
  const key = keyOf(config.dataFolder, config.key)
  const simulated = !config.empty
  const mailbox = simulated ? await startMailbox({ smtpPort: ports.smtp, httpPort: ports.mailbox, host: config.host }) : null
  if (mailbox) stops.push(mailbox.stop)
  const smtpUrl = config.smtpUrl ?? (mailbox ? `smtp://127.0.0.1:${ports.smtp}` : 'smtp://127.0.0.1:25')
  const passwords = {
    hash: (password: string) => Bun.password.hash(password),
    verify: (password: string, hash: string) => Bun.password.verify(password, hash),
  }
  const stood = await stand({ config, databaseUrl, key, publicUrl, smtpUrl, log, passwords })
  stops.push(stood.stop)
  const { house } = stood
  const site = await makeSite(house, { dist, kioskUrl: simulated ? at(ports.kiosk) : null })
  const addresses = {
    book: `/book/${mainPoint}`,
    display: `/display/?point=${mainPoint}`,
    kiosk: at(ports.kiosk),
    paper: at(ports.paper),
    mailbox: at(ports.mailbox),
  }
  site.get('/', (c) => {
    const given: FrontGiven = {
      language: languageOf(c.req.query('language'), c.req.header('accept-language')),
      time: wallTimeOf(house.clock.now(), mainZone),
      simulated: stood.clock !== null,
      addresses: simulated ? addresses : { ...addresses, book: '/book/', display: '/display/', kiosk: '', paper: null, mailbox: null },
      accounts: [
        { subject: 'clerk', screen: 'counter' },
        { subject: 'manager', screen: 'controlRoom' },
      ],
      password: simulated ? demonstrationPassword : null,
    }
    return c.html(frontPage(given))
  })
  const send = async (request: Request) => site.fetch(request, { address: 'simulated' })
  if (simulated) {
    const halls = await fillHalls({
      stood,
      key,
      newId: () => Bun.randomUUIDv7(),
      send,
      onFault: (error) => console.error('simulated people:', error),
    })
    stops.push(halls.stop)
  }
  const jobs = startJobs(house, stood.mailer)
  stops.push(jobs.stop)
  const server = Bun.serve({
    port: ports.site,
    hostname: config.host,
    idleTimeout: 0,
    fetch: (request, bun) => site.fetch(request, { address: bun.requestIP(request)?.address ?? 'unknown' }),
  })
  stops.push(() => server.stop(true))
  if (simulated) {
    const printer = await startVirtualPrinter({
      host: config.host,
      port: ports.printer,
      httpPort: ports.paper,
      clock: () => house.clock.now(),
    })
    stops.push(() => printer.stop())
    stops.push(
      await startKiosk({
        folder: config.dataFolder,
        key,
        apiUrl: at(ports.site),
        host: config.host,
        port: ports.kiosk,
        printerPort: ports.printer,
        screen: join(dist, 'kiosk'),
        clock: house.clock,
        say: (line) => console.log(line),
      }),
    )
  }
  const password = config.empty
    ? await firstAdmin(house, Bun.randomUUIDv7(), Buffer.from(crypto.getRandomValues(new Uint8Array(12))).toString('base64url'))
    : null
  announce(at(ports.site), addresses, simulated, password)
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

function announce(
  site: string,
  addresses: { kiosk: string; paper: string; mailbox: string },
  simulated: boolean,
  password: string | null,
): void {
  const lines = [
    `Beurt runs at ${site}`,
    '',
    `  book a visit   ${site}/book/`,
    `  display        ${site}/display/`,
    `  counter        ${site}/counter/`,
    `  control room   ${site}/control-room/`,
  ]
  if (simulated)
    lines.push(
      `  kiosk          ${addresses.kiosk}`,
      `  paper          ${addresses.paper}`,
      `  mailbox        ${addresses.mailbox}`,
      '',
      `  sign in as clerk, manager or admin; password ${demonstrationPassword}`,
      '  Demonstration: simulated people, on a clock of its own.',
    )
  if (password) lines.push('', `  first account: admin, password ${password} (said only now)`)
  console.log(lines.join('\n'))
}

/** Stops everything, the last started first. */
async function leave(code: number): Promise<void> {
  if (leaving) return
  leaving = true
  setTimeout(() => process.exit(code), 8000).unref()
  for (const stop of stops.reverse()) {
    try {
      await stop()
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
