import { type Finding, type Node, readSource, type Source } from './source.ts'

type Seen = { node: Node; above: Node[] }
type Look = (seen: Seen, source: Source) => string | undefined

function look(sources: Source[], applies: (source: Source) => boolean, found: Look): Finding[] {
  return sources
    .filter((source) => source.isCode && applies(source))
    .flatMap((source) =>
      source.nodes.flatMap((seen) => {
        const what = found(seen, source)
        return what ? [{ path: source.path, line: source.lineAt(seen.node.start), what }] : []
      }),
    )
}

/** Only domain/time.ts imports Temporal, and nothing else says its name. */
export function temporal(sources: Source[]): Finding[] {
  return look(
    sources,
    ({ path }) => !/^domain\/time(\.test)?\.ts$/.test(path),
    ({ node, above }) => {
      if (node.type === 'Literal' && /^temporal-polyfill/.test(String(node.value)) && isImport(above))
        return 'imports Temporal; ask domain/time.ts'
      return isReference(node, above, 'Temporal') ? 'uses Temporal; ask domain/time.ts' : undefined
    },
  )
}

/** Only config.ts files read the environment; the start and the test set-up excepted. */
export function environment(sources: Source[]): Finding[] {
  return look(
    sources,
    ({ path }) => path !== 'start.mjs' && !/(^|[/.])config\.ts$/.test(path) && !path.startsWith('proof/setup/'),
    ({ node }) => (/^((process|Bun|import\.meta)\.env)$/.test(dotted(node)) ? 'reads the environment outside a config.ts' : undefined),
  )
}

/** Only main.ts files and the test set-up use Bun itself. */
export function bun(sources: Source[]): Finding[] {
  return look(
    sources,
    ({ path }) => !/(^|\/)main\.ts$/.test(path) && !path.startsWith('proof/setup/'),
    ({ node, above }) => {
      if (node.type === 'Literal' && /^bun(:|$)/.test(String(node.value)) && isImport(above))
        return 'imports from Bun; a main.ts hands it in'
      return isReference(node, above, 'Bun') ? 'uses Bun; a main.ts hands it in' : undefined
    },
  )
}

const impure = ['crypto', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch', 'process', 'console']

/** The domain has no async, no clock, no chance and no world around it. */
export function pure(sources: Source[]): Finding[] {
  return look(
    sources,
    ({ path, isTest }) => path.startsWith('domain/') && !isTest,
    ({ node, above }) => {
      if (node.async === true || /^(AwaitExpression|ForAwaitStatement)$/.test(node.type)) return 'is async in the domain'
      if (/^(Date\.now|Math\.random)$/.test(dotted(node))) return `${dotted(node)} in the domain: hand it in`
      const callee = node.callee as Node | undefined
      if (callee?.name === 'Date' && (node.arguments as Node[]).length === 0) return 'reads the clock in the domain: hand the time in'
      if (node.type === 'Literal' && /^(node|bun):/.test(String(node.value)) && isImport(above))
        return `imports ${node.value} in the domain`
      return impure.find((name) => isReference(node, above, name)) ? `uses ${node.name} in the domain: hand it in` : undefined
    },
  )
}

/** `any` has its reason beside it or on the line above. */
export function reasons(sources: Source[]): Finding[] {
  return look(
    sources,
    () => true,
    ({ node }, { comments, lineAt }) => {
      if (node.type !== 'TSAnyKeyword') return undefined
      const line = lineAt(node.start)
      const explained = comments.some(({ start, end }) => lineAt(start) === line || lineAt(end) === line - 1)
      return explained ? undefined : 'any without a reason'
    },
  )
}

const isImport = (above: Node[]) => /^(Import|Export)(\w*Declaration|Expression)$/.test(above.at(-1)?.type ?? '')

function dotted(node: Node): string {
  if (node.type === 'Identifier') return String(node.name)
  if (node.type === 'MetaProperty') return 'import.meta'
  if (node.type !== 'MemberExpression' || node.computed) return ''
  return `${dotted(node.object as Node)}.${(node.property as Node).name}`
}

function isReference(node: Node, above: Node[], name: string): boolean {
  if (node.type !== 'Identifier' || node.name !== name) return false
  const holder = above.at(-1)
  if (holder?.type === 'MemberExpression') return holder.object === node || holder.computed === true
  if (holder?.type === 'TSQualifiedName') return holder.left === node
  return holder?.key !== node || holder.shorthand === true
}

const plant = (path: string, text: string) => [readSource(path, text)]

/** Violations that the rules above must find. */
export const planted = {
  temporal: [
    plant('api/a.ts', `import { Temporal } from 'temporal-polyfill'`),
    plant('domain/a.ts', 'export const a = Temporal.Now.instant()'),
    plant('ui/a.ts', 'type A = Temporal.Instant'),
  ],
  environment: [
    plant('api/a.ts', 'const port = process.env.PORT'),
    plant('api/main.ts', 'const { PORT } = process.env'),
    plant('ui/a.ts', 'const a = import.meta.env.DEV'),
  ],
  bun: [
    plant('api/a.ts', 'Bun.serve({})'),
    plant('api/a.ts', `import { Database } from 'bun:sqlite'`),
    plant('printers/a.test.ts', 'const { serve } = Bun'),
  ],
  pure: [
    plant('domain/a.ts', 'export async function f() {}'),
    plant('domain/a.ts', 'export const f = async () => 1'),
    plant('domain/a.ts', 'export const f = () => Date.now()'),
    plant('domain/a.ts', 'export const f = () => new Date()'),
    plant('domain/a.ts', 'export const f = (draw = Math.random) => draw()'),
    plant('domain/a.ts', 'export const f = () => crypto.randomUUID()'),
    plant('domain/a.ts', 'export const f = () => setTimeout(f, 1)'),
    plant('domain/a.ts', 'export const f = () => performance.now()'),
    plant('domain/a.ts', `import { readFileSync } from 'node:fs'`),
  ],
  reasons: [plant('api/a.ts', 'const a = 1 as any'), plant('api/a.ts', '// why\nconst b = 1\nfunction f(a: any) {}')],
}

/** What the rules above must leave alone. */
export const welcome = {
  temporal: [plant('domain/time.ts', `import { Temporal } from 'temporal-polyfill'`)],
  environment: [plant('api/config.ts', 'const port = process.env.PORT'), plant('api/a.ts', 'const end = process.exit')],
  bun: [plant('api/main.ts', 'Bun.serve({})')],
  pure: [
    plant('domain/a.ts', 'export const f = (at: number) => new Date(at)'),
    plant('domain/a.ts', 'export const f = (a: { process: number }) => a.process'),
    plant('api/a.ts', 'export const f = () => Date.now()'),
  ],
  reasons: [plant('api/a.ts', '// The library gives no type.\nconst a = 1 as any')],
}
