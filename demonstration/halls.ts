import type { House } from '../api/house.ts'
import { reportDevice } from '../contract/access.ts'
import { type Asker, ask } from '../contract/ask.ts'
import { openSpans } from '../domain/openings.ts'
import { addDays, dayOf, instantOf, minuteMs } from '../domain/time.ts'
import { makeAgenda } from './agenda.ts'
import type { Hall } from './hall.ts'
import { bustle, demonstrationTime, mainPoint, mainZone, pointIds } from './network.ts'
import { People, type Wanted } from './people.ts'
import { makeRandom } from './random.ts'
import { type Stood, tokenOf } from './stand.ts'

const lowOnPaper = 'lisboa'

/** Simulated people in every hall: first the morning, as fast as it goes, then on with the running clock. */
export async function fillHalls(given: {
  stood: Stood
  key: string
  newId: () => string
  send: (request: Request) => Promise<Response>
  onFault: (error: unknown) => void
  /** The real kiosk of the main hall: somebody simulated takes a number there, or it cannot be used now. */
  realKiosk: (wanted: Wanted) => Promise<boolean>
}) {
  const { stood, key, send } = given
  const { house, clock } = stood
  const random = makeRandom(20261124)
  const agenda = makeAgenda(given.onFault)
  const asker = (headers: Record<string, string>): Asker => ({ base: 'http://beurt.internal', send, headers: () => headers })
  let isRunning = false
  let isLeaping = false
  const crowd = pointIds.map(
    (pointId) =>
      new People({
        agenda,
        random,
        now: () => house.clock.now(),
        newId: given.newId,
        hall: hallOf(house, pointId, key, asker),
        waitingLimit: bustle[pointId]!.counters.length * 2 + 3,
        looksElsewhere: () => isRunning,
        realKiosk: async (wanted) => isRunning && !isLeaping && pointId === mainPoint && given.realKiosk(wanted),
      }),
  )
  for (const people of crowd) await people.begin(!stood.firstStart)
  const today = dayOf(house.clock.now(), mainZone)
  if (stood.firstStart)
    for (const people of crowd)
      for (let i = 0; i < 14; i++) await people.books(i < 6 ? today : addDays(today, 1 + random.below(9))).catch(given.onFault)
  if (clock && stood.firstStart) await agenda.play(instantOf(today, demonstrationTime, mainZone), clock.set)
  clock?.run()
  isRunning = true
  const ticking = setInterval(() => isLeaping || agenda.runDue(house.clock.now()), 400)
  const booking = setInterval(() => {
    const people = random.pick(crowd)
    people.books(addDays(dayOf(house.clock.now(), mainZone), 1 + random.below(9))).catch(given.onFault)
  }, 20_000)
  const device = (name: string) => asker({ authorization: `Bearer ${tokenOf(key, name)}` })
  const report = () => reportDevices(device, given.onFault)
  report()
  const reporting = setInterval(report, 30_000)
  return {
    /** The people of the main hall. */
    main: crowd[pointIds.indexOf(mainPoint)]!,
    /** Everybody goes on at once to a later time. Only on a clock of the demonstration's own. */
    async leap(ms: number): Promise<void> {
      if (!clock || isLeaping) return
      isLeaping = true
      try {
        await agenda.play(clock.now() + ms, clock.set)
        report()
      } finally {
        isLeaping = false
      }
    },
    stop(): void {
      clearInterval(reporting)
      clearInterval(ticking)
      clearInterval(booking)
    },
  }
}

/** Every simulated kiosk and display says that it is well; one kiosk is low on paper. */
function reportDevices(device: (name: string) => Asker, onFault: (error: unknown) => void): void {
  for (const pointId of pointIds) {
    const paper = pointId === lowOnPaper ? 'low' : 'ok'
    ask(device(`simulated-${pointId}`), reportDevice, { paper }).catch(onFault)
    ask(device(`display-${pointId}`), reportDevice, {}).catch(onFault)
  }
}

function hallOf(house: House, pointId: string, key: string, asker: (headers: Record<string, string>) => Asker): Hall {
  const point = house.catalogue.point(pointId)
  if (!point) throw new Error(`the demonstration has no point ${pointId}`)
  const day = dayOf(house.clock.now(), point.zone)
  const spans = openSpans(point.openings, day, point.zone)
  return {
    pointId,
    day,
    opensAt: spans[0]?.from ?? house.clock.now(),
    closesAt: spans.at(-1)?.until ?? house.clock.now() + 60 * minuteMs,
    ...bustle[pointId]!,
    kiosk: asker({ authorization: `Bearer ${tokenOf(key, `simulated-${pointId}`)}` }),
    visitor: asker({}),
    visitorWith: (token) => asker({ authorization: `Visit ${token}` }),
    clerk: (counter) => asker({ cookie: `beurt=${tokenOf(key, `simulated-${pointId}-${counter}`)}` }),
  }
}
