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
  size: NetworkSize
  seed?: number
  key: string
  hash: (password: string) => Promise<string>
}): Promise<Seeded | null> {
  const { connections, at, size, seed, key } = given
  const sign = size === 'national' ? lastPoint : mainPoint
  const [there] = await connections.slowSql`select 1 from points where id = ${sign}`
  if (there) return null
  const tokenHash = (device: string) => hashToken(tokenOf(key, device))
  const people = { passwordHash: await given.hash(demonstrationPassword), tokenHash }
  const seeded = await seedNetwork(connections, demonstrationNetwork({ at, size, seed, people }))
  await seedSignIns(connections, at, tokenHash)
  return seeded
}

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
