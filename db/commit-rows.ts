import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { appointments, contacts, shiftDays } from './tables/calendar.ts'
import { answers, hallCounters, hallSeries, history, outbox, tickets } from './tables/hall.ts'

export type Row = Record<string, unknown>
type Column = readonly [name: string, type: string]

/** Separators that nobody can type: the contract refuses control characters in every text that comes from a person. */
const [betweenRows, betweenValues, noValue] = ['\u001e', '\u001f', '\u001a']
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the separators
const separators = /[\u001a\u001e\u001f]/g

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const columnsOf = (table: PgTable): Column[] => Object.values(getTableColumns(table)).map((c) => [snake(c.name), c.getSQLType()])
const given = (columns: string): Column[] => columns.split(', ').map((column) => column.split(' ') as [string, string])

const columns = {
  part: given('ord int, point_id text, day date, hall_from bigint, hall_to bigint, hall_state text, cal_from bigint, cal_to bigint'),
  new_tickets: columnsOf(tickets),
  tickets: columnsOf(tickets),
  hall_counters: columnsOf(hallCounters),
  hall_series: columnsOf(hallSeries),
  shift_days: [...columnsOf(shiftDays), ['was', 'int[]']] as Column[],
  dropped: given('point_id text, shift_id uuid, day date'),
  plans: given('point_id text, revision int, next int, openings jsonb, shifts jsonb'),
  appointments: columnsOf(appointments),
  history: columnsOf(history).filter(([name]) => name !== 'seal'),
  answers: columnsOf(answers),
  outbox: columnsOf(outbox),
  contacts: columnsOf(contacts),
}
export type RowSource = keyof typeof columns

/** The names of the columns that a source brings, as they stand in an `insert`. */
export const namesOf = (source: RowSource): string => columns[source].map(([name]) => name).join(', ')

/** The rows of a parameter that `rowsText` wrote, as a typed table in SQL. */
export function rowsFrom(source: RowSource, parameter: string): string {
  const values = columns[source].map(([name, type], i) => `a[${i + 1}]::${type} as ${name}`)
  // Without the offset Postgres would split each line anew for every column.
  const lines = `select string_to_array(l, e'\\x1f', e'\\x1a') as a from string_to_table(${parameter}::text, e'\\x1e') as l offset 0`
  return `(select ${values.join(', ')} from (${lines}) as lines)`
}

type Write = (value: unknown) => string
const writers = new Map<RowSource, readonly (readonly [name: string, write: Write])[]>()

/**
 * Rows as one text: values in the order of the table's columns, without their names, which costs half of what JSON costs on the wire and
 * in Postgres. What a row lacks is null there; a separator inside a text is dropped.
 */
export function rowsText(source: RowSource, rows: readonly Row[]): string {
  let write = writers.get(source)
  if (!write) {
    write = columns[source].map(([name, type]) => [name, writerOf(type)] as const)
    writers.set(source, write)
  }
  const { length } = write
  const values = new Array<string>(length)
  // Joined and not added up: a text that grows piece by piece costs forty times the memory.
  const lines = rows.map((row) => {
    for (let i = 0; i < length; i++) {
      const [name, writeValue] = write[i] as readonly [string, Write]
      const value = row[name]
      values[i] = value === undefined || value === null ? noValue : writeValue(value)
    }
    return values.join(betweenValues)
  })
  return lines.join(betweenRows)
}

function writerOf(type: string): Write {
  if (type === 'jsonb') return (value) => JSON.stringify(value)
  if (type === 'text[]') return (value) => arrayText(value as readonly string[])
  if (type.endsWith('[]')) return (value) => `{${(value as readonly number[]).join()}}`
  if (type === 'text')
    return (value) => ((value as string).search(separators) < 0 ? (value as string) : (value as string).replace(separators, ''))
  return String
}

const arrayText = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(separators, '').replace(/[\\"]/g, '\\$&')}"`).join()}}`
