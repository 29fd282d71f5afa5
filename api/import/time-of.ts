import type { Connections } from '../../db/connect.ts'
import type { Instant } from '../../domain/time.ts'

/** What time it is in a network that may keep its own, as the demonstration does: when something last happened there. */
export async function timeOf({ slowSql }: Pick<Connections, 'slowSql'>, real: Instant): Promise<Instant> {
  const [row] = await slowSql`select max(at) as at from history`
  return row?.at ? Date.parse(row.at) : real
}
