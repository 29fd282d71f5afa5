import type { Outcome } from './run.ts'

const linesMax = 200

/** What a person reads after an import: what was wrong first, the count last. */
export function sayOutcome(outcome: Outcome): string[] {
  const { faults, missing, notes, unfit, created, updated, unchanged } = outcome
  if (missing.length) return ['Nothing was imported:', ...missing.map((sentence) => `  ${sentence}`)]
  const wrong = faults.map(({ line, column, reason }) => `line ${line}${column ? `, ${column}` : ''}: ${reason}`)
  const more = wrong.length > linesMax ? [`… and ${wrong.length - linesMax} more`] : []
  const refused = new Set(faults.map(({ line }) => line)).size
  return [
    ...wrong.slice(0, linesMax),
    ...more,
    ...notes,
    ...unfit.map(
      ({ pointId, references }) => `${pointId}: appointments that no longer fit the opening hours, and stand: ${references.join(', ')}`,
    ),
    `created ${created.length}, updated ${updated.length}, unchanged ${unchanged}, refused ${refused}`,
  ]
}
