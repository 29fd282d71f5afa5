import type { Answer } from './answer.ts'
import type { Texts } from './texts/nl.ts'

export type Line = Pick<Answer['rows'][number], keyof Answer['sum']>
export type ColumnId = keyof Texts['short']
export type Group = keyof Texts['group']
export type Column = { id: ColumnId; group: Group; of: (line: Line) => number | null }

/** The figures of the table that fit beside each other; the file has them all. */
export const columns: readonly Column[] = [
  { id: 'tickets', group: 'numbers', of: (l) => l.tickets },
  { id: 'before', group: 'numbers', of: (l) => l.before?.tickets ?? null },
  { id: 'walkIn', group: 'channels', of: (l) => l.visits['walk-in'] },
  { id: 'web', group: 'channels', of: (l) => l.visits.web },
  { id: 'phone', group: 'channels', of: (l) => l.visits.phone },
  { id: 'desk', group: 'channels', of: (l) => l.visits.desk },
  { id: 'partner', group: 'channels', of: (l) => l.visits.partner },
  { id: 'missed', group: 'gone', of: (l) => l.missed },
  { id: 'left', group: 'gone', of: (l) => l.left },
  { id: 'median', group: 'waits', of: (l) => l.waits.medianMinutes },
  { id: 'p90', group: 'waits', of: (l) => l.waits.p90Minutes },
  { id: 'over30', group: 'waits', of: (l) => l.waits.over30 },
  { id: 'medianSaid', group: 'said', of: (l) => l.said.medianSaidMinutes },
  { id: 'medianTold', group: 'said', of: (l) => l.said.medianWaitMinutes },
  { id: 'soonest', group: 'free', of: (l) => l.firstFree?.soonestDays ?? null },
  { id: 'full', group: 'free', of: (l) => l.firstFree?.full ?? null },
]

/** Those that say something here: days and weeks have no free times, and long spans nothing beside them. */
export const columnsOf = ({ by, before }: Pick<Answer, 'by' | 'before'>): readonly Column[] =>
  columns.filter(({ id, group }) => (id === 'before' ? before !== null : group !== 'free' || by === 'point' || by === 'service'))

/** Columns that follow one another under one heading. */
export function groupsOf(shown: readonly Column[]): { group: Group; columns: number }[] {
  const groups: { group: Group; columns: number }[] = []
  for (const { group } of shown) {
    const last = groups.at(-1)
    if (last?.group === group) last.columns += 1
    else groups.push({ group, columns: 1 })
  }
  return groups
}

export type Order = { column: string; up: boolean }

/** Rows in an order: by a figure, those without one last; or by name. Time goes on by itself. */
export function ordered<R extends Answer['rows'][number]>(
  rows: readonly R[],
  order: Order,
  nameOf: (row: R) => string,
  locale: string,
): R[] {
  const column = columns.find(({ id }) => id === order.column)
  const way = order.up ? 1 : -1
  const byName = new Intl.Collator(locale, { numeric: true }).compare
  const figures = new Map(rows.map((row) => [row.id, column?.of(row) ?? null]))
  const names = new Map(rows.map((row) => [row.id, nameOf(row)]))
  return [...rows].sort((a, b) => {
    const [x, y] = [figures.get(a.id) ?? null, figures.get(b.id) ?? null]
    if (column && x !== y) return x === null ? 1 : y === null ? -1 : way * (x - y)
    return (column ? 1 : way) * byName(names.get(a.id)!, names.get(b.id)!)
  })
}
