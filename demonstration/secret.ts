import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeToken } from '../api/secrets.ts'

/** The deployment's key: as given, or made once and kept beside the data, readable by its owner only. */
export function keyOf(folder: string, given: string | null): string {
  if (given) return given
  const path = join(folder, 'key')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  mkdirSync(folder, { recursive: true })
  const key = makeToken()
  writeFileSync(path, `${key}\n`, { mode: 0o600 })
  return key
}
