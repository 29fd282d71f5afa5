import { makeQuietLog } from '../../api/log.ts'
import { makeSite } from '../../api/site.ts'
import { startHouse } from '../../api/start.ts'
import type { Guards } from '../../db/commit.ts'
import type { Instant } from '../../domain/time.ts'

/** What a proof hands to an api process of its own, as JSON in its first argument. */
export type ApiProcess = {
  databaseUrl: string
  key: string
  port: number
  /** At the wall-clock time `zeroAt` it is `startAt` here: several processes share one clock that way. */
  startAt: Instant
  zeroAt: number
  guards?: Guards
  jobs?: boolean
  /** Where built screens lie. */
  dist?: string
}

// An api process for the proofs: the real thing on a clock that was set, with a line on standard output once it listens.
const given = JSON.parse(process.argv[2] ?? '{}') as ApiProcess
let last = 0
const clock = {
  now() {
    last = Math.max(last, given.startAt + Date.now() - given.zeroAt)
    return last
  },
}
const { house, stop } = await startHouse({
  databaseUrl: given.databaseUrl,
  key: given.key,
  publicUrl: `http://127.0.0.1:${given.port}`,
  writesPerMinute: 1_000_000,
  clock,
  log: makeQuietLog((error, facts) => console.error('fault', facts, error)),
  mailer: { async send() {} },
  hashPassword: (password) => Bun.password.hash(password),
  verifyPassword: (password, hash) => Bun.password.verify(password, hash),
  jobs: given.jobs ?? false,
  guards: given.guards,
})
house.gazetteer.warm()
const site = await makeSite(house, { dist: given.dist ?? '', kioskPort: null })
const server = Bun.serve({
  port: given.port,
  hostname: '127.0.0.1',
  idleTimeout: 0,
  fetch: (request, bun) =>
    site.fetch(request, {
      get address() {
        return bun.requestIP(request)?.address ?? 'unknown'
      },
    }),
})
console.log(`listening ${server.port}`)
process.on('SIGTERM', () => void stop().then(() => process.exit(0)))
// A proof that is killed leaves no process behind.
const parent = process.ppid
setInterval(() => process.ppid !== parent && process.exit(1), 300).unref()
