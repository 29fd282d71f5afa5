import * as v from 'valibot'
import { type AnyRoute, type Asker, ask } from '../contract/ask.ts'
import type { Problem } from '../contract/problems.ts'
import type { InputOf, ResultOf } from '../contract/route.ts'

// biome-ignore lint/suspicious/noExplicitAny: a walk over schemas of every shape
type Any = any

/** The same schema, with every object in it refusing what it does not name. */
export function strictly(schema: Any): Any {
  if (schema.type === 'object') return v.strictObject(Object.fromEntries(Object.entries(schema.entries).map(([k, s]) => [k, strictly(s)])))
  if (schema.type === 'array') return v.array(strictly(schema.item))
  if (schema.type === 'nullable') return v.nullable(strictly(schema.wrapped))
  if (schema.type === 'optional') return v.optional(strictly(schema.wrapped))
  return schema
}

/** Asks, and throws where the answer has a field that the contract does not name, or lacks one that it does. */
export async function askStrictly<T extends AnyRoute>(
  asker: Asker,
  route: T,
  input: InputOf<T>,
  key: string | null = null,
): Promise<ResultOf<T>> {
  const result = await ask(asker, route, input, key)
  v.parse(strictly(route.result), result)
  return result
}

/** The code of the problem that an ask ends in; fails where it does not. */
export async function problemCode(asking: Promise<unknown>): Promise<string> {
  return asking.then(
    (value) => {
      throw new Error(`was not refused: ${JSON.stringify(value)}`)
    },
    (problem: Problem) => problem.code ?? String(problem),
  )
}
