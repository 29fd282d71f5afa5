import { type Finding, type Node, readSource, type Source } from './source.ts'

/** Every exported function of domain, contract, printers and db has a docstring. */
export function docstrings(sources: Source[]): Finding[] {
  return sources
    .filter(({ path, isTest }) => /^(domain|contract|printers|db)\//.test(path) && !isTest)
    .flatMap(({ path, text, nodes, comments, lineAt }) =>
      nodes.flatMap(({ node, above }) => {
        if (above.length !== 1 || node.type !== 'ExportNamedDeclaration' || !holdsFunction(node.declaration as Node | null)) return []
        const said = comments.some(({ isDoc, end, start }) => isDoc && start < node.start && text.slice(end, node.start).trim() === '')
        return said ? [] : [{ path, line: lineAt(node.start), what: 'is exported without a docstring' }]
      }),
    )
}

function holdsFunction(declaration: Node | null): boolean {
  if (declaration?.type === 'FunctionDeclaration') return true
  if (declaration?.type !== 'VariableDeclaration') return false
  return (declaration.declarations as Node[]).some(({ init }) => /^(Arrow)?Function(Expression)?/.test((init as Node | null)?.type ?? ''))
}

/** Less than 8 of 100 lines are comments, docstrings apart. */
export function commentShare(sources: Source[]): Finding[] {
  let lines = 0
  let said = 0
  for (const { isCode, text, comments, lineAt } of sources) {
    if (!isCode) continue
    lines += text.split('\n').filter((line) => line.trim() !== '').length
    for (const { isDoc, start, end } of comments) if (!isDoc) said += lineAt(end) - lineAt(start) + 1
  }
  const share = (100 * said) / Math.max(lines, 1)
  return share < 8 ? [] : [{ path: '.', line: 1, what: `${share.toFixed(1)} % of all lines are comments, less than 8 % wanted` }]
}

/** Every path that README and docs name exists. */
export function namedPaths(sources: Source[]): Finding[] {
  const there = new Set(sources.flatMap(({ path }) => path.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'))))
  const rooms = new Set([...there].filter((path) => !path.includes('/')))
  return sources
    .filter(({ path }) => path === 'README.md' || /^docs\/.*\.md$/.test(path))
    .flatMap(({ path, text, lineAt }) =>
      [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?)`|\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)/g)].flatMap(
        ({ index, 1: quoted, 2: linked }) => {
          const named = quoted ?? inFolder(path, linked ?? '')
          const isPath =
            linked !== undefined || /\/$|\.(tsx?|mjs|md|lockb|sql)$/.test(named) || (named.includes('/') && rooms.has(named.split('/')[0]!))
          const exists = there.has(named.replace(/\/$/, '')) || /^(\.data(\/|$)|bun\.lockb$)/.test(named)
          return isPath && !exists ? [{ path, line: lineAt(index), what: `names ${named}, which is not there` }] : []
        },
      ),
    )
}

function inFolder(path: string, to: string): string {
  return new URL(to, `file:///${path}`).pathname.slice(1)
}

/** Every migration has a name of its own, in words that say what it does. */
export function migrations(sources: Source[]): Finding[] {
  return sources
    .filter(({ path }) => /(^|\/)migrations\/[^/]+\.sql$/.test(path) && !/\/\d{4}_[a-z]+(-[a-z0-9]+)*\.sql$/.test(path))
    .map(({ path }) => ({ path, line: 1, what: 'is not named as in 0001_what-it-does.sql' }))
}

// Built from pieces, so that this file does not find itself.
const hosts = [
  ['registry', 'npmjs', 'org'],
  ['registry', 'yarnpkg', 'com'],
  ['npm', 'jsr', 'io'],
].map((parts) => parts.join('.'))

/** No file names a package registry: ours installs from whatever registry is configured. */
export function registries(sources: Source[]): Finding[] {
  return sources.flatMap(({ path, text, lineAt }) =>
    hosts.flatMap((host) => (text.includes(host) ? [{ path, line: lineAt(text.indexOf(host)), what: `names the registry ${host}` }] : [])),
  )
}

const plant = (path: string, text: string) => [readSource(path, text)]

/** Violations that the rules above must find. */
export const planted = {
  docstrings: [
    plant('domain/a.ts', 'export function f() {}'),
    plant('db/a.ts', '// a word\nexport const f = () => 1'),
    plant('printers/a.ts', '/** Of x. */\nconst x = 1\nexport async function f() {}'),
  ],
  commentShare: [plant('api/a.ts', '// one\nconst a = 1\nconst b = 1')],
  namedPaths: [
    plant('README.md', 'See `docs/none.md`.'),
    plant('README.md', 'The room `none/`.'),
    plant('docs/a.md', 'See [that](none.md).'),
    [...plant('README.md', 'In `api/none`.'), ...plant('api/a.ts', '')],
  ],
  migrations: [plant('db/migrations/0003_woozy_hulk.sql', ''), plant('db/migrations/one.sql', '')],
  registries: [plant('README.md', `from ${hosts[0]}`)],
}

/** What the rules above must leave alone. */
export const welcome = {
  docstrings: [
    plant('domain/a.ts', '/** Says one. */\nexport const f = () => 1'),
    plant('api/a.ts', 'export function f() {}'),
    plant('domain/a.ts', 'export const a = 1'),
  ],
  commentShare: [plant('api/a.ts', `/** one */\n// two\n${'const a = 1\n'.repeat(20)}`)],
  namedPaths: [[...plant('docs/a.md', 'See `api/a.ts`, `nl/en` and [b](b.md).'), ...plant('api/a.ts', ''), ...plant('docs/b.md', '')]],
  migrations: [plant('db/migrations/0001_one-hall.sql', '')],
}
