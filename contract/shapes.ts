import * as v from 'valibot'
import { isPointName } from '../domain/ids.ts'
import { fromIso, isDay } from '../domain/time.ts'
import { languages } from './language.ts'

/** Text that came from a person: trimmed, NFC, one line, no control characters, no direction overrides, at most `max` characters. */
export const line = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((s) => s.normalize('NFC').trim()),
    v.minLength(1, 'empty'),
    v.maxLength(max, 'too-long'),
    v.check((s) => !/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(s), 'control-characters'),
    v.check((s) => !/\p{M}{9,}/u.test(s), 'too-many-marks'),
    v.check((s) => /[\p{L}\p{N}\p{S}\p{P}]/u.test(s), 'empty'),
  )

/** A UUIDv7 in lower case. */
export const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'uuid'))

/** A short lower-case name: a point or a service. */
export const shortName = v.pipe(v.string(), v.maxLength(64, 'too-long'), v.check(isPointName, 'short-name'))

/** A date at a place. */
export const day = v.pipe(v.string(), v.check(isDay, 'day'))

/** An instant: ISO 8601 with an offset or `Z`; verbs get epoch milliseconds. */
export const instantIn = v.pipe(
  v.string(),
  v.maxLength(40, 'instant'),
  v.check((s) => fromIso(s) !== null, 'instant'),
  v.transform((s) => fromIso(s) as number),
)

/** An instant that goes out: ISO 8601 in UTC. */
export const instantOut = v.string()

/** People who come together. */
export const people = v.pipe(v.number('number'), v.integer('integer'), v.minValue(1, 'too-small'), v.maxValue(99, 'too-large'))

/** A whole number in an address or query. */
export const wholeIn = (min: number, max: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,6}$/, 'integer'), v.transform(Number), v.minValue(min, 'too-small'), v.maxValue(max, 'too-large'))

/** One to eight services. */
export const serviceIds = v.pipe(
  v.array(shortName),
  v.minLength(1, 'empty'),
  v.maxLength(8, 'too-many'),
  v.check((s) => new Set(s).size === s.length, 'twice'),
)

/** Services in a query, with commas between. */
export const serviceIdsIn = v.pipe(
  v.string(),
  v.maxLength(500, 'too-long'),
  v.transform((s) => s.split(',')),
  serviceIds,
)

export const language = v.picklist(languages, 'language')

/** A wait as a range, in whole minutes. */
export const waitRange = v.object({ fromMinutes: v.number(), untilMinutes: v.number() })

/** A word per language. */
export const perLanguage = v.record(v.string(), v.string())
