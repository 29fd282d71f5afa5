import { readImportConfig } from '../import/config.ts'
import { findDatabase } from '../import/database.ts'

// `npm run migrate`: brings the database to this version. 0 when it is, 2 when that could not be done.
try {
  const database = await findDatabase(readImportConfig(), { write: true })
  await database.stop()
  console.log(`${database.how} is of this version`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
