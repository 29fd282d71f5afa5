import type { Sql } from '../../db/connect.ts'

type Line = { point_id: string; act: string; what: { ticketId?: string; counterId?: number; appointmentId?: string; to?: string } }
type Life = { state: string; counter: number | null }

const after: Record<string, { from: readonly string[]; to: string }> = {
  call: { from: ['waiting'], to: 'called' },
  start: { from: ['called'], to: 'serving' },
  finish: { from: ['called', 'serving'], to: 'finished' },
  miss: { from: ['called'], to: 'missed' },
}

/**
 * Tells every hall and calendar again from its history alone, line by line: no ticket at two counters, no counter with two tickets at any
 * moment, and at the end the rows as they are.
 */
export async function livesOf(sql: Sql): Promise<string[]> {
  const lines = await sql<Line[]>`select point_id, act, what from history where stream like 'hall %' order by point_id, version, line`
  const faults: string[] = []
  const lives = new Map<string, Life>()
  const taken = new Map<string, string>()
  for (const line of lines) faults.push(...tell(line, lives, taken))
  const tickets = await sql`select point_id, id, state, counter_id from tickets`
  for (const t of tickets) {
    const name = `${t.point_id} ${t.id}`
    const life = lives.get(name)
    if (life?.state !== t.state || life?.counter !== t.counter_id)
      faults.push(`history tells another end: ${name} is ${t.state}, told ${life?.state}`)
    lives.delete(name)
  }
  for (const name of lives.keys()) faults.push(`history tells of a ticket that is not there: ${name}`)
  return [...faults, ...(await appointmentLives(sql)), ...(await versions(sql))]
}

function tell({ point_id, act, what }: Line, lives: Map<string, Life>, taken: Map<string, string>): string[] {
  const name = `${point_id} ${what.ticketId}`
  const life = lives.get(name)
  if (act === 'take' || act === 'arrive') {
    lives.set(name, { state: 'waiting', counter: null })
    return life ? [`history: taken twice: ${name}`] : []
  }
  const move = after[act]
  if (!move) return []
  const place = `${point_id} ${what.counterId}`
  const faults: string[] = []
  if (!life || !move.from.includes(life.state)) faults.push(`history: ${act} of ${name} while it was ${life?.state}`)
  if (act === 'call') {
    if (taken.has(place)) faults.push(`history: two tickets at ${place}`)
    taken.set(place, name)
  } else if (life && life.counter !== what.counterId) faults.push(`history: ${act} of ${name} at another counter`)
  const ended = move.to === 'finished' || move.to === 'missed'
  if (ended) taken.delete(place)
  lives.set(name, { state: move.to, counter: ended ? null : (what.counterId ?? null) })
  return faults
}

async function appointmentLives(sql: Sql): Promise<string[]> {
  const rows = await sql`
    select a.point_id, a.id, a.state, (select case when h.act = 'arrive' then 'arrived' else h.what->>'to' end from history h
      where h.point_id = a.point_id and h.stream = 'calendar' and h.what->>'appointmentId' = a.id::text order by version desc, line desc limit 1) as told
    from appointments a`
  return rows
    .filter((r) => r.state !== r.told)
    .map((r) => `history tells another end: appointment ${r.point_id} ${r.id} is ${r.state}, told ${r.told}`)
}

/** Versions count the changes: none goes back, and no line stands beyond. */
async function versions(sql: Sql): Promise<string[]> {
  const rows = await sql`
    select x.point_id, x.stream, x.version, max(h.version) as told from (
      select point_id, 'hall ' || day as stream, version from halls union all select point_id, 'calendar', version from calendars) x
    left join history h using (point_id, stream) group by 1, 2, 3 having max(h.version) > x.version`
  return rows.map((r) => `version: ${r.version} of ${r.point_id} ${r.stream} is behind its history, ${r.told}`)
}
