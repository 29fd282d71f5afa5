import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** True where pgbench is on this machine; it comes with Postgres' own packages, not with ours. */
export const hasPgbench = (): Promise<boolean> =>
  run('pgbench', ['--version']).then(
    () => true,
    () => false,
  )

const parse = (out: string): number => Number(/tps = ([\d.]+)/.exec(out)?.[1] ?? Number.NaN)

/** Transactions a second of one script, prepared, with so many clients. */
export async function pgbench(url: string, script: string, given: { clients: number; seconds: number }): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const file = join(folder, 'script.sql')
    writeFileSync(file, script)
    const { stdout } = await run(
      'pgbench',
      ['-n', '-M', 'prepared', '-c', String(given.clients), '-j', '1', '-T', String(given.seconds), '-f', file, url],
      { maxBuffer: 1 << 24 },
    )
    return parse(stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs scripts side by side, each once through by a client of its own, and gives the seconds from first to last. */
export async function runScripts(url: string, scripts: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const files = scripts.map((script, i) => {
      const file = join(folder, `${i}.sql`)
      writeFileSync(file, script)
      return file
    })
    const began = performance.now()
    await Promise.all(
      files.map((file) => run('psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-o', '/dev/null', '-f', file, url], { maxBuffer: 1 << 24 })),
    )
    return (performance.now() - began) / 1000
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
