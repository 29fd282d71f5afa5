import { instantOf, iso } from '../../domain/time.ts'
import { type Load, load, type Wanted } from './http.ts'
import { pgbench, runScripts } from './pgbench.ts'
import { batchScripts, oneBooking, oneTicket } from './statements.ts'
import { clear, clerkToken, dayAhead, days, kioskToken, pointCount, startApi, type World, zone } from './world.ts'

const connections = 256
const seconds = 3
/** A process that serves for weeks has its code compiled. */
const warmUpSeconds = 5

export type Round = { ours: Load; yardstick: number; batches: number | null }

const newId = (): string => {
  const hex = crypto.randomUUID()
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(15)}`
}

const anyPoint = (spread: boolean) => (spread ? 1 + Math.floor(Math.random() * pointCount) : 1)

function aTicket(spread: boolean): Wanted {
  const n = anyPoint(spread)
  return {
    method: 'POST',
    path: `/api/points/p${n}/tickets`,
    headers: { authorization: `Bearer ${kioskToken(n)}`, 'idempotency-key': newId() },
    body: '{"serviceIds":["passport"],"people":1,"language":"nl"}',
  }
}

const starts = Array.from({ length: days - 2 }, (_, d) =>
  ['08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19'].flatMap((h) =>
    [`${h}:00`, `${h}:30`].map((t) => iso(instantOf(dayAhead(d), t, zone))),
  ),
).flat()

/** Every slot of every lane in turn, so that no booking loses: a race for one slot is another proof. */
function makeBookings(spread: boolean): () => Wanted {
  let i = 0
  return () => {
    const n = spread ? 1 + (i % pointCount) : 1
    const slot = starts[Math.floor(spread ? i / pointCount : i) % starts.length]!
    i += 1
    return {
      method: 'POST',
      path: `/api/points/p${n}/desk-appointments`,
      headers: { cookie: `beurt=${clerkToken}`, 'idempotency-key': newId() },
      body: JSON.stringify({
        serviceIds: ['passport'],
        people: 1,
        language: 'nl',
        startsAt: slot,
        channel: 'desk',
        name: 'Amina Haddad',
        email: 'amina@example.org',
      }),
    }
  }
}

async function best(world: World, script: string): Promise<number> {
  let most = 0
  for (const clients of [8, 64]) {
    await clear(world)
    most = Math.max(most, await pgbench(world.url, script, { clients, seconds }))
  }
  return most
}

async function ours(world: World, wanted: () => Wanted): Promise<Load> {
  const { open } = world
  await clear(world)
  const api = await startApi(world)
  try {
    await load({ open, port: api.port, connections, seconds: warmUpSeconds, wanted })
    return await load({ open, port: api.port, connections, seconds, wanted })
  } finally {
    await api.stop()
  }
}

async function ownBatches(world: World, spread: boolean): Promise<number> {
  await clear(world)
  const { scripts, tickets } = batchScripts({ spread, clients: 4, batches: 150, size: 64 })
  return tickets / (await runScripts(world.url, scripts))
}

/** One round of the tickets: ours through HTTP, pgbench with one ticket a transaction, and our own batch statement with nothing in front of it. */
export const ticketRound = async (world: World, spread: boolean): Promise<Round> => ({
  yardstick: await best(world, oneTicket(spread)),
  ours: await ours(world, () => aTicket(spread)),
  batches: await ownBatches(world, spread),
})

/** One round of the bookings. */
export const bookingRound = async (world: World, spread: boolean): Promise<Round> => ({
  yardstick: await best(world, oneBooking(spread, days)),
  ours: await ours(world, makeBookings(spread)),
  batches: null,
})
