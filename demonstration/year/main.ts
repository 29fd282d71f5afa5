import { createInterface } from 'node:readline'
import { makeCatalogue } from '../../api/catalogue.ts'
import { connect } from '../../db/connect.ts'
import type { YearWanted } from './aside.ts'
import { backfillYear } from './backfill.ts'

// Makes up a year of totals for the points that are named on standard input, and leaves when that closes: a batch is written whole or not at all.
const told = createInterface({ input: process.stdin })
let stopped = false
told.once('line', (line) => void run(JSON.parse(line)))
told.once('close', () => {
  stopped = true
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stopped = true
  })

async function run({ databaseUrl, pointIds, untilDay }: YearWanted): Promise<void> {
  try {
    const connections = connect(databaseUrl)
    const catalogue = makeCatalogue(connections.slowSql)
    await catalogue.load()
    await connections.close()
    const points = pointIds.flatMap((id) => catalogue.point(id) ?? [])
    await backfillYear({ databaseUrl, points, untilDay, restTimes: 3, stopped: () => stopped })
    process.exit(0)
  } catch (error) {
    // Who stops the demonstration stops its database too.
    if (!stopped) console.error('the year could not be made up:', error)
    process.exit(stopped ? 0 : 1)
  }
}
