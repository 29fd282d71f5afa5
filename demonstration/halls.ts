import type { Point } from '../api/catalogue.ts'
import type { House } from '../api/house.ts'
import type { Asker } from '../contract/ask.ts'
import { openSpans } from '../domain/openings.ts'
import { addDays, dayOf, instantOf } from '../domain/time.ts'
import { makeAgenda } from './agenda.ts'
import { deviceNames, makeReports } from './devices.ts'
import type { Hall, Known } from './hall.ts'
import { makeIdle } from './idle.ts'
import { demonstrationSeed, demonstrationTime, mainPoint, mainZone, pointIds } from './network.ts'
import { hashOf, paceOf } from './pace.ts'
import { People, type Wanted } from './people.ts'
import { makeRandom } from './random.ts'
import { tokenOf } from './seeding.ts'
import type { Stood } from './stand.ts'

type Given = {
  stood: Stood
  key: string
  newId: () => string
  send: (request: Request) => Promise<Response>
  onFault: (error: unknown) => void
  /** The real kiosk of the main hall: somebody simulated takes a number there, or it cannot be used now. */
  realKiosk: (wanted: Wanted) => Promise<boolean>
}

const askersAtOnce = 32
const lookMs = 3000
/** A first start takes long enough: one hall in so many. */
const quietBookers = 3
const bookMs = { main: 20_000, quiet: 1500 }

/** Simulated people in every hall: first the morning, as fast as it goes, then on with the running clock. */
export async function fillHalls(given: Given) {
  const { stood, key, send, onFault } = given
  const { house, clock } = stood
  const agenda = makeAgenda(onFault)
  const idle = makeIdle(house, (pointId, afterMs, act) => agenda.lane(pointId).plan(house.clock.now() + afterMs, act))
  const asker = (headers: Record<string, string>): Asker => ({ base: 'http://beurt.internal', send, headers: () => headers })
  const state = { isRunning: false, isLeaping: false }
  const quietIds = stood.network === 'small' ? [] : await simulatedPoints(house)
  const peopleOf = (pointId: string) => {
    const hall = hallOf(house, pointId, key, asker)
    return new People({
      agenda: agenda.lane(pointId),
      idle,
      random: makeRandom(demonstrationSeed ^ hashOf(pointId)),
      now: () => house.clock.now(),
      newId: given.newId,
      hall,
      waitingLimit: hall.counters.length * 2 + 3,
      looksElsewhere: () => state.isRunning && (hall.isMain || house.diversions.from(pointId).length > 0),
      realKiosk: async (wanted) => state.isRunning && !state.isLeaping && pointId === mainPoint && given.realKiosk(wanted),
    })
  }
  const crowd = pointIds.map(peopleOf)
  const quiet = quietIds.map(peopleOf)
  for (const people of [...crowd, ...quiet]) people.begin(!stood.firstStart)
  const today = dayOf(house.clock.now(), mainZone)
  if (stood.firstStart) await bookTheDay(crowd, quiet, today, onFault)
  if (clock && stood.firstStart) await agenda.play(instantOf(today, demonstrationTime, mainZone), clock.set)
  clock?.run()
  state.isRunning = true
  const device = (name: string) => asker({ authorization: `Bearer ${tokenOf(key, name)}` })
  const reports = makeReports(deviceNames(house, [...pointIds, ...quietIds]), device, onFault)
  const running = goOn({ house, agenda, idle, crowd, quiet, onFault, isLeaping: () => state.isLeaping })
  return {
    /** The people of the main hall. */
    main: crowd[pointIds.indexOf(mainPoint)]!,
    /** All that are lived in, the main ones first. */
    points: [...pointIds, ...quietIds].flatMap((id) => house.catalogue.point(id) ?? []),
    /** Everybody goes on at once to a later time. Only on a clock of the demonstration's own. */
    async leap(ms: number): Promise<void> {
      if (!clock || state.isLeaping) return
      state.isLeaping = true
      try {
        await agenda.play(clock.now() + ms, clock.set)
        reports.hurry()
      } finally {
        state.isLeaping = false
      }
    },
    stop(): void {
      reports.stop()
      running.stop()
    },
  }
}

/** What goes on by itself from now on. */
function goOn(given: {
  house: House
  agenda: ReturnType<typeof makeAgenda>
  idle: ReturnType<typeof makeIdle>
  crowd: readonly People[]
  quiet: readonly People[]
  onFault: (error: unknown) => void
  isLeaping: () => boolean
}): { stop(): void } {
  const { house, agenda, idle, onFault } = given
  const random = makeRandom(demonstrationSeed)
  const booking = (list: readonly People[]) => () => {
    if (list.length === 0) return
    const day = addDays(dayOf(house.clock.now(), mainZone), 1 + random.below(14))
    random.pick(list).books(day).catch(onFault)
  }
  const timers = [
    setInterval(() => given.isLeaping() || agenda.runDue(house.clock.now()), 400),
    setInterval(() => void idle.look().catch(onFault), lookMs),
    setInterval(booking(given.crowd), bookMs.main),
    setInterval(booking(given.quiet), bookMs.quiet),
  ]
  return {
    stop() {
      for (const timer of timers) clearInterval(timer)
    },
  }
}

/** What was booked before this morning: much in the main halls, a place in some of the others. */
async function bookTheDay(
  crowd: readonly People[],
  quiet: readonly People[],
  today: string,
  onFault: (error: unknown) => void,
): Promise<void> {
  const random = makeRandom(demonstrationSeed)
  const later = crowd.map(() => Array.from({ length: 8 }, () => 1 + random.below(9)))
  await eachOf([...crowd.entries()], async ([i, people]) => {
    for (const days of [0, 0, 0, 0, 0, 0, ...later[i]!]) await people.books(addDays(today, days)).catch(onFault)
  })
  const some = quiet.filter((_, i) => i % quietBookers === 0)
  await eachOf(some, (people) => people.books(today).catch(onFault))
}

async function eachOf<T>(list: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const left = [...list]
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await act(one)
  }
  await Promise.all(Array.from({ length: Math.min(askersAtOnce, left.length) }, worker))
}

/** Points beside the main ones with simulated people: those of somebody's own have none. */
async function simulatedPoints(house: House): Promise<string[]> {
  const rows = await house.connections.slowSql`
    select distinct r.scope from roles r join staff s on s.id = r.staff_id where s.issuer = 'local' and s.subject like 'simulated-%' order by 1`
  return rows.map((r) => r.scope).filter((id) => !pointIds.includes(id) && house.catalogue.point(id))
}

const knownOf = ({ languages, services }: Point): Known => ({
  languages,
  services: services.map(({ service: { id, baseMinutes }, walkIn, bookable }) => ({ id, baseMinutes, walkIn, bookable })),
})

function hallOf(house: House, pointId: string, key: string, asker: (headers: Record<string, string>) => Asker): Hall {
  const point = house.catalogue.point(pointId)
  if (!point) throw new Error(`the demonstration has no point ${pointId}`)
  const day = dayOf(house.clock.now(), point.zone)
  const spans = openSpans(point.openings, day, point.zone)
  return {
    pointId,
    isMain: pointIds.includes(pointId),
    day,
    spans,
    opensAt: spans[0]?.from ?? house.clock.now(),
    closesAt: spans.at(-1)?.until ?? house.clock.now(),
    ...paceOf(point),
    known: knownOf(point),
    kiosk: asker({ authorization: `Bearer ${tokenOf(key, `simulated-${pointId}`)}` }),
    visitor: asker({}),
    visitorWith: (token) => asker({ authorization: `Visit ${token}` }),
    clerk: (counter) => asker({ cookie: `beurt=${tokenOf(key, `simulated-${pointId}-${counter}`)}` }),
  }
}
