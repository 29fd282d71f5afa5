import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { PointId } from '../../domain/ids.ts'
import type { Day } from '../../domain/time.ts'

/** What the process that makes up a year is told, as a line of JSON on its standard input: an address of a database is nobody else's to see. */
export type YearWanted = { databaseUrl: string; pointIds: readonly PointId[]; untilDay: Day }

const program = fileURLToPath(new URL('./main.ts', import.meta.url))
const afterMs = 10_000

/**
 * Makes up the year where it is not there yet, a while after the start and in a process of its own, whose memory is not kept. It ends with
 * this one, however this one ends: its standard input closes.
 */
export function backfillAside(wanted: YearWanted, onFault: (error: unknown) => void): { stop(): Promise<void> } {
  let end = async (): Promise<void> => {}
  const timer = setTimeout(() => {
    const child = spawn(process.execPath, [program], { stdio: ['pipe', 'inherit', 'inherit'] })
    const ended = new Promise<void>((resolve) => {
      child.once('error', (error) => {
        onFault(error)
        resolve()
      })
      child.once('exit', (code) => {
        if (code !== 0) onFault(new Error(`the year could not be made up: its process ended with ${code}`))
        resolve()
      })
    })
    child.stdin.on('error', () => {})
    child.stdin.write(`${JSON.stringify(wanted)}\n`)
    end = () => {
      child.stdin.end()
      return ended
    }
  }, afterMs)
  return {
    stop() {
      clearTimeout(timer)
      return end()
    },
  }
}
