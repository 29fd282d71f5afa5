import type * as v from 'valibot'
import type { FieldProblem } from './problems.ts'

const fieldsMax = 20

/**
 * What a parse of a part of a request (`path`, `query`, `body`) found wrong, by field: `body.people`, `too-large`. The first fault of each field
 * is what has to be mended first, and a list of a hundred is not read by anybody: at most twenty.
 */
export function faultyFields(part: string, issues: readonly v.BaseIssue<unknown>[]): FieldProblem[] {
  const fields = issues.map((issue) => fieldOf(part, issue))
  return fields.filter((f, i) => fields.findIndex((g) => g.field === f.field) === i).slice(0, fieldsMax)
}

function fieldOf(part: string, issue: v.BaseIssue<unknown>): FieldProblem {
  const path = issue.path?.map((p) => String(p.key)).join('.')
  return { field: path === undefined ? part : `${part}.${path}`, code: codeOf(issue), sentence: '' }
}

function codeOf(issue: v.BaseIssue<unknown>): string {
  if (/^[a-z-]+$/.test(issue.message)) return issue.message
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'unknown-field'
  if (issue.type.endsWith('object') && issue.expected?.startsWith('"')) return 'missing'
  return ['picklist', 'literal', 'union'].includes(issue.type) && isWord(issue.input) ? 'choice' : 'wrong-type'
}

const isWord = (input: unknown): boolean => typeof input === 'string' || typeof input === 'number'
