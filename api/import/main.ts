import { connect } from '../../db/connect.ts'
import { readArguments } from './arguments.ts'
import { readImportConfig } from './config.ts'
import { findDatabase } from './database.ts'
import { makeProgress } from './progress.ts'
import { runImport } from './run.ts'
import { sayOutcome } from './say.ts'
import { timeOf } from './time-of.ts'

// `npm run import -- FILE.csv`: 0 when every row was taken, 1 when some were refused (with --strict then all), 2 when nothing could be done.
try {
  process.exitCode = await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

async function run(): Promise<number> {
  const asked = readArguments(process.argv.slice(2))
  const database = await findDatabase(readImportConfig(), { write: !asked.preview })
  const connections = connect(database.url, 3)
  try {
    console.log(`${asked.preview ? 'Looking at' : 'Importing'} ${asked.file} ${asked.preview ? 'against' : 'into'} ${database.how}.`)
    const at = database.embedded ? await timeOf(connections, Date.now()) : Date.now()
    const progress = asked.progress || process.stdout.isTTY ? makeProgress((line) => console.log(line), Date.now) : undefined
    const outcome = await runImport({ connections, asked, at, newId: () => Bun.randomUUIDv7(), progress })
    for (const line of sayOutcome(outcome)) console.log(line)
    if (outcome.missing.length) return 2
    return outcome.faults.length ? 1 : 0
  } finally {
    await connections.close()
    await database.stop()
  }
}
