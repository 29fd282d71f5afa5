import type { kioskArrive, kioskTake } from '../../contract/kiosk.ts'
import { Problem } from '../../contract/problems.ts'
import type { InputOf } from '../../contract/route.ts'
import type { PointId, Uuid } from '../../domain/ids.ts'
import type { Core } from './core.ts'
import type { Happening } from './decide.ts'
import { readJournal } from './journal.ts'
import { takeMenu } from './menu.ts'
import type { Menu, Ports } from './ports.ts'
import { emptyMemory, remember } from './records.ts'
import { follow, startRounds } from './rounds.ts'
import type { State } from './state.ts'
import { settle, shownBy, startTurns } from './turns.ts'
import type { Shown, ShownTicket } from './view.ts'

/** What the screen of a kiosk asks of its agent. Numbers are promised: kept with a ticket, or broken with a `Problem`. */
export type Agent = {
  /** Reads what the last run left on disk, and starts the rounds that look after connection, printer and debts. */
  begin(): Promise<void>
  /** Where this kiosk stands, and which it is there: told again when it becomes another. */
  place(pointId: PointId, kiosk: number): Promise<void>
  take(id: Uuid, wanted: InputOf<typeof kioskTake>): Promise<ShownTicket>
  arrive(id: Uuid, wanted: InputOf<typeof kioskArrive>): Promise<ShownTicket>
  printAgain(id: Uuid): Promise<void>
  got(id: Uuid, yes: boolean): Promise<void>
  shown(): Shown
  onChange(listener: (shown: Shown) => void): () => void
  /** The state that decisions stand on, for tests and simulators. */
  state(): State
  stop(): Promise<void>
}

/** Runs one kiosk over its ports. Nothing starts before `begin`. A bug ends up in `onFault` and costs only what it was about. */
export function makeAgent(ports: Ports, onFault: (error: unknown) => void): Agent {
  const core = startTurns(ports, onFault)
  return {
    begin: () => begin(core),
    place: (pointId, kiosk) => place(core, pointId, kiosk),
    take: (id, wanted) => take(core, id, wanted),
    arrive: (id, { code, language }) => whenNumbered(core, { kind: 'arrive', id, code, language }),
    printAgain: (id) => core.happen({ kind: 'print-again', id }),
    got: (id, yes) => core.happen({ kind: 'got', id, yes }),
    shown: () => shownBy(core),
    onChange(listener) {
      core.listeners.add(listener)
      return () => void core.listeners.delete(listener)
    },
    state: () => core.state,
    async stop() {
      core.stop.abort()
      for (const { reject } of core.waiters) reject(new Problem('unavailable'))
      await core.inTurn(async () => {})
    },
  }
}

async function begin(core: Core): Promise<void> {
  const { disk } = core.ports
  const kept = parseKept(await disk.load('menu.json').catch(() => null))
  if (kept) {
    core.menu = kept.menu
    core.state = { ...core.state, zone: kept.menu.point.zone }
  }
  const { entries, torn } = readJournal(await disk.read())
  const before = entries.reduce((last, e) => (e.t === 'intent' ? Math.max(last, e.at) : last), Date.parse(kept?.menu.at ?? '') || 0)
  core.hallClock.restore(kept?.offsetMs ?? 0, before)
  core.state = { ...core.state, memory: remember(emptyMemory, entries) }
  await core.happen({ kind: 'begin', torn })
  startRounds(core, (menu) => takeMenu(core, menu))
}

async function place(core: Core, pointId: PointId, kiosk: number): Promise<void> {
  await core.happen({ kind: 'place', pointId, kiosk })
  if (core.menu?.point.id !== pointId) core.menu = null
  follow(core, (menu) => takeMenu(core, menu))
  core.tell()
}

function parseKept(text: string | null): { menu: Menu; offsetMs: number } | null {
  try {
    const kept = JSON.parse(text ?? 'null')
    return typeof kept?.menu?.point?.zone === 'string' && typeof kept.offsetMs === 'number' ? kept : null
  } catch {
    return null
  }
}

function take(core: Core, id: Uuid, wanted: InputOf<typeof kioskTake>): Promise<ShownTicket> {
  const { serviceIds, people, language, diversionId } = wanted
  const tap = { kind: 'tap', id, serviceIds, people, language } as const
  if (diversionId === undefined) return whenNumbered(core, tap)
  const offer = core.menu?.offers.find((o) => o.diversionId === diversionId)
  if (!offer) return Promise.reject(new Problem('unavailable'))
  return whenNumbered(core, { ...tap, sentTo: { pointId: offer.to.id, diversionId } })
}

/** Kept when there is a number, broken with the reason why there is none. */
function whenNumbered(core: Core, happening: Extract<Happening, { kind: 'tap' | 'arrive' }>): Promise<ShownTicket> {
  if (core.state.place === null || core.menu === null) return Promise.reject(new Problem('unavailable'))
  return new Promise((resolve, reject) => {
    void core.happen(happening).then(() => {
      core.waiters.push({ id: happening.id, resolve, reject })
      settle(core)
    })
  })
}
