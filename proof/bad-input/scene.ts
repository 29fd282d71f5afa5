import { ask } from '../../contract/ask.ts'
import { startDiversion } from '../../contract/network.ts'
import { counterActs, takeTicket } from '../../contract/tickets.ts'
import { bookAtDesk, bookHold, holdSlot } from '../../contract/visits.ts'
import { key, makeTestHouse } from '../setup/house.ts'

/** Nobody may see these anywhere but who booked and who greets. */
export const canaries = { name: 'Kanarie van den Berg', email: 'kanarie@voorbeeld.example', phone: '+31612345678' }

const one = { serviceIds: ['id-card'], people: 1, language: 'nl' as const }

/** A house with something of everything in it, so that a write has something to hit: at Lisbon, and at São Paulo for ids of elsewhere. */
export async function makeScene() {
  const the = await makeTestHouse()
  const { as } = the
  const hall = async (point: 'lisboa' | 'sao-paulo') => {
    const kiosk = point === 'lisboa' ? as.kiosk : as.foreignKiosk
    const clerk = point === 'lisboa' ? as.clerk : as.foreignClerk
    const called = await ask(kiosk, takeTicket, { point, ...one }, key())
    const waiting = await ask(kiosk, takeTicket, { point, ...one }, key())
    await ask(clerk, counterActs.open, { point, counter: '1' }, key())
    await ask(clerk, counterActs.callNext, { point, counter: '1' }, key())
    return { waiting, called }
  }
  const visit = async (point: string, startsAt: string) => {
    const held = await ask(as.anyone, holdSlot, { point, ...one, startsAt }, key())
    const input = { point, appointment: held.appointmentId, ...canaries }
    return ask(as.visitor(held.token), bookHold, input, key())
  }
  const here = await hall('lisboa')
  const elsewhere = await hall('sao-paulo')
  const booked = await visit('lisboa', '2026-03-25T10:00:00Z')
  const foreign = await visit('sao-paulo', '2026-03-25T15:00:00Z')
  const today = await ask(
    as.clerk,
    bookAtDesk,
    { point: 'lisboa', ...one, startsAt: '2026-03-24T14:00:00Z', channel: 'desk' as const, ...canaries },
    key(),
  )
  const held = await ask(as.anyone, holdSlot, { point: 'lisboa', ...one, startsAt: '2026-03-25T11:00:00Z' }, key())
  const diversion = { point: 'lisboa', toPoint: 'horta', until: '2026-03-24T18:00:00Z' }
  const diverted = await ask(as.pointManager, startDiversion, diversion, key())
  // Every hall and calendar is loaded now, since loading writes the row that it locks.
  for (const point of Object.values(the.points)) await the.house.keeper.kept(point)
  return { the, here, elsewhere, booked, foreign, today, held, diverted }
}
export type Scene = Awaited<ReturnType<typeof makeScene>>

/** One figure for everything that is kept, but for the bookkeeping of who is signed in. */
export async function hashOfAll({ the }: Scene): Promise<string> {
  const { sql } = the.house.connections
  const tables =
    await sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'sign_ins' order by 1`
  const parts = tables.map(({ name }) => `(select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "${name}" t)`)
  const [row] = await sql.unsafe(`select md5(concat_ws('/', ${parts.join(', ')})) as hash`)
  return String(row!.hash)
}
