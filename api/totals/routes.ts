import { totals, totalsFile } from '../../contract/totals.ts'
import { type Bound, bind } from '../serve.ts'
import { csvOfTotals } from './csv.ts'
import { type Answer, type Asking, mayAsk, readTotals } from './read.ts'

const file = (asked: Asking, answer: Answer) => {
  const language = ('language' in asked.input ? asked.input.language : undefined) ?? asked.language
  const name = [asked.input.point, asked.input.service, answer.by, answer.from, answer.until].filter(Boolean).join('-')
  return { type: 'text/csv', name: `beurt-${name}.csv`, language, text: csvOfTotals(answer, language) }
}

/** What halls came to, for reports. */
export const routes: Bound[] = [
  bind(totals, 'network-manager', readTotals, { beyond: mayAsk, file }),
  bind(totalsFile, 'network-manager', readTotals, { beyond: mayAsk, file, alwaysFile: true }),
]
