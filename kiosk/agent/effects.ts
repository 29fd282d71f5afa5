import { arriveWithAppointment, handInEmergency, takeTicket } from '../../contract/tickets.ts'
import { type Core, nowOf } from './core.ts'
import { linesOf } from './journal.ts'
import { labelFor, slipOf, type TicketOut } from './paper.ts'
import type { Answer, Clock } from './ports.ts'
import { condensed, emptyMemory, type Intent, remember } from './records.ts'
import { isKept } from './restart.ts'
import type { Effect } from './state.ts'
import { printerStateAfter } from './view.ts'

/** No answer for so long is no answer, where a visitor waits. */
export const askDeadlineMs = 1500
const handInDeadlineMs = 10_000
/** A number at another point cannot be given here instead, and may wait there already: it is asked for again while the visitor bears it. */
const triesMore = 2
const againMs = 300

/** Does what was decided; what comes of it happens in its turn. */
export async function run(core: Core, effect: Effect): Promise<void> {
  if (effect.do === 'ask') return ask(core, effect)
  if (effect.do === 'print') return print(core, effect)
  if (effect.do === 'hand-in') return handIn(core, effect)
  if (effect.do === 'compact') return compact(core)
  const { clock, random } = core.ports
  clock.after(effect.ms * (0.75 + random() / 2), () => void core.happen({ kind: 'hand-in-time' }))
}

/** Asks with a deadline on the agent's own clock; what comes later than that is dropped. */
export function within<T>(clock: Clock, ms: number, asked: (signal: AbortSignal) => Promise<Answer<T>>): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const end = new AbortController()
    const cancel = clock.after(ms, () => {
      resolve({ kind: 'none', cause: 'no answer in time' })
      end.abort()
    })
    const settled = (answer: Answer<T>) => {
      cancel()
      resolve(answer)
    }
    asked(end.signal).then(settled, (cause) => settled({ kind: 'none', cause: String(cause) }))
  })
}

async function ask(core: Core, { intent, code }: Extract<Effect, { do: 'ask' }>): Promise<void> {
  const { id } = intent
  let answer = await askOnce(core, intent, code)
  for (let left = intent.diversionId === null ? 0 : triesMore; left > 0 && answer.kind === 'none'; left--) {
    await new Promise<void>((resolve) => core.ports.clock.after(againMs, resolve))
    answer = await askOnce(core, intent, code)
  }
  // An answer to the same ask of a number of our own would put another hall's words on the screen.
  if (answer.kind === 'good' && core.state.asking.has(id)) core.answers.set(id, answer.value)
  if (answer.kind === 'refused') core.problems.set(id, answer.problem)
  await core.happen({ kind: 'answered', id, answer })
}

function askOnce(core: Core, intent: Intent, code: string | null): Promise<Answer<TicketOut>> {
  const { net, clock } = core.ports
  const { id, pointId: point, language, people, diversionId } = intent
  return within<TicketOut>(clock, askDeadlineMs, (signal) => {
    const given = { key: id, language, signal }
    if (intent.how === 'arrive') return net.ask(arriveWithAppointment, { point, code: code ?? '', language }, given)
    const wanted = { point, serviceIds: [...intent.serviceIds], people, language, ...(diversionId ? { diversionId } : {}) }
    return net.ask(takeTicket, wanted, given)
  })
}

async function print(core: Core, { id, copy, cutFirst }: Extract<Effect, { do: 'print' }>): Promise<void> {
  const held = core.state.memory.tickets.get(id)
  const label = held && labelFor(held)
  if (!held || label == null) return
  const send = async () => {
    const slip = slipOf(held, { label, answer: core.answers.get(id), menu: core.menu, copy })
    return core.ports.printer.print(slip, { cutFirst })
  }
  const outcome = await send().catch((error) => {
    core.fault(error)
    return 'unknown' as const
  })
  core.printer = printerStateAfter(outcome) ?? core.printer
  await core.happen({ kind: 'print-ended', id, outcome })
}

async function handIn(core: Core, { tickets }: Extract<Effect, { do: 'hand-in' }>): Promise<void> {
  const point = core.state.place!.pointId
  const { net, clock } = core.ports
  const answer = await within(clock, handInDeadlineMs, (signal) => net.ask(handInEmergency, { point, tickets }, { signal }))
  const refused = answer.kind === 'good' ? answer.value.tickets.filter((t) => t.code !== null) : []
  for (const { label, code } of refused) core.fault(new Error(`the hall does not take in ${label}: ${code}`))
  await core.happen({ kind: 'handed-in', ids: tickets.map((t) => t.id), answer })
}

/** Writes the journal anew with what is still needed; when that fails the long one simply stays. */
function compact(core: Core): Promise<void> {
  return core.inTurn(async () => {
    const entries = condensed(core.state.memory, isKept(core.state, nowOf(core)))
    await core.ports.disk.replace(linesOf(entries)).catch(() => undefined)
    const memory = remember(emptyMemory, entries)
    core.state = { ...core.state, memory }
    for (const known of [core.answers, core.problems]) for (const id of known.keys()) if (!memory.tickets.has(id)) known.delete(id)
  })
}
