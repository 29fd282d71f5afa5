import type { TotalsTexts } from '../../contract/texts/nl/totals.ts'
import type { Answer } from './answer.ts'

export type Line = Pick<Answer['rows'][number], keyof Answer['sum']>
export type Column = { id: keyof TotalsTexts; of: (line: Line) => number | null; unit?: 'minutes' | 'days' }

/** The figures of the table that fit beside each other; the file has them all. */
export const columns: readonly Column[] = [
  { id: 'tickets', of: (l) => l.tickets },
  { id: 'before', of: (l) => l.before?.tickets ?? null },
  { id: 'walkIn', of: (l) => l.visits['walk-in'] },
  { id: 'web', of: (l) => l.visits.web },
  { id: 'phone', of: (l) => l.visits.phone },
  { id: 'desk', of: (l) => l.visits.desk },
  { id: 'partner', of: (l) => l.visits.partner },
  { id: 'missed', of: (l) => l.missed },
  { id: 'left', of: (l) => l.left },
  { id: 'median', of: (l) => l.waits.medianMinutes },
  { id: 'p90', of: (l) => l.waits.p90Minutes },
  { id: 'over30', of: (l) => l.waits.over30 },
  { id: 'medianSaid', of: (l) => l.said.medianSaidMinutes },
  { id: 'medianTold', of: (l) => l.said.medianWaitMinutes },
  { id: 'soonest', of: (l) => l.firstFree?.soonestDays ?? null },
  { id: 'full', of: (l) => l.firstFree?.full ?? null },
]

/** Those that say something here: days and weeks have no free times, and long spans nothing beside them. */
export const columnsOf = ({ by, before }: Pick<Answer, 'by' | 'before'>): readonly Column[] =>
  columns.filter(({ id }) => (id === 'before' ? before !== null : by === 'point' || by === 'service' || !['soonest', 'full'].includes(id)))

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
