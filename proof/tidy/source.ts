import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync } from 'vite'

/** A node of the syntax tree, as the parser gives it. */
export type Node = { type: string; start: number; end: number; [field: string]: unknown }

/** One file as the rules see it. Trees, comments and imports only for TypeScript and JavaScript. */
export type Source = {
  path: string
  text: string
  isCode: boolean
  isTest: boolean
  nodes: { node: Node; above: Node[] }[]
  comments: { text: string; start: number; end: number; isDoc: boolean }[]
  imports: { to: string; line: number }[]
  lineAt: (offset: number) => number
}

/** What a rule found: where, and what is wrong there. */
export type Finding = { path: string; line: number; what: string }

/** Says a finding as an editor understands it. */
export const say = ({ path, line, what }: Finding) => `${path}:${line} ${what}`

const outside = new Set(['node_modules', '.data', '.git', 'dist'])

/** All files of the project, parsed. */
export function readTree(home: string): Source[] {
  return walk(home, '').map((path) => readSource(path, readFileSync(posix.join(home, path), 'utf8')))
}

function walk(home: string, folder: string): string[] {
  return readdirSync(posix.join(home, folder), { withFileTypes: true })
    .filter(({ name }) => !outside.has(name))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name)
      if (entry.isDirectory()) return walk(home, path)
      return /\.(tsx?|mjs|sql|md|json|css|html|sh|toml|csv|svg)$|^(\.ci|docs\/operations)\//.test(path) ? [path] : []
    })
}

/** Makes one file's text ready for the rules. Throws where it does not parse. */
export function readSource(path: string, text: string): Source {
  const isCode = /\.(tsx?|mjs)$/.test(path)
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const lineAt = (offset: number) => starts.findLastIndex((start) => start <= offset) + 1
  const isTest = /\.test(-support)?\.tsx?$/.test(path) || path.startsWith('proof/setup/')
  const plain: Source = { path, text, isCode, isTest, nodes: [], comments: [], imports: [], lineAt }
  if (!isCode) return plain
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const nodes = nodesOf(program as unknown as Node)
  return {
    ...plain,
    nodes,
    comments: comments.map(({ value, start, end, type }) => ({
      text: value,
      start,
      end,
      isDoc: type === 'Block' && value.startsWith('*'),
    })),
    imports: nodes.flatMap(({ node }) => importOf(node)).map(({ to, at }) => ({ to: resolve(path, to), line: lineAt(at) })),
  }
}

function nodesOf(root: Node): { node: Node; above: Node[] }[] {
  const found: { node: Node; above: Node[] }[] = []
  const visit = (value: unknown, above: Node[]) => {
    if (Array.isArray(value)) for (const item of value) visit(item, above)
    else if (isNode(value)) {
      found.push({ node: value, above })
      const below = [...above, value]
      for (const field of Object.values(value)) if (typeof field === 'object') visit(field, below)
    }
  }
  visit(root, [])
  return found
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

function importOf(node: Node): { to: string; at: number }[] {
  const from =
    /^(Import|ExportNamed|ExportAll)Declaration$|^(ImportExpression|TSImportType)$/.test(node.type) && (node.source ?? node.argument)
  const name = from && ((from as Node).value ?? ((from as Node).literal as Node | undefined)?.value)
  return typeof name === 'string' ? [{ to: name, at: node.start }] : []
}

function resolve(path: string, to: string): string {
  return to.startsWith('.') ? posix.join(posix.dirname(path), to.replace(/\?.*$/, '')) : to
}
