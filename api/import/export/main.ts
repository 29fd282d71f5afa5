import { writeFile } from 'node:fs/promises'
import { connect } from '../../../db/connect.ts'
import { readImportConfig } from '../config.ts'
import { findDatabase } from '../database.ts'
import { loadKnown } from '../load-known.ts'
import { csvOfPoints } from './csv-of-points.ts'

const usage = 'npm run export -- FILE.csv (or - for the output)'

// `npm run export -- FILE.csv`: 0 when it was written, 2 when it could not be.
try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

async function run(): Promise<void> {
  const [file, ...more] = process.argv.slice(2)
  if (!file || more.length || (file.startsWith('-') && file !== '-')) throw new Error(`one file to write to\n${usage}`)
  if (/\.xlsx?$/i.test(file)) throw new Error(`${file}: an export is CSV, which every spreadsheet opens: call it .csv`)
  const database = await findDatabase(readImportConfig(), { write: false })
  const connections = connect(database.url, 3)
  try {
    const points = await loadKnown(connections.slow)
    const text = csvOfPoints(points)
    if (file === '-') process.stdout.write(text)
    else {
      await writeFile(file, text).catch((error) => {
        throw new Error(`${file} cannot be written: ${error.code ?? error}`)
      })
      console.log(`${points.length} points are in ${file}, from ${database.how}.`)
    }
  } finally {
    await connections.close()
    await database.stop()
  }
}
