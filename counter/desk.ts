import { type Accessor, createContext, createEffect, createMemo, createSignal, onCleanup, useContext } from 'solid-js'
import { type Asker, ask } from '../contract/ask.ts'
import { Problem } from '../contract/problems.ts'
import { counterActs, hallList } from '../contract/tickets.ts'
import { newKey } from '../contract/uuid.ts'
import { watch } from '../contract/watch.ts'
import { createHallClock } from '../ui/hall-clock.ts'
import { createLive } from '../ui/live.ts'
import { type Acting, type ActName, createActing } from './acting.ts'
import { type KeyAct, type Keys, keepKeys, readKeys } from './keys.ts'
import { type Counter, type HallList, type HallTicket, possibleActs } from './possible.ts'

/** A window over the work: a ticket of the list, or something to do. */
export type Opened =
  | { name: 'ticket'; ticketId: string }
  | { name: 'parked' | 'missed' | 'add' | 'transfer' | 'park' | 'keys' | 'more' | 'password' | 'leave' | 'appointments' | 'close' }

export interface Desk extends Acting {
  asker: Asker
  pointId: string
  counterId: number
  list: Accessor<HallList | undefined>
  counter: Accessor<Counter | undefined>
  current: Accessor<HallTicket | undefined>
  /** The present in the hall. */
  now: Accessor<number>
  connected: Accessor<boolean>
  /** On the clock of the hall; undefined while all is well. */
  lostAt: Accessor<number | undefined>
  fault: Accessor<unknown>
  can: (act: ActName) => boolean
  keys: Accessor<Keys>
  setKeys: (keys: Keys) => void
  /** Does what a key, or its button, stands for. */
  press: (what: KeyAct) => void
  /** What was pressed though it cannot be done now. */
  vain: Accessor<KeyAct | undefined>
  opened: Accessor<Opened | undefined>
  open: (what: Opened | undefined) => void
  /** Leaves this counter for the choice of another. */
  elsewhere: () => void
  signedOut: () => void
}

interface DeskOptions {
  asker: Asker
  pointId: string
  counterId: number
  storage: Pick<Storage, 'getItem' | 'setItem'>
  onElsewhere: () => void
  onSignedOut: () => void
}

const shownMs = 1500

/** Everything the parts of the working screen share: the live list, the acts, the keys. */
export function createDesk({ asker, pointId, counterId, storage, onElsewhere, onSignedOut }: DeskOptions): Desk {
  const counterText = String(counterId)
  const live = createLive((signal, onState) => watch(asker, hallList, { point: pointId, counter: counterText }, signal, onState))
  const clock = createHallClock()
  const list = createMemo<HallList | undefined>((shown) => {
    const next = live.value()
    return next && !(shown && next.version < shown.version && next.at < shown.at) ? next : shown
  })
  createEffect(() => {
    const next = live.value()
    if (next) clock.hear(next.at)
  })
  createEffect(() => {
    const fault = live.fault()
    if (fault instanceof Problem && fault.code === 'sign-in-needed') onSignedOut()
  })
  const acting = createActing({
    perform: (act, input, key) => ask(asker, counterActs[act], { ...input, point: pointId, counter: counterText } as never, key),
    shown: makeShown(() => list()?.version),
    makeKey: newKey,
    onSignedOut,
  })
  const counter = createMemo(() => list()?.counters.find(({ id }) => id === counterId))
  const current = () => list()?.current ?? undefined
  const possible = createMemo(() => {
    const known = list()
    return known && live.connected() ? possibleActs(known, counterId) : new Set<ActName>()
  })
  const [keys, setKeys] = createSignal(readKeys(storage))
  const [opened, open] = createSignal<Opened>()
  const [vain, setVain] = createSignal<KeyAct>()
  const can = (act: ActName) => possible().has(act)
  const lostAt = () => {
    const at = live.lostAt()
    return at === undefined ? undefined : clock.now() - (Date.now() - at)
  }
  createEffect(() => {
    list()?.version
    setVain(undefined)
  })
  const press = (what: KeyAct) => {
    const done = acting.busy() !== undefined || pressed({ what, can, current, open, act: acting.act })
    setVain(done ? undefined : what)
  }
  const keep = (next: Keys) => {
    setKeys(next)
    keepKeys(storage, next)
  }
  const { connected, fault } = live
  const desk = {
    asker,
    pointId,
    counterId,
    list,
    counter,
    current,
    now: clock.now,
    connected,
    lostAt,
    fault,
    can,
    keys,
    press,
    vain,
    opened,
  }
  return { ...acting, ...desk, setKeys: keep, open: (what) => void open(what), elsewhere: onElsewhere, signedOut: onSignedOut }
}

interface Pressed extends Pick<Desk, 'can' | 'current' | 'open' | 'act'> {
  what: KeyAct
}

/** False where that cannot be done now. */
function pressed({ what, can, current, open, act }: Pressed): boolean {
  const ticketId = current()?.id
  const shown = ticketId === undefined ? {} : { ticketId }
  const begun: Record<KeyAct, () => boolean> = {
    next: () => (can('finish') ? run(act('finish', { ...shown, andNext: true })) : can('callNext') && run(act('callNext', {}))),
    done: () => can('finish') && run(act('finish', shown)),
    start: () => can('start') && run(act('start', shown)),
    recall: () => can('recall') && run(act('recall', shown)),
    missed: () => can('miss') && run(act('miss', shown)),
    undo: () => can('undo') && run(act('undo', {})),
    transfer: () => can('transfer') && run(open({ name: 'transfer' })),
    park: () => can('park') && run(open({ name: 'park' })),
  }
  return begun[what]()
}

const run = (_: unknown): true => true

/** Resolves once the list shows a version, or after a moment where it does not come. */
function makeShown(version: Accessor<number | undefined>): (wanted: number) => Promise<void> {
  const waiting = new Set<() => void>()
  createEffect(() => {
    version()
    for (const look of [...waiting]) look()
  })
  onCleanup(() => waiting.clear())
  return (wanted) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        waiting.delete(look)
        resolve()
      }
      const look = () => (version() ?? 0) >= wanted && done()
      const timer = setTimeout(done, shownMs)
      waiting.add(look)
      look()
    })
}

export const DeskContext = createContext<Desk>()

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('this part stands outside a desk')
  return desk
}
