import { Problem, type ProblemBody, type ProblemCode } from '../../contract/problems.ts'
import { type Core, makeCore, nowOf } from './core.ts'
import { decide, type Happening } from './decide.ts'
import { run } from './effects.ts'
import { linesOf } from './journal.ts'
import type { Ports } from './ports.ts'
import { type Entry, remember } from './records.ts'
import { hasNumber } from './state.ts'
import { shown, shownTicket } from './view.ts'

/** Makes the core of an agent: things happen one after another, and nothing follows from a decision before it is on disk. */
export function startTurns(ports: Ports, onFault: (error: unknown) => void): Core {
  let chain: Promise<void> = Promise.resolve()
  const core: Core = {
    ...makeCore(ports),
    happen: (happening) => core.inTurn(() => turn(core, happening)),
    inTurn(act) {
      // One fault must not stop what comes after it.
      chain = chain.then(() => (core.stop.signal.aborted ? undefined : act())).catch(onFault)
      return chain
    },
    fault: onFault,
    tell() {
      if (core.listeners.size === 0) return
      const value = shownBy(core)
      for (const listener of core.listeners) listener(value)
    },
  }
  return core
}

export const shownBy = (core: Core) => shown({ ...core, now: core.hallClock.now() })

async function turn(core: Core, happening: Happening): Promise<void> {
  const next = decide(core.state, happening, nowOf(core))
  const written = next.entries.length === 0 || (await write(core, next.entries))
  if (written || !needsDisk(happening)) {
    core.state = next.state
    for (const effect of next.effects) void run(core, effect).catch(core.fault)
  } else undone(core, happening, next.entries)
  settle(core)
  core.tell()
}

const write = (core: Core, entries: readonly Entry[]): Promise<boolean> =>
  core.ports.disk.append(linesOf(entries)).then(
    () => true,
    () => false,
  )

/** What gives a number or a paper is not done unless it is written; the rest would only be told or done once more after a restart. */
const needsDisk = ({ kind }: Happening): boolean => ['tap', 'arrive', 'answered', 'print-again', 'got'].includes(kind)

/** A number that may stand in the torn end is never given again. */
function undone(core: Core, happening: Happening, entries: readonly Entry[]): void {
  const burnt = entries.flatMap((e) => (e.t === 'emergency' ? [{ t: 'floor' as const, day: e.day, number: e.number }] : []))
  const asking = new Set([...core.state.asking].filter((id) => !('id' in happening) || id !== happening.id))
  core.state = { ...core.state, asking, memory: remember(core.state.memory, burnt) }
}

/** Tells those who wait for a number that it is there, or why it is not. */
export function settle(core: Core): void {
  const { state, answers, problems } = core
  core.waiters = core.waiters.filter(({ id, resolve, reject }) => {
    const held = state.memory.tickets.get(id)
    if (hasNumber(held)) resolve(shownTicket(state, id, answers.get(id))!)
    else if (held?.given?.kind === 'refused') reject(refusal(problems.get(id), held.given.code as ProblemCode))
    else if (!state.asking.has(id)) reject(new Problem('unavailable'))
    else return true
    return false
  })
}

const refusal = (body: ProblemBody | undefined, code: ProblemCode): Problem =>
  body ? new Problem(body.code, body.details ?? {}, body.fields ?? [], body) : new Problem(code)
