import { createHash } from 'node:crypto'

/** What happened in a run, line by line. Its hash says whether two runs were the same. */
export type Log = { say(what: string): void; hash(): string; lines(): readonly string[] }

const keptLines = 200

/** Keeps the last lines for whoever looks for a cause, and the hash of all. */
export function makeLog(nowMs: () => number): Log {
  const hash = createHash('sha256')
  const kept: string[] = []
  return {
    say(what) {
      const line = `${nowMs()} ${what}`
      hash.update(`${line}\n`)
      kept.push(line)
      if (kept.length > keptLines) kept.shift()
    },
    hash: () => hash.copy().digest('hex'),
    lines: () => kept,
  }
}
