import { hoursAsOsm } from './hours-as-osm.ts'
import type { Step } from './match.ts'
import type { Outcome } from './run.ts'

const linesMax = 200

/** What a person reads after an import: what was wrong first, the count last. */
export function sayOutcome(outcome: Outcome): string[] {
  const { faults, missing, notes, unfit, created, updated, unchanged, counts, steps, held } = outcome
  if (missing.length) return ['Nothing was imported:', ...missing.map((sentence) => `  ${sentence}`)]
  const wrong = faults.map(({ line, column, reason }) => `${counts} ${line}${column ? `, ${column}` : ''}: ${reason}`)
  const more = wrong.length > linesMax ? [`… and ${wrong.length - linesMax} more`] : []
  const refused = new Set(faults.map(({ line }) => line)).size
  const count = `${created.length}, updated ${updated.length}, unchanged ${unchanged}, refused ${refused}`
  return [
    ...(steps ?? []).flatMap((step) => sayStep(step, counts)),
    ...wrong.slice(0, linesMax),
    ...more,
    ...notes,
    ...unfit.map(
      ({ pointId, references }) => `${pointId}: appointments that no longer fit the opening hours, and stand: ${references.join(', ')}`,
    ),
    ...(held ? [`Nothing was written: with --strict one ${counts} that is refused is enough. Correct it, or leave --strict out.`] : []),
    ...(steps && !held ? ['Nothing was written: this was a preview.'] : []),
    steps || held ? `would be: created ${count}` : `created ${count}`,
  ]
}

/** One point of a preview, changed fields one by one; nothing of what stays as it is. */
function sayStep(step: Step, counts: Outcome['counts']): string[] {
  if (step.kind === 'unchanged') return []
  if (step.kind === 'create')
    return [`${counts} ${step.line}: would create ${step.id}: ${shown(step.point.name)}, ${hoursSaid(step.point.openings)}`]
  const fields = Object.entries(step.changes).map(([field, after]) => {
    const before = step.known[field as keyof typeof step.known]
    return `${labels[field] ?? field} ${shown(before)} → ${shown(after)}`
  })
  const likewise = step.takesLike ? ['services, counters and shifts: none → as asked'] : []
  return [...fields, ...likewise].map((what) => `${counts} ${step.line}: would change ${step.id}: ${what}`)
}

const labels: Record<string, string> = {
  externalId: 'external id',
  organisationId: 'organisation',
  postalCode: 'postal code',
  openings: 'opening hours',
}

const hoursSaid = (openings: Parameters<typeof hoursAsOsm>[0]): string => hoursAsOsm(openings) || 'no openings known'

function shown(value: unknown): string {
  if (value === null || value === '' || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.join(' ')
  if (typeof value === 'object') return hoursSaid(value as Parameters<typeof hoursAsOsm>[0])
  return typeof value === 'number' ? String(value) : `"${value}"`
}
