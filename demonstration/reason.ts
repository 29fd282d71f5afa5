import { databaseError } from '../db/connect.ts'

/** Why something failed, for whoever started it: of a database error its own words, not the statement with all that was in it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const own = databaseError(error) && error.cause instanceof Error ? error.cause : error
  return own.message
}
