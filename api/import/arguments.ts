import type { Openings } from '../../domain/openings.ts'
import { weekFromOsm } from './openings-from-osm.ts'

/** What was asked on the command line. */
export type Asked = { file: string; week: Openings['week'] | undefined; like: string | null; organisation: string | null }

export const usage = 'npm run import -- FILE.csv [--openings "Mo-Fr 09:00-12:30,13:30-16:30"] [--like POINT] [--organisation ID]'

/** Reads the words of the command. Throws one error that names every fault. */
export function readArguments(words: readonly string[]): Asked {
  const faults: string[] = []
  const given: Record<string, string> = {}
  const files: string[] = []
  for (let i = 0; i < words.length; i++) {
    const [, name, joined] = /^--(openings|like|organisation)(?:=(.*))?$/s.exec(words[i]!) ?? []
    if (!name) files.push(words[i]!)
    else if (joined !== undefined) given[name] = joined
    else if (words[i + 1] === undefined) faults.push(`${words[i]} wants a value`)
    else given[name] = words[++i]!
  }
  for (const word of files.filter((f) => f.startsWith('--'))) faults.push(`${word} is not known`)
  const [file, ...more] = files.filter((f) => !f.startsWith('--'))
  if (!file) faults.push('there is no file to import')
  if (more.length) faults.push(`one file at a time: ${more.join(', ')} is one too many`)
  const hours = given.openings === undefined ? null : weekFromOsm(given.openings)
  if (hours && 'reason' in hours) faults.push(`--openings "${given.openings}" ${hours.reason}`)
  if (given.organisation !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(given.organisation))
    faults.push('--organisation wants a short lower-case name, such as gemeente-aalter')
  if (faults.length) throw new Error(`${faults.join('\n')}\n${usage}`)
  return {
    file: file!,
    week: hours && 'week' in hours ? hours.week : undefined,
    like: given.like ?? null,
    organisation: given.organisation ?? null,
  }
}
