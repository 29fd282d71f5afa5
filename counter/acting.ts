import { type Accessor, createSignal } from 'solid-js'
import { Problem, type ProblemCode } from '../contract/problems.ts'
import type { InputOf, ResultOf } from '../contract/route.ts'
import type { counterActs } from '../contract/tickets.ts'

export type ActName = keyof typeof counterActs
/** What an act needs beside the point and the counter. */
export type ActInput<K extends ActName = ActName> = Omit<InputOf<(typeof counterActs)[K]>, 'point' | 'counter'>
export type ActResult = ResultOf<(typeof counterActs)['callNext']>

/** Why an act did not happen. With `again` nobody knows whether it did: it is asked again under the same key. */
export interface Trouble {
  act: ActName
  code: ProblemCode
  details: Record<string, unknown>
  again?: () => Promise<ActResult | undefined>
}

interface ActingOptions {
  perform: (act: ActName, input: ActInput, key: string) => Promise<ActResult>
  /** Resolves once the list on the screen shows that version. */
  shown: (version: number) => Promise<void>
  makeKey: () => string
  onSignedOut: () => void
  now?: () => number
  pause?: (ms: number) => Promise<void>
}

export interface Acting {
  /** The act under way; at most one. */
  busy: Accessor<{ act: ActName; input: ActInput } | undefined>
  trouble: Accessor<Trouble | undefined>
  clear: () => void
  /** Gives nothing where the act did not happen, or another one was under way. */
  act: <K extends ActName>(act: K, input: ActInput<K>, key?: string) => Promise<ActResult | undefined>
}

/** A second press of the same act so soon is a slip of the finger. */
const slipMs = 600
const pauses = [400, 1200]
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Does one act at a time; what nobody answered is asked again under the same key, so that it never happens twice. */
export function createActing({ perform, shown, makeKey, onSignedOut, now = Date.now, pause = sleep }: ActingOptions): Acting {
  const [busy, setBusy] = createSignal<{ act: ActName; input: ActInput }>()
  const [trouble, setTrouble] = createSignal<Trouble>()
  let unknown: { sign: string; key: string } | undefined
  let last: { act: ActName; endedAt: number } | undefined

  const persist = async (act: ActName, input: ActInput, key: string): Promise<ActResult> => {
    for (const wait of pauses) {
      try {
        return await perform(act, input, key)
      } catch (error) {
        if (!isUnknown(error)) throw error
        await pause(wait)
      }
    }
    return perform(act, input, key)
  }

  const act: Acting['act'] = async (name, input, given) => {
    if (busy() || (last?.act === name && now() - last.endedAt < slipMs)) return undefined
    const sign = JSON.stringify([name, input])
    const key = unknown?.sign === sign ? unknown.key : (given ?? makeKey())
    setBusy({ act: name, input })
    setTrouble(undefined)
    try {
      const result = await persist(name, input as ActInput, key)
      unknown = undefined
      await shown(result.version)
      last = { act: name, endedAt: now() }
      return result
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem('unexpected')
      unknown = isUnknown(error) ? { sign, key } : undefined
      if (problem.code === 'sign-in-needed') onSignedOut()
      const again = unknown && (() => act(name, input, key))
      setTrouble({ act: name, code: problem.code, details: problem.details, again })
      return undefined
    } finally {
      setBusy(undefined)
    }
  }
  return { busy, trouble, clear: () => void setTrouble(undefined), act }
}

/** True where it may have happened all the same. */
const isUnknown = (error: unknown): boolean => !(error instanceof Problem) || error.code === 'unavailable' || error.code === 'unexpected'
