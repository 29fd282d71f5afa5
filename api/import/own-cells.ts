import { languages as all } from '../../contract/language.ts'
import { isPointName } from '../../domain/ids.ts'
import { type Cell, textIn } from './cells.ts'
import { idFromName } from './id-from-name.ts'
import { short } from './table.ts'

/** What sort of place it is: a short name such as `general` or `library`. Empty stays empty. */
export function kindIn(cell: string): Cell<string> {
  const kind = cell.trim().toLowerCase()
  if (kind === '' || isPointName(kind)) return { value: kind }
  return { reason: `"${short(cell)}" is no kind of point: a short name such as general, library or van` }
}

/** Languages offered at a place, the first one first: `de, en`. Null where nothing stands there. */
export function languagesIn(cell: string): Cell<string[] | null> {
  const said = cell
    .toLowerCase()
    .split(/[\s,;/+]+/)
    .filter(Boolean)
  const unknown = said.filter((language) => !(all as readonly string[]).includes(language))
  if (unknown.length) return { reason: `"${short(cell)}" has a language that is not spoken here: choose of ${all.join(', ')}` }
  return { value: said.length ? [...new Set(said)] : null }
}

/** Whose place it is, by id or name; from a name an id is made. Null where nothing stands there. */
export function organisationIn(cell: string): Cell<{ id: string; name: string } | null> {
  const text = textIn(cell, 120)
  if (!('value' in text) || text.value === '') return 'value' in text ? { value: null } : text
  if (!/[a-z0-9]/i.test(text.value.normalize('NFKD')))
    return { reason: `"${short(text.value)}" has no letters a to z to make an id from: give a short name such as stad-gent` }
  return { value: { id: isPointName(text.value) ? text.value : idFromName(text.value, new Set()), name: text.value } }
}
