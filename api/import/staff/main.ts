import { connect } from '../../../db/connect.ts'
import { points } from '../../../db/tables/catalogue.ts'
import { readImportConfig } from '../config.ts'
import { findDatabase } from '../database.ts'
import { readTable } from '../read-table.ts'
import { timeOf } from '../time-of.ts'
import { putStaff } from './put-staff.ts'
import { knowsStaff, parseStaff } from './staff-file.ts'

const usage = 'npm run staff -- FILE.csv (or FILE.xlsx): account, name, role, points, language; all people or none'

// `npm run staff -- FILE.csv`: 0 when everybody has an account, 2 when nothing was done. Passwords are said here, and nowhere else.
try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

async function run(): Promise<void> {
  const [file, ...more] = process.argv.slice(2)
  if (!file || more.length || file.startsWith('-')) throw new Error(`one file of people\n${usage}`)
  const table = await readTable(file, null, knowsStaff)
  const database = await findDatabase(readImportConfig(), { write: true })
  const connections = connect(database.url, 3)
  try {
    const there = new Set((await connections.slow.select({ id: points.id }).from(points)).map(({ id }) => id))
    const { people, faults, missing } = parseStaff(table, there)
    const wrong = [
      ...missing,
      ...faults.map(({ line, column, reason }) => `${table.counts} ${line}${column ? `, ${column}` : ''}: ${reason}`),
    ]
    if (wrong.length) throw new Error(`Nobody was added:\n${wrong.map((each) => `  ${each}`).join('\n')}`)
    const { added, there: known } = await putStaff(connections, {
      people,
      at: database.embedded ? await timeOf(connections, Date.now()) : Date.now(),
      newId: () => Bun.randomUUIDv7(),
      makePassword: () => Buffer.from(crypto.getRandomValues(new Uint8Array(12))).toString('base64url'),
      hash: (password) => Bun.password.hash(password),
    })
    for (const { subject, password } of added) console.log(`${subject}  password ${password}`)
    if (known.length) console.log(`there already, and left as they are: ${known.join(', ')}`)
    console.log(`added ${added.length}, there already ${known.length}${added.length ? '. The passwords are said only now.' : ''}`)
  } finally {
    await connections.close()
    await database.stop()
  }
}
