import { type Finding, type Node, readSource, type Source } from './source.ts'

const badFile = /^(index|types?|utils?|helpers?|data|info|handlers?|misc|common|shared)$/
const badType = /[A-Za-z](Manager|Helpers?|Utils?|Handler|Info|Data)$/
// A type may describe a service of the hall; a class of that name is always technology.
const badClass = /[A-Za-z]Service$/
// Roles of people, in the words of the hall.
const roles = new Set(['PointManager', 'NetworkManager'])
const badWord = /queue|customer|session|handler|helper|\butils?\b/i
const platform = /^(queueMicrotask|sessionStorage)$/

/** No file or folder has a name that says nothing. */
export function fileNames(sources: Source[]): Finding[] {
  return sources.flatMap(({ path, isCode }) => {
    const bad = path.split('/').find((part) => badFile.test(part.split('.')[0] ?? ''))
    return isCode && bad ? [{ path, line: 1, what: `"${bad}" says nothing about what is in it` }] : []
  })
}

/** A file is named kebab-case.ts, a component PascalCase.tsx. */
export function fileCase(sources: Source[]): Finding[] {
  return sources
    .filter(
      ({ path, isCode }) =>
        isCode && !/(^|\/)([a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|tsx|mjs)|[A-Z][A-Za-z0-9]*(\.test)?\.tsx)$/.test(path),
    )
    .map(({ path }) => ({ path, line: 1, what: 'is not named kebab-case.ts or PascalCase.tsx' }))
}

/** A word of the hall is not used for technology, nor another word for what has one. */
export function words(sources: Source[]): Finding[] {
  return sources.flatMap(({ path, nodes, lineAt }) =>
    nodes.flatMap(({ node }) => {
      const name = declared(node)
      const bad =
        name &&
        (isType(node)
          ? (badType.test(name) && !roles.has(name)) || (isClass(node) && badClass.test(name))
          : badWord.test(name) && !platform.test(name))
      return bad ? [{ path, line: lineAt(node.start), what: `"${name}" is not a word of this house (docs/words.md)` }] : []
    }),
  )
}

const isClass = ({ type }: Node) => /^Class(Declaration|Expression)$/.test(type)
const isType = ({ type }: Node) => /^(Class(Declaration|Expression)|TSTypeAliasDeclaration|TSInterfaceDeclaration)$/.test(type)

function declared(node: Node): string | undefined {
  const named = (
    isType(node) || /^(FunctionDeclaration|VariableDeclarator)$/.test(node.type)
      ? node.id
      : node.type === 'TSPropertySignature'
        ? node.key
        : undefined
  ) as Node | undefined
  return typeof named?.name === 'string' ? named.name : undefined
}

const plant = (path: string, text: string) => [readSource(path, text)]

/** Violations that the rules above must find. */
export const planted = {
  fileNames: [
    plant('api/utils.ts', ''),
    plant('ui/helpers/a.ts', ''),
    plant('domain/types.ts', ''),
    plant('ui/index.tsx', ''),
    plant('api/data.test.ts', ''),
  ],
  fileCase: [plant('api/oneTwo.ts', ''), plant('api/One.ts', ''), plant('ui/one_two.tsx', '')],
  words: [
    plant('api/a.ts', 'class BookingService {}'),
    plant('api/a.ts', 'type HallManager = number'),
    plant('api/a.ts', 'const mailQueue = []'),
    plant('api/a.ts', 'function openSession() {}'),
    plant('api/a.ts', 'type A = { customer: string }'),
  ],
}

/** What the rules above must leave alone. */
export const welcome = {
  fileNames: [plant('domain/service.ts', ''), plant('ui/data-age.ts', '')],
  fileCase: [
    plant('ui/TicketNumber.tsx', ''),
    plant('ui/TicketNumber.test.tsx', ''),
    plant('vitest.config.ts', ''),
    plant('ui/live-signal.tsx', ''),
  ],
  words: [plant('domain/a.ts', 'type PointService = string; const service = 1'), plant('domain/a.ts', 'type PointManager = string')],
}
