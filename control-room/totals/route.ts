import type { Day } from '../../domain/time.ts'
import { type Period, periods } from './periods.ts'

export const rowsBy = ['point', 'service', 'day', 'week'] as const
export type RowsBy = (typeof rowsBy)[number]

/** What a report is about: it stands in its address, so that it can be kept, sent and gone back to. */
export type Asked = { point?: string; service?: string; by?: RowsBy; period?: Period; from?: Day; until?: Day }

const isOne = <T extends string>(all: readonly T[], text: string | null): text is T => all.includes(text as T)

/** Where a report is, after the address of the control room. */
export function reportHash(asked: Asked = {}): string {
  const query = new URLSearchParams(Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined))
  return query.size ? `#/totals?${query}` : '#/totals'
}

/** The report that an address asks for; what it does not say, or says wrongly, is left out. */
export function reportOf(hash: string): Asked | undefined {
  const [path, query = ''] = hash.split('?', 2)
  if (path !== '#/totals') return undefined
  const said = new URLSearchParams(query)
  const word = (name: string) => said.get(name) || undefined
  const [by, period] = [said.get('by'), said.get('period')]
  return {
    point: word('point'),
    service: word('service'),
    by: isOne(rowsBy, by) ? by : undefined,
    period: isOne(periods, period) ? period : undefined,
    from: word('from'),
    until: word('until'),
  }
}
