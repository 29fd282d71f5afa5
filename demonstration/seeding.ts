import { hashToken } from '../api/secrets.ts'
import type { Connections } from '../db/connect.ts'
import { type Seeded, seedNetwork } from '../db/seed.ts'
import type { Instant } from '../domain/time.ts'
import { demonstrationNetwork, demonstrationPassword, lastPoint, mainPoint, type NetworkSize } from './network.ts'

const yearMs = 365 * 24 * 3_600_000

/** The token of a simulated device or sign-in: made from the deployment's key, so that a second start knows it again. */
export const tokenOf = (key: string, name: string): string => hashToken(`${key} ${name}`)

/** Makes the network of the demonstration with all its simulated people, where it is not there yet; null where it is. */
export async function seedDemonstration(given: {
  connections: Connections
  at: Instant
  /** When its devices were heard last. */
  seenAt: Instant
  size: NetworkSize
  seed?: number
  key: string
  hash: (password: string) => Promise<string>
}): Promise<Seeded | null> {
  const { connections, at, seenAt, size, seed, key } = given
  if (await isThere(connections, size)) return null
  const tokenHash = (device: string) => hashToken(tokenOf(key, device))
  const people = { passwordHash: await given.hash(demonstrationPassword), tokenHash, seenAt }
  const seeded = await seedNetwork(connections, demonstrationNetwork({ at, size, seed, people }))
  await seedSignIns(connections, at, tokenHash)
  await weigh(connections)
  return seeded
}

/** Makes the network without anybody in it: for a database of somebody's own, where nobody should sign in with a password that is written down. */
export async function seedBare(given: { connections: Connections; at: Instant; size: NetworkSize; seed?: number }): Promise<Seeded | null> {
  const { connections, ...of } = given
  if (await isThere(connections, of.size)) return null
  const seeded = await seedNetwork(connections, demonstrationNetwork({ ...of, people: null }))
  await weigh(connections)
  return seeded
}

/** A table that has just been filled is taken for an empty one until somebody counts. Not its lists of services: they take a second. */
const weigh = ({ slowSql: sql }: Connections) =>
  sql`analyze points (id), point_services (point_id), counters (point_id), shift_days (point_id, shift_id, day)`

const isThere = async ({ slowSql: sql }: Connections, size: NetworkSize): Promise<boolean> =>
  (await sql`select 1 from points where id = ${size === 'national' ? lastPoint : mainPoint}`).length > 0

/** Simulated clerks have no keyboard: their sign-ins are there already. */
async function seedSignIns({ slowSql: sql }: Connections, at: Instant, tokenHash: (name: string) => string): Promise<void> {
  const people = await sql`select id, subject from staff where issuer = 'local' and subject like 'simulated-%'`
  const rows = people.map((p) => ({
    token_hash: tokenHash(p.subject),
    staff_id: p.id,
    started_at: new Date(at).toISOString(),
    until_at: new Date(at + yearMs).toISOString(),
  }))
  await sql`
    insert into sign_ins select * from json_populate_recordset(null::sign_ins, ${JSON.stringify(rows)}::text::json) on conflict do nothing`
}
