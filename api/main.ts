import { fileURLToPath } from 'node:url'
import { addressOf } from './address.ts'
import { makeClock } from './clock.ts'
import { readConfig } from './config.ts'
import { drain } from './drain.ts'
import { makeLog } from './log.ts'
import { makeMailer } from './mail/mailer.ts'
import { makeSite } from './site.ts'
import { startHouse } from './start.ts'

// One process of the api, over a migrated database and built screens. Run as many as you like on one Postgres.
const config = readOrLeave()
const log = await makeLog()
const { house, stop } = await startHouse({
  databaseUrl: config.databaseUrl,
  key: config.key,
  publicUrl: config.publicUrl,
  writesPerMinute: config.writesPerMinute,
  clock: makeClock(),
  realClock: true,
  log,
  mailer: makeMailer({ url: config.smtpUrl, from: config.mailFrom }),
  hashPassword: (password) => Bun.password.hash(password),
  verifyPassword: (password, hash) => Bun.password.verify(password, hash),
})
house.gazetteer.warm()
const site = await makeSite(house, { dist: fileURLToPath(new URL('../dist', import.meta.url)), kioskPort: null })
site.get('/', (c) => c.redirect('/book/', 302))
const server = Bun.serve({
  port: config.port,
  hostname: config.host,
  idleTimeout: 0,
  fetch: (request, bun) =>
    site.fetch(request, {
      get address() {
        return addressOf(request, bun.requestIP(request)?.address ?? null, config.trustProxy === 1)
      },
    }),
})
log.note('listening', { port: server.port, host: config.host })

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), 10_000).unref()
    void drain(server)
      .then(stop)
      .then(() => process.exit(0))
  })

function readOrLeave() {
  try {
    return readConfig()
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}
