import type { Problem, ProblemBody } from '../../contract/problems.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import type { Happening } from './decide.ts'
import { makeHallClock } from './hall-clock.ts'
import type { TicketOut } from './paper.ts'
import type { Menu, Ports } from './ports.ts'
import { firstState, type Now, type State } from './state.ts'
import type { PrinterState, Shown, ShownTicket } from './view.ts'

/** Somebody at the screen who waits for a number. */
export type Waiter = { id: Uuid; resolve(ticket: ShownTicket): void; reject(problem: Problem): void }

/** What one running agent holds. `happen` puts something at the end of what is being decided, and is kept when it is decided and written. */
export type Core = {
  ports: Ports
  hallClock: ReturnType<typeof makeHallClock>
  state: State
  /** What the api said about tickets of this run, which the journal leaves out. */
  answers: Map<Uuid, TicketOut>
  problems: Map<Uuid, ProblemBody>
  menu: Menu | null
  menuKeptMs: number
  heardMs: number
  printer: PrinterState
  waiters: Waiter[]
  listeners: Set<(shown: Shown) => void>
  stop: AbortController
  /** The live menu that is followed, and what ends it. */
  followed: { pointId: PointId; end: AbortController } | null
  happen(happening: Happening): Promise<void>
  /** Runs something between two decisions. */
  inTurn(act: () => Promise<void>): Promise<void>
  /** A bug: told, and it costs only what it was about. */
  fault(error: unknown): void
  tell(): void
}

export const makeCore = (ports: Ports): Omit<Core, 'happen' | 'inTurn' | 'fault' | 'tell'> => ({
  ports,
  hallClock: makeHallClock(ports.clock),
  state: firstState(Math.floor(ports.random() * 2 ** 48).toString(36)),
  answers: new Map(),
  problems: new Map(),
  menu: null,
  menuKeptMs: Number.NEGATIVE_INFINITY,
  heardMs: Number.NEGATIVE_INFINITY,
  printer: 'ok',
  waiters: [],
  listeners: new Set(),
  stop: new AbortController(),
  followed: null,
})

/** The hall's time and the monotonic clock, as decisions want them. */
export const nowOf = ({ hallClock, ports }: Pick<Core, 'hallClock' | 'ports'>): Now => ({
  at: hallClock.now(),
  monoMs: ports.clock.monoMs(),
  ...(hallClock.isLost() ? { lost: true } : {}),
})
