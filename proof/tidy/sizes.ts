import { type Finding, type Node, readSource, type Source } from './source.ts'

const most = { file: 300, test: 500, function: 70, component: 120 }
const apart = /(^|\/)(texts|migrations|seed|clips)\//

/** A file has at most 300 lines, a test 500; texts, seed tables and migrations apart. */
export function files(sources: Source[]): Finding[] {
  return sources.flatMap(({ path, text, isCode, isTest }) => {
    const lines = text.trimEnd().split('\n').length
    const limit = isTest ? most.test : most.file
    return isCode && !apart.test(path) && lines > limit ? [{ path, line: 1, what: `has ${lines} lines, at most ${limit}` }] : []
  })
}

/** A function has at most 70 lines, a component 120. */
export function functions(sources: Source[]): Finding[] {
  return sources.flatMap(({ path, nodes, lineAt }) =>
    nodes.flatMap(({ node, above }) => {
      if (
        apart.test(path) ||
        !/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type) ||
        isGroupOfTests(above)
      )
        return []
      const lines = lineAt(node.end) - lineAt(node.start) + 1
      const name = nameOf(node, above)
      const limit = path.endsWith('.tsx') && /^[A-Z]/.test(name) ? most.component : most.function
      return lines > limit ? [{ path, line: lineAt(node.start), what: `${name || 'a function'} has ${lines} lines, at most ${limit}` }] : []
    }),
  )
}

function nameOf(node: Node, above: Node[]): string {
  const holder = above.at(-1)
  const named = (node.id ?? (holder?.type === 'VariableDeclarator' ? holder.id : undefined)) as Node | undefined
  return typeof named?.name === 'string' ? named.name : ''
}

function isGroupOfTests(above: Node[]): boolean {
  const callee = above.at(-1)?.callee as Node | undefined
  return callee?.name === 'describe' || (callee?.object as Node | undefined)?.name === 'describe'
}

const long = (lines: number) => 'void 0\n'.repeat(lines)

/** Violations that the rules above must find. */
export const planted = {
  files: [[readSource('api/a.ts', long(301))], [readSource('api/a.test.ts', long(501))]],
  functions: [
    [readSource('api/a.ts', `function f() {\n${long(70)}}`)],
    [readSource('api/a.ts', `const f = async () => {\n${long(70)}}`)],
    [readSource('ui/A.tsx', `export function A() {\n${long(120)}}`)],
    [readSource('ui/A.tsx', `export function a() {\n${long(70)}}`)],
    [readSource('api/a.test.ts', `test('a', () => {\n${long(70)}})`)],
  ],
}

/** What the rules above must leave alone. */
export const welcome = {
  files: [[readSource('ui/texts/nl.ts', long(900))], [readSource('api/a.ts', long(300))]],
  functions: [
    [readSource('ui/A.tsx', `export const A = () => {\n${long(100)}}`)],
    [readSource('api/a.test.ts', `describe('a', () => {\n${long(90)}})`)],
  ],
}
