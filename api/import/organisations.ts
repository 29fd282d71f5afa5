import { languages } from '../../contract/language.ts'
import { organisations } from '../../db/tables/catalogue.ts'
import type { Tx } from '../once.ts'

export type Organisation = { id: string; name: string }

/** Makes the organisations that are not there yet, called by their name. The ids of those that were new. */
export async function putOrganisations(tx: Tx, wanted: readonly Organisation[]): Promise<string[]> {
  if (wanted.length === 0) return []
  const rows = await tx
    .insert(organisations)
    .values(wanted.map(({ id, name }) => ({ id, names: Object.fromEntries(languages.map((language) => [language, name])) })))
    .onConflictDoNothing()
    .returning()
  return rows.map((row) => row.id)
}
