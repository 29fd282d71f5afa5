import { Problem } from '../contract/problems.ts'

/** For addresses that are there but not for this method: says which ones are, or that there is no such address. */
export function makeMethods(rows: readonly { method: string; path: string }[]) {
  const known = new Map<string, { pattern: RegExp; methods: Set<string> }>()
  for (const { method, path } of rows) {
    const pattern = new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`)
    const row = known.get(path) ?? { pattern, methods: new Set<string>() }
    row.methods.add(method)
    if (method === 'GET') row.methods.add('HEAD')
    known.set(path, row)
  }
  return (path: string): Problem => {
    const methods = new Set([...known.values()].filter((k) => k.pattern.test(path)).flatMap((k) => [...k.methods]))
    return methods.size ? new Problem('method-not-allowed', { allow: [...methods].sort().join(', ') }) : new Problem('not-found')
  }
}
