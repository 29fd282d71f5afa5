import { parseArgs } from 'node:util'
import { isPointName } from '../../domain/ids.ts'
import { type Hours, hoursFromOsm } from './hours.ts'
import { languagesIn } from './own-cells.ts'

/** What was asked on the command line. */
export type Asked = {
  file: string
  sheet: string | null
  hours: Hours | undefined
  like: string | null
  services: string | null
  counters: number
  languages: string[] | null
  organisation: string | null
  strict: boolean
  preview: boolean
  progress: boolean
}

export const usage = `npm run import -- FILE.csv (or FILE.xlsx)
  --openings "Mo-Fr 09:00-12:30,13:30-16:30"   for places whose row tells no opening hours
  --services FILE.csv (or: standard)           services that new points get; with --counters 4 and --languages de,en
  --like POINT                                 or services, counters and shifts of a point that is set up
  --organisation ID                            whose new points they are
  --sheet NAME                                 a sheet of a workbook; without it the first
  --strict                                     all rows or none
  --preview                                    says what would change, and writes nothing
  --progress                                   says how far it is, also where nobody looks`

const options = {
  openings: { type: 'string' },
  services: { type: 'string' },
  counters: { type: 'string' },
  languages: { type: 'string' },
  like: { type: 'string' },
  organisation: { type: 'string' },
  sheet: { type: 'string' },
  strict: { type: 'boolean' },
  preview: { type: 'boolean' },
  progress: { type: 'boolean' },
} as const
const countersUsual = 2

/** Reads the words of the command. Throws one error that names every fault. */
export function readArguments(words: readonly string[]): Asked {
  const faults: string[] = []
  const { values, positionals } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true })
  const [file, ...more] = positionals
  for (const [name, value] of Object.entries(values)) {
    const type = Object.hasOwn(options, name) ? options[name as keyof typeof options].type : null
    if (type === null) faults.push(`--${name} is not known`)
    else if (type === 'string' && (typeof value !== 'string' || value === '')) faults.push(`--${name} wants a value`)
    else if (type === 'boolean' && value !== true) faults.push(`--${name} takes no value`)
  }
  const text = (name: keyof typeof options): string | null =>
    typeof values[name] === 'string' && values[name] !== '' ? values[name] : null
  if (!file) faults.push('there is no file to import')
  if (more.length) faults.push(`one file at a time: ${more.join(', ')} is one too many`)
  const hours = text('openings') === null ? null : hoursFromOsm(text('openings')!)
  if (hours && 'reason' in hours) faults.push(`--openings "${text('openings')}" ${hours.reason}`)
  const languages = languagesIn(text('languages') ?? '')
  if ('reason' in languages) faults.push(`--languages ${languages.reason}`)
  if (text('organisation') !== null && !isPointName(text('organisation')!))
    faults.push('--organisation wants a short lower-case name, such as gemeente-aalter')
  const counters = Number(text('counters') ?? countersUsual)
  if (!Number.isInteger(counters) || counters < 1 || counters > 99) faults.push(`--counters ${text('counters')} is no number from 1 to 99`)
  if (text('counters') !== null && text('services') === null) faults.push('--counters goes with --services: say which services they give')
  if (text('like') !== null && text('services') !== null) faults.push('--like and --services both say what new points get: choose one')
  if (faults.length) throw new Error(`${faults.join('\n')}\n${usage}`)
  return {
    file: file!,
    sheet: text('sheet'),
    hours: hours && 'hours' in hours ? hours.hours : undefined,
    like: text('like'),
    services: text('services'),
    counters,
    languages: 'value' in languages ? languages.value : null,
    organisation: text('organisation'),
    strict: values.strict === true,
    preview: values.preview === true,
    progress: values.progress === true,
  }
}
