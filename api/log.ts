import { configure, getConsoleSink, getLogger, jsonLinesFormatter } from '@logtape/logtape'

/** Structured lines without personal data: ids, codes, durations. */
export type Log = {
  /** A bug or an outage: once, with the id of the request. */
  fault(error: unknown, facts: Record<string, unknown>): void
  note(what: string, facts?: Record<string, unknown>): void
}

/** A log that writes JSON lines to standard output. Call once in a process. */
export async function makeLog(): Promise<Log> {
  await configure({
    sinks: { lines: getConsoleSink({ formatter: jsonLinesFormatter }) },
    loggers: [
      { category: 'beurt', lowestLevel: 'info', sinks: ['lines'] },
      { category: ['logtape', 'meta'], lowestLevel: 'error', sinks: ['lines'] },
    ],
    reset: true,
  })
  const logger = getLogger('beurt')
  return {
    fault: (error, facts) => logger.error('fault', { ...facts, ...describe(error) }),
    note: (what, facts = {}) => logger.info(what, facts),
  }
}

/** A log that keeps nothing, or hands faults to a test. */
export const makeQuietLog = (onFault: (error: unknown, facts: Record<string, unknown>) => void = () => {}): Log => ({
  fault: onFault,
  note() {},
})

/** Database errors quote the row they refused (`detail`), which may hold a name: only code, constraint and stack are told. */
function describe(error: unknown): Record<string, unknown> {
  const e = error as { name?: string; message?: string; code?: string; constraint_name?: string; stack?: string; cause?: unknown }
  const fromDatabase = e?.name === 'PostgresError' || e?.name === 'DrizzleQueryError'
  return {
    name: e?.name,
    code: e?.code,
    constraint: e?.constraint_name,
    message: fromDatabase ? undefined : e?.message,
    stack: fromDatabase ? undefined : e?.stack,
    cause: e?.cause ? describe(e.cause) : undefined,
  }
}
