import Papa from 'papaparse'
import type { Language } from '../../contract/language.ts'
import { textIn } from '../../contract/texts/in-language.ts'
import type { TotalsTexts } from '../../contract/texts/nl/totals.ts'
import { totalsTexts } from '../../contract/texts/totals.ts'
import type { Answer } from './read.ts'

type Line = Answer['sum']
type Cell = number | string | null

const columns: readonly (readonly [id: keyof TotalsTexts, of: (line: Line) => Cell])[] = [
  ['tickets', (l) => l.tickets],
  ['web', (l) => l.visits.web],
  ['phone', (l) => l.visits.phone],
  ['desk', (l) => l.visits.desk],
  ['partner', (l) => l.visits.partner],
  ['walkIn', (l) => l.visits['walk-in']],
  ['finished', (l) => l.finished],
  ['missed', (l) => l.missed],
  ['left', (l) => l.left],
  ['sent', (l) => l.sent],
  ['present', (l) => l.present],
  ['called', (l) => l.waits.called],
  ['median', (l) => l.waits.medianMinutes],
  ['p90', (l) => l.waits.p90Minutes],
  ['over30', (l) => l.waits.over30],
  ['told', (l) => l.said.told],
  ['kept', (l) => l.said.kept],
  ['medianSaid', (l) => l.said.medianSaidMinutes],
  ['medianTold', (l) => l.said.medianWaitMinutes],
  ['offers', (l) => l.firstFree?.offers ?? null],
  ['full', (l) => l.firstFree?.full ?? null],
  ['soonest', (l) => l.firstFree?.soonestDays ?? null],
  ['medianFree', (l) => l.firstFree?.medianDays ?? null],
  ['longest', (l) => l.firstFree?.longestDays ?? null],
  ['before', (l) => l.before?.tickets ?? null],
  ['simulated', (l) => Number(l.simulated)],
]

/** What a spreadsheet would take for a formula; the wide signs are taken for the narrow ones in some. */
const formula = /^[\s'"]*[=+\-@\t\r＝＋－＠]/

/**
 * Totals as a file that spreadsheets open by a click: with the mark by which they know UTF-8 and the separator that they expect in that
 * language. A header says the name of a figure and, in brackets, its id, which is the same in every language. The last line is the sum.
 */
export function csvOfTotals(answer: Answer, language: Language): string {
  const t = totalsTexts[language]
  const header = (id: keyof TotalsTexts) => `${t[id]} [${id}]`
  const nameOf = (row: Answer['rows'][number]) => row.name ?? (row.names ? (textIn(row.names, language) ?? row.id) : row.id)
  const fields = [header('id'), header(answer.by), ...columns.map(([id]) => header(id))]
  const rows = answer.rows.map((row) => [row.id, nameOf(row), ...columns.map(([, of]) => of(row))])
  const lines = [...rows, ['sum', t.sum, ...columns.map(([, of]) => of(answer.sum))]]
  const options = { delimiter: language === 'en' ? ',' : ';', newline: '\r\n', escapeFormulae: formula }
  return `\ufeff${Papa.unparse({ fields, data: lines }, options)}\r\n`
}
