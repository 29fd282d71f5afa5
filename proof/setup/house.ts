import { makeApp } from '../../api/app.ts'
import { makeHandClock } from '../../api/clock.ts'
import { makeQuietLog } from '../../api/log.ts'
import type { Mail } from '../../api/mail/mailer.ts'
import { hashToken, makeToken } from '../../api/secrets.ts'
import { startHouse } from '../../api/start.ts'
import type { Asker } from '../../contract/ask.ts'
import { seedNetwork } from '../../db/seed.ts'
import { signIns } from '../../db/tables/access.ts'
import type { Instant } from '../../domain/time.ts'
import { makeDatabase } from './database.ts'
import { testAt, testIds, testNetwork, testPassword } from './network.ts'

const base = 'http://beurt.test'
const yearMs = 366 * 24 * 3_600_000
const people = ['clerk', 'foreignClerk', 'pointManager', 'networkManager', 'admin'] as const
const passwordHash = Bun.password.hashSync(testPassword, { algorithm: 'argon2id', memoryCost: 8, timeCost: 1 })

/** A fresh id, as an asker mints it: the Idempotency-Key of a write and the id of what it makes. */
export const key = (): string => Bun.randomUUIDv7()

/**
 * A whole house over a database of its own, with the small network of `network.ts`, and askers for everyone who may come. The clock stands
 * still until a test moves it; jobs do not run by themselves. `faults` holds every bug that was logged: a test ends with none.
 */
export async function makeTestHouse(given: { at?: Instant; writesPerMinute?: number; jobs?: boolean } = {}) {
  const at = given.at ?? testAt
  const database = await makeDatabase()
  const clock = makeHandClock(at)
  const faults: { error: unknown; facts: Record<string, unknown> }[] = []
  const mails: Mail[] = []
  const tokens = { kiosk: makeToken(), foreignKiosk: makeToken(), display: makeToken() }
  const cookies = Object.fromEntries(people.map((who) => [who, makeToken()])) as Record<(typeof people)[number], string>
  const hashes = { kiosk: hashToken(tokens.kiosk), foreignKiosk: hashToken(tokens.foreignKiosk), display: hashToken(tokens.display) }
  const { house, stop } = await startHouse({
    databaseUrl: database.url,
    key: 'a key for tests, thirty-two characters or more',
    publicUrl: base,
    writesPerMinute: given.writesPerMinute ?? 1_000_000,
    clock,
    log: makeQuietLog((error, facts) => faults.push({ error, facts })),
    mailer: {
      async send(mail) {
        mails.push(mail)
      },
    },
    hashPassword: (password) => Bun.password.hash(password, { algorithm: 'argon2id', memoryCost: 8, timeCost: 1 }),
    verifyPassword: (password, hash) => Bun.password.verify(password, hash),
    jobs: given.jobs ?? false,
  })
  await seedNetwork(house.connections, testNetwork({ at, passwordHash, tokenHashes: hashes }))
  await house.connections.slow
    .insert(signIns)
    .values(people.map((who) => ({ tokenHash: hashToken(cookies[who]), staffId: testIds[who], startedAt: at, until: at + yearMs })))
  await house.catalogue.load()
  await house.slotIndex.load()
  const app = makeApp(house)
  const asker = (headers: Record<string, string>): Asker => ({ send: async (request) => app.fetch(request), base, headers: () => headers })
  const staff = (who: (typeof people)[number]) => asker({ cookie: `beurt=${cookies[who]}` })
  const device = (who: keyof typeof tokens) => asker({ authorization: `Bearer ${tokens[who]}` })
  return {
    house,
    app,
    clock,
    databaseUrl: database.url,
    mails,
    faults,
    /** Ids of the points: in Lisbon, on the Azores and in São Paulo, where the foreign clerk and kiosk belong. */
    points: { lisboa: 'lisboa', horta: 'horta', saoPaulo: 'sao-paulo' } as const,
    as: {
      anyone: asker({}),
      clerk: staff('clerk'),
      foreignClerk: staff('foreignClerk'),
      pointManager: staff('pointManager'),
      networkManager: staff('networkManager'),
      admin: staff('admin'),
      kiosk: device('kiosk'),
      foreignKiosk: device('foreignKiosk'),
      display: device('display'),
      visitor: (token: string) => asker({ authorization: `Visit ${token}` }),
    },
    async stop(): Promise<void> {
      await stop()
      await database.drop()
    },
  }
}
export type TestHouse = Awaited<ReturnType<typeof makeTestHouse>>
