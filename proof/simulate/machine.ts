import { menu as menuRoute } from '../../contract/points.ts'
import type { Uuid } from '../../domain/ids.ts'
import { type Agent, makeAgent } from '../../kiosk/agent/agent.ts'
import type { Answer, Menu, Net, Ports } from '../../kiosk/agent/ports.ts'
import { isOwed } from '../../kiosk/agent/records.ts'
import type { Authority } from './authority.ts'
import type { SimulatedDisk } from './disk.ts'
import type { Log } from './log.ts'
import type { Network } from './network.ts'
import { pointId, startAt } from './place.ts'
import type { SimulatedPrinter } from './printer.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'

/** A kiosk: the real agent over simulated ports, on a machine whose power can go. */
export type Machine = {
  /** The agent that runs; null while the power is off. */
  agent(): Agent | null
  powerOn(): Promise<void>
  powerOff(): void
  owed(): Uuid[]
}

const followEveryMs = 5000

type Given = {
  kiosk: number
  scheduler: Scheduler
  random: Random
  log: Log
  network: Network
  authority: Authority
  disk: SimulatedDisk
  printer: SimulatedPrinter
  onFault: (error: unknown) => void
}

/** Makes a kiosk whose power is off. */
export function makeMachine(given: Given): Machine {
  const { kiosk, random, log, disk } = given
  // Its own clock is wrong by as much as a machine without a network may be, and stays so.
  const wrongMs = random.below(60_000) - 30_000
  let run = 0
  let agent: Agent | null = null
  return {
    agent: () => agent,
    async powerOn() {
      log.say(`kiosk ${kiosk} on`)
      const mine = run
      const one = makeAgent(
        portsOf(given, wrongMs, () => mine === run),
        given.onFault,
      )
      agent = one
      await one.begin()
      await one.place(pointId, kiosk)
    },
    powerOff() {
      log.say(`kiosk ${kiosk} off`)
      run++
      agent = null
      disk.powerCut()
    },
    owed: () => [...(agent?.state().memory.tickets.values() ?? [])].filter(isOwed).map((held) => held.intent.id),
  }
}

/** The world as one run of a machine sees it: once its power has gone, nothing comes back to it. */
function portsOf(given: Given, wrongMs: number, alive: () => boolean): Ports {
  const { scheduler, random, disk, printer } = given
  const beganMs = scheduler.nowMs()
  const never = new Promise<never>(() => {})
  return {
    clock: {
      wall: () => startAt + scheduler.nowMs() + wrongMs,
      monoMs: () => scheduler.nowMs() - beganMs,
      after: (ms, act) => scheduler.after(ms, () => alive() && act()),
    },
    random: random.draw,
    net: netOf(given, alive),
    disk: disk.plugged(),
    printer: {
      status: printer.printer.status,
      print: (...args) => printer.printer.print(...args).then((outcome) => (alive() ? outcome : never)),
    },
  }
}

function netOf({ kiosk, scheduler, log, network, authority }: Given, alive: () => boolean): Net {
  return {
    ask(route, input, { key, signal }) {
      return new Promise((resolve) => {
        const done = (answer: Answer<never>) => alive() && resolve(answer)
        signal.addEventListener('abort', () => done({ kind: 'none', cause: 'nobody waits any more' }), { once: true })
        network.bring(kiosk, () => {
          const answer = authority.answer(kiosk, route, input as Record<string, unknown>, key)
          log.say(`kiosk ${kiosk} asked ${route.path} ${key ?? ''} ${answer.kind}`)
          network.bring(kiosk, () => done(answer as Answer<never>))
        })
      })
    },
    follow(_, signal, onMenu) {
      const again = () => {
        if (!alive() || signal.aborted) return
        const { value } = authority.answer(kiosk, menuRoute, {}, undefined) as { value: Menu }
        network.bring(kiosk, () => alive() && onMenu(value))
        scheduler.after(followEveryMs, again)
      }
      again()
    },
  }
}
