import type { HallChange } from '../../domain/hall.ts'
import { type Authority, makeAuthority } from './authority.ts'
import { makeDisk } from './disk.ts'
import { type Log, makeLog } from './log.ts'
import { type Machine, makeMachine } from './machine.ts'
import { makeNetwork, type Network } from './network.ts'
import { answerQuestion, letClerkWork, letPeopleCome, makeIds } from './people.ts'
import { startAt } from './place.ts'
import { makePrinter } from './printer.ts'
import { makePromises, type Promises } from './promises.ts'
import { makeRandom, type Random } from './random.ts'
import { makeScheduler, type Scheduler } from './scheduler.ts'

/** Bugs that are put in on purpose, to see that a run finds them. */
export type Bug = 'disk-lies' | 'outbox-forgets' | 'series-not-moved'

/** What a run came to. `hash` is of everything that happened: the same seed and steps always give the same. */
export type Outcome = {
  seed: number
  steps: number
  hash: string
  broken: readonly string[]
  tail: readonly string[]
  virtualHours: number
  tickets: number
  emergencies: number
  cuts: number
  powerCuts: number
}

type World = {
  scheduler: Scheduler
  log: Log
  network: Network
  authority: Authority
  promises: Promises
  machines: Machine[]
  counts: Counts
}
type Counts = { powerCuts: number }

const betweenPowerCutsMs = 15 * 60_000
const offMs = 40_000
const healMs = 300_000

/** Lives one day from a seed: so many steps with faults, then everything heals, and then every promise must be kept. */
export async function simulate(given: { seed: number; steps: number; bug?: Bug }): Promise<Outcome> {
  const over = { is: false }
  const world = makeWorld({ ...given, isOver: () => over.is })
  const { scheduler, log, network, authority, promises, machines } = world
  while (scheduler.steps() < given.steps && promises.broken().length === 0) await scheduler.step()
  if (promises.broken().length === 0) {
    over.is = true
    network.heal()
    for (const machine of machines) if (!machine.agent()) void machine.powerOn()
    const until = scheduler.nowMs() + healMs
    while (scheduler.nowMs() < until) await scheduler.step()
    promises.healed(
      authority.hall,
      machines.flatMap((m) => m.owed()),
    )
  }
  const tickets = [...authority.hall.tickets.values()]
  return {
    seed: given.seed,
    steps: scheduler.steps(),
    hash: log.hash(),
    broken: promises.broken(),
    tail: log.lines(),
    virtualHours: scheduler.nowMs() / 3_600_000,
    tickets: tickets.length,
    emergencies: tickets.filter((t) => t.series.startsWith('N')).length,
    cuts: network.cuts(),
    powerCuts: world.counts.powerCuts,
  }
}

function makeWorld({ seed, bug, isOver }: { seed: number; bug?: Bug; isOver: () => boolean }): World {
  const scheduler = makeScheduler()
  const random = makeRandom(seed)
  const log = makeLog(scheduler.nowMs)
  const promises = makePromises((ms) => startAt + ms, log.say)
  const shape = random.fork('shape')
  const [kiosks, counters] = [1 + shape.below(3), 1 + shape.below(4)]
  const now = () => startAt + scheduler.nowMs()
  const authority: Authority = makeAuthority({
    now,
    random: random.fork('authority'),
    counters,
    forgetsSeries: bug === 'series-not-moved',
    applied: (change: HallChange) => promises.applied(authority.hall, change),
  })
  const network = makeNetwork({ scheduler, random: random.fork('network'), log, kiosks: kiosks + 1 })
  const counts = { powerCuts: 0 }
  const mint = makeIds()
  const common = { scheduler, log, network, authority, promises, isOver, mint, bug, counts }
  const machines = Array.from({ length: kiosks }, (_, k) => makeKiosk({ ...common, kiosk: k + 1, random: random.fork(`kiosk ${k + 1}`) }))
  for (let c = 1; c <= counters; c++) letClerkWork({ ...common, random: random.fork(`clerk ${c}`), counterId: c })
  return { scheduler, log, network, authority, promises, machines, counts }
}

type Common = Omit<World, 'machines'> & { isOver: () => boolean; mint: () => string; bug: Bug | undefined; kiosk: number; random: Random }

/** One kiosk with its disk, its printer and the people in front of it; now and then its power goes. */
function makeKiosk(common: Common): Machine {
  const { scheduler, log, promises, kiosk, random, bug, isOver, counts } = common
  const disk = makeDisk({ scheduler, random: random.fork('disk'), lies: bug === 'disk-lies', forgets: bug === 'outbox-forgets' })
  const printer = makePrinter({
    scheduler,
    random: random.fork('printer'),
    log,
    first: ({ label }) => {
      log.say(`kiosk ${kiosk} prints ${label}`)
      promises.printing(kiosk, label, disk.synced())
    },
    out: ({ label }) => {
      log.say(`kiosk ${kiosk} paper ${label}`)
      promises.paper(kiosk, label)
    },
  })
  const onFault = (error: unknown) => promises.fault(String(error))
  const machine = makeMachine({ ...common, random: random.fork('machine'), disk, printer, onFault })
  void machine.powerOn()
  letPeopleCome({ ...common, machine, random: random.fork('people') })
  const power = random.fork('power')
  function planPowerCut(): void {
    scheduler.after(power.around(betweenPowerCutsMs), () => {
      if (isOver()) return
      counts.powerCuts++
      machine.powerOff()
      scheduler.after(power.around(offMs), () => {
        if (!machine.agent()) void machine.powerOn()
        scheduler.after(power.around(10_000), () => answerQuestion({ machine, promises, random: power }))
        planPowerCut()
      })
    })
  }
  planPowerCut()
  return machine
}
