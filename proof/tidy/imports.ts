import { type Finding, readSource, type Source } from './source.ts'

const screens = ['booking-web', 'kiosk', 'display', 'counter', 'control-room']

/** Which rooms a room may import from, besides itself. */
const below: Record<string, string[]> = {
  domain: [],
  contract: ['domain'],
  db: ['domain'],
  ui: ['domain', 'contract'],
  printers: ['domain', 'contract'],
  api: ['domain', 'contract', 'db'],
  'kiosk/agent': ['domain', 'contract', 'printers'],
  ...Object.fromEntries(screens.map((screen) => [screen, ['domain', 'contract', 'ui']])),
}
const above = ['proof', 'demonstration']

/** The room that a path lies in; empty for files beside the rooms. */
export function roomOf(path: string): string {
  if (path.startsWith('kiosk/agent/')) return 'kiosk/agent'
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : ''
}

const isOurs = (to: string) => roomOf(to) in below || above.includes(roomOf(to))

/** An import only ever points down, from floor to floor; a test may also use the test set-up. */
export function arrows(sources: Source[]): Finding[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.path)
    return source.imports.flatMap(({ to, line }) => {
      const target = roomOf(to)
      if (!isOurs(to) || target === room || room === 'proof' || (source.isTest && to.startsWith('proof/setup/'))) return []
      const allowed = above.includes(target) ? false : room in below ? below[room]!.includes(target) : true
      return allowed ? [] : [{ path: source.path, line, what: `${room || 'a file beside the rooms'} may not import ${target} (${to})` }]
    })
  })
}

/** A relative import names its file with the ending. */
export function endings(sources: Source[]): Finding[] {
  return sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ to }) => isOurs(to) && !/\.[a-z0-9]+$/.test(to))
      .map(({ to, line }) => ({ path, line, what: `the import of ${to} lacks its ending` })),
  )
}

/** No file leads back to itself, type imports included. */
export function rings(sources: Source[]): Finding[] {
  const links = new Map(sources.map(({ path, imports }) => [path, imports.map(({ to }) => to)]))
  const done = new Set<string>()
  const found: Finding[] = []
  const visit = (path: string, trail: string[]) => {
    if (trail.includes(path)) {
      const ring = trail.slice(trail.indexOf(path))
      found.push({ path, line: 1, what: `a ring: ${[...ring, path].join(' → ')}` })
      return
    }
    if (done.has(path)) return
    for (const to of links.get(path) ?? []) if (links.has(to)) visit(to, [...trail, path])
    done.add(path)
  }
  for (const { path } of sources) visit(path, [])
  return found
}

/** A file has something of its own: none only passes on what others hold. */
export function barrels(sources: Source[]): Finding[] {
  return sources.flatMap(({ path, nodes }) => {
    const body = nodes.filter(({ above }) => above.length === 1).map(({ node }) => node)
    const passes = body.filter(({ type, source }) => type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && source))
    const star = passes.some(({ type }) => type === 'ExportAllDeclaration')
    return star || (passes.length > 0 && passes.length === body.length) ? [{ path, line: 1, what: 'is a barrel' }] : []
  })
}

const plant = (path: string, text: string) => [readSource(path, text)]

/** Violations that the rules above must find. */
export const planted = {
  arrows: [
    plant('domain/a.ts', `import { b } from '../contract/b.ts'`),
    plant('domain/a.ts', `import type { B } from '../db/b.ts'`),
    plant('contract/a.ts', `export { b } from '../api/b.ts'`),
    plant('db/a.ts', `type B = import('../contract/b.ts').B`),
    plant('api/a.ts', `const b = await import('../printers/b.ts')`),
    plant('kiosk/a.tsx', `import { b } from './agent/b.ts'`),
    plant('kiosk/agent/a.ts', `import { b } from '../../ui/b.ts'`),
    plant('counter/a.tsx', `import { b } from '../display/b.ts'`),
    plant('api/a.ts', `import { b } from '../proof/setup/database.ts'`),
    plant('api/a.test.ts', `import { b } from '../proof/bench/b.ts'`),
    plant('demonstration/a.ts', `import { b } from '../proof/setup/database.ts'`),
  ],
  endings: [plant('domain/a.ts', `import { b } from './b'`)],
  rings: [
    [readSource('domain/a.ts', `import type { B } from './b.ts'`), readSource('domain/b.ts', `export { a } from './a.ts'`)],
    [readSource('ui/a.ts', `import './b.ts'`), readSource('ui/b.ts', `import './c.ts'`), readSource('ui/c.ts', `import './a.ts'`)],
  ],
  barrels: [
    plant('ui/all.ts', `export { a } from './a.ts'\nexport type { B } from './b.ts'`),
    plant('ui/all.ts', `export * from './a.ts'\nexport const x = 1`),
  ],
}
