import { makeAlerts } from '../../api/network/alerts.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import { endDiversion, startDiversion } from '../../contract/network.ts'
import { type Instant, iso, minuteMs } from '../../domain/time.ts'
import type { VirtualPrinter } from '../../printers/virtual/virtual-printer.ts'
import type { People, Wanted } from '../people.ts'
import type { Stood } from '../stand.ts'
import { followedOf, type KioskPeople, type Taken } from './at-the-kiosk.ts'
import type { Line } from './line.ts'
import { readCurve } from './read-curve.ts'
import type { Act, StageState } from './routes.ts'

export type Machines = { line: Line; printer: VirtualPrinter; kiosk: KioskPeople }
export type Crowd = { main: People; leap(ms: number): Promise<void> }
type Given = {
  stood: Stood
  /** The main hall, and the one beside it where it is quieter. */
  mainPoint: string
  quieterPoint: string
  manager: Asker
  visitor: Asker
  newId: () => string
  addresses: StageState['addresses']
}

/** Rings the stage, and nothing else. */
const topic = 'stage'
const lastsMs = 60 * minuteMs
const leapMs = 10 * minuteMs
const beforeClosingMs = 45 * minuteMs
/** So many come within a minute, then so many times as many as usual. */
const busy = { times: 1.15, atOnce: 28 }
const minGainMinutes = 5
const mergedShown = 3

/** What goes on behind the stage: the switches of the main hall, and what the stage is told. */
export function makeBackstage(given: Given) {
  const { house, clock } = given.stood
  const alerts = makeAlerts(house)
  let machines: Machines | null = null
  let crowd: Crowd | null = null
  let followed: Taken | null = null
  const oneMore = () => void crowd?.main.oneMore().catch(() => {})
  const ring = () => house.live.ring(topic)

  const switches: Record<Act, (on: boolean) => unknown> = {
    network: (on) => (on ? machines?.line.cut() : machines?.line.mend()),
    paper: (on) => machines?.printer.set(on ? 'paper-out' : 'mend'),
    busy: (on) => (on ? crowd?.main.hurry({ until: house.clock.now() + lastsMs, times: busy.times }, busy.atOnce) : crowd?.main.calm()),
    divert: (on) => (on ? divert(given, iso(house.clock.now() + lastsMs)) : endAll(given)),
    leap: () => crowd?.leap(leapMs),
  }

  return {
    open(there: Machines): void {
      machines = there
      // Whoever looks at the stage sees a paper come out soon.
      void there.kiosk.isReady.then(oneMore)
      ring()
    },
    fill(people: Crowd): void {
      crowd = people
    },
    /** Somebody simulated at the real kiosk. */
    realKiosk: async (wanted: Wanted): Promise<boolean> => (await machines?.kiosk.take(wanted)) ?? false,
    async act(act: Act, on: boolean): Promise<void> {
      await switches[act](on)
      // Somebody comes to see what it does.
      if (on && (act === 'network' || act === 'divert')) oneMore()
      ring()
    },
    follow: (signal: AbortSignal): Response =>
      house.live.stream({ name: topic, topics: [topic, given.mainPoint, given.quieterPoint], read, gapMs: 700, signal }),
    read,
  }

  async function read(): Promise<StageState> {
    const now = house.clock.now()
    const diversion = house.diversions.from(given.mainPoint)[0] ?? null
    const quieter = diversion?.toPointId ?? given.quieterPoint
    const [here, there] = [await readCurve(house, given.visitor, given.mainPoint), await readCurve(house, given.visitor, quieter)]
    const { hall } = await house.keeper.kept(given.mainPoint)
    followed = followedOf(machines?.kiosk.taken() ?? [], followed, (id) => hall.tickets.get(id)?.state)
    const own = machines?.kiosk.ownNumbers() ?? { owed: [], merged: [] }
    return {
      at: iso(now),
      zone: hall.settings.zone,
      addresses: given.addresses,
      cut: machines?.line.isCut() ?? false,
      owed: own.owed,
      merged: own.merged.slice(-mergedShown),
      paperOut: machines?.printer.standing().paper === 'out',
      alerted: (await alerts.read()).get(given.mainPoint)?.some(({ code }) => code === 'paper-out') ?? false,
      busyUntil: isoOf(crowd?.main.hurriedUntil() ?? null),
      diversion: diversion && {
        to: there.curve.point,
        until: iso(diversion.until),
        sent: there.cameFrom(given.mainPoint, diversion.startedAt),
      },
      offered: diversion !== null && here.offers > 0,
      curves: [here.curve, there.curve],
      followed: followed && { label: followed.label, path: followed.path },
      canLeap: clock !== null && (hall.settings.spans.at(-1)?.until ?? 0) - now > beforeClosingMs,
    }
  }
}
export type Backstage = ReturnType<typeof makeBackstage>

const isoOf = (at: Instant | null) => (at === null ? null : iso(at))

/** A manager offers the quieter hall, through the api. */
async function divert({ manager, mainPoint, quieterPoint, newId, stood }: Given, until: string): Promise<void> {
  if (stood.house.diversions.from(mainPoint).length > 0) return
  await ask(manager, startDiversion, { point: mainPoint, toPoint: quieterPoint, until, minGainMinutes }, newId())
}

async function endAll({ manager, mainPoint, stood }: Given): Promise<void> {
  for (const { id } of stood.house.diversions.from(mainPoint)) await ask(manager, endDiversion, { point: mainPoint, diversion: id })
}
