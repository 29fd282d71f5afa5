import { type Accessor, createMemo, createResource } from 'solid-js'
import { type Asker, ask } from '../../contract/ask.ts'
import { listPoints } from '../../contract/points.ts'
import { useLanguage } from '../../ui/texts.tsx'
import type { Places } from './person.ts'

/** All points by name. Two with one name are told apart by their id. */
export function createPlaces(asker: Asker): Accessor<Places> {
  const language = useLanguage()
  const [points] = createResource(() => ask(asker, listPoints, {}).then(({ points: all }) => all))
  return createMemo(() => {
    const found = points.state === 'ready' ? points() : []
    const times = new Map<string, number>()
    for (const { name } of found) times.set(name, (times.get(name) ?? 0) + 1)
    const named = found.map(({ id, name }) => ({ id, name: times.get(name) === 1 ? name : `${name} (${id})` }))
    const { compare } = new Intl.Collator(language(), { numeric: true })
    const names = new Map(named.map(({ id, name }) => [id, name]))
    return { all: named.sort((a, b) => compare(a.name, b.name)), name: (id) => names.get(id) ?? id }
  })
}
