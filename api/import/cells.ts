import tzLookup from '@photostructure/tz-lookup'
import * as v from 'valibot'
import { line } from '../../contract/shapes.ts'
import { fieldSentence } from '../../contract/texts/problems.ts'
import { isZone } from '../../domain/time.ts'
import { short } from './table.ts'

/** What a cell holds, or why it does not do. */
export type Cell<T> = { value: T } | { reason: string }

/** Text of one line; line breaks inside a cell become `joint`. Empty stays empty. */
export function textIn(cell: string, max: number, joint = ' '): Cell<string> {
  const text = cell
    .replace(/\s*[,;]?\s*[\r\n\u2028\u2029]+\s*/g, joint)
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim()
  if (text === '' || text === joint.trim()) return { value: '' }
  if (text.includes('\ufffd')) return { reason: `"${short(text)}" has letters that were lost on the way: save the file as UTF-8` }
  const read = v.safeParse(line(max), text)
  return read.success ? { value: read.output } : { reason: `"${short(text)}" does not do. ${fieldSentence('en', read.issues[0].message)}` }
}

/** Degrees with a decimal point or comma. Null where nothing stands there. */
export function degreesIn(cell: string, name: 'latitude' | 'longitude'): Cell<number | null> {
  const text = cell.replace(/[\s\u00a0°']/g, '').replace('\u2212', '-')
  if (text === '') return { value: null }
  const most = name === 'latitude' ? 90 : 180
  const degrees = /^[+-]?\d{1,3}([.,]\d+)?(e-\d+)?$/i.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (Math.abs(degrees) <= most) return { value: degrees }
  return {
    reason: `"${short(cell)}" is no ${name}: degrees from -${most} to ${most}, such as ${name === 'latitude' ? '38.7223' : '-9.1393'}`,
  }
}

/** Latitude and longitude in one cell: `38.7223, -9.1393`, or with decimal commas `38,7223; -9,1393`. */
export function positionIn(cell: string): Cell<[number, number] | null> {
  const text = cell.trim().replace(/^[([]|[)\]]$/g, '')
  if (text === '') return { value: null }
  const parts = text.split(text.includes(';') ? ';' : /,\s|\s/.test(text) ? /,?\s+/ : ',')
  const [latitude, longitude] = [degreesIn(parts[0] ?? '', 'latitude'), degreesIn(parts[1] ?? '', 'longitude')]
  if (parts.length === 2 && 'value' in latitude && 'value' in longitude && latitude.value !== null && longitude.value !== null)
    return { value: [latitude.value, longitude.value] }
  return { reason: `"${short(cell)}" is no position: latitude and longitude, such as 38.7223, -9.1393` }
}

/** A phone number as it is written; empty stays empty. */
export function phoneIn(cell: string): Cell<string> {
  const text = textIn(cell, 60)
  if (!('value' in text) || text.value === '') return text
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text.value))
    return { reason: `"${text.value}" is a number that a spreadsheet shortened: format the column as text and fill it in again` }
  return /\d.*\d.*\d/.test(text.value) ? text : { reason: `"${short(text.value)}" is no phone number` }
}

const zones = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]))

/** A time zone by its IANA name, in any case. Null where nothing stands there. */
export function zoneIn(cell: string): Cell<string | null> {
  const text = cell.trim().replace(/\s+/g, '_')
  if (text === '') return { value: null }
  const zone = zones.get(text.toLowerCase()) ?? text
  return isZone(zone) ? { value: zone } : { reason: `"${short(cell)}" names no place: give a time zone such as Europe/Lisbon` }
}

/** The time zone that is kept at a position; null at sea, where there is none. */
export function zoneAt(latitude: number, longitude: number): string | null {
  const zone = tzLookup(latitude, longitude)
  return isZone(zone) ? zone : null
}
