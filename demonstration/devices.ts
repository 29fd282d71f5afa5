import type { House } from '../api/house.ts'
import { reportDevice } from '../contract/access.ts'
import { type Asker, ask } from '../contract/ask.ts'
import { Problem } from '../contract/problems.ts'
import { hasDisplay, lowOnPaper, silentPoints } from './network.ts'

/** A device that is not heard of for two minutes is one that is out of reach. */
const roundMs = 90_000
const hurryMs = 8000
const tickMs = 500

type Device = { name: string; report: { paper?: 'ok' | 'low' } }

/** The simulated devices of points that say that they are well; one is low on paper, and some are never heard. */
export function deviceNames(house: House, pointIds: readonly string[]): Device[] {
  return pointIds.flatMap((id): Device[] => [
    ...(silentPoints.includes(id)
      ? []
      : [{ name: `simulated-${id}`, report: { paper: id === lowOnPaper ? ('low' as const) : ('ok' as const) } }]),
    ...(hasDisplay(id, house.catalogue.point(id)?.counterIds.length ?? 0) ? [{ name: `display-${id}`, report: {} }] : []),
  ])
}

/** Devices report round and round, a few at a time; quickly at first, and when they are told to hurry. */
export function makeReports(devices: readonly Device[], asker: (name: string) => Asker, onFault: (error: unknown) => void) {
  const askers = devices.map(({ name }) => asker(name))
  // Whoever plays the admin may take one out: it then says nothing more.
  const takenOut = new Set<number>()
  const report = (one: number) =>
    ask(askers[one]!, reportDevice, devices[one]!.report).catch((error) => {
      if (error instanceof Problem && error.code === 'sign-in-needed') takenOut.add(one)
      else onFault(error)
    })
  let [next, owed, quick] = [0, 0, devices.length]
  const timer = setInterval(() => {
    owed += (devices.length * tickMs) / (quick > 0 ? hurryMs : roundMs)
    for (; owed >= 1; owed--, quick--, next = (next + 1) % devices.length) if (!takenOut.has(next)) void report(next)
  }, tickMs)
  return {
    /** One whole round quickly: time has leapt. */
    hurry(): void {
      quick = devices.length
    },
    stop: () => clearInterval(timer),
  }
}
