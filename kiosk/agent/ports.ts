import type { AnyRoute } from '../../contract/ask.ts'
import type { Language } from '../../contract/language.ts'
import type { menu } from '../../contract/points.ts'
import type { ProblemBody } from '../../contract/problems.ts'
import type { InputOf, ResultOf } from '../../contract/route.ts'
import type { Instant } from '../../domain/time.ts'
import type { PrintOutcome } from '../../printers/print.ts'
import type { Slip } from '../../printers/slip.ts'
import type { PrinterStatus } from '../../printers/status.ts'

/**
 * What came back from the api. `good`: of the shape the contract says. `refused`: the api said no in so many words (its own 4xx problem).
 * `none`: anything else: no network, a server error, a page of some proxy, another shape, or nothing in time.
 */
export type Answer<T> = { kind: 'good'; value: T } | { kind: 'refused'; problem: ProblemBody } | { kind: 'none'; cause: string }

export type Menu = ResultOf<typeof menu>

/** The way to the api. It never throws and knows no deadline: the agent keeps its own and aborts `signal`. `token` is shown in place of the kiosk's own. */
export type Net = {
  ask<T extends AnyRoute>(
    route: T,
    input: InputOf<T>,
    given: { key?: string; language?: Language; token?: string; signal: AbortSignal },
  ): Promise<Answer<ResultOf<T>>>
  /** Follows the live menu of a point until `signal` is aborted, coming back by itself. */
  follow(pointId: string, signal: AbortSignal, onMenu: (menu: Menu) => void): void
}

/** A place for bytes that survives a power cut. Each promise is kept only when the bytes are on the disk itself. */
export type Disk = {
  /** The journal as it was left; empty where there is none. */
  read(): Promise<Uint8Array>
  /** Adds at the end. When it rejects, the journal reads as before, or with a torn end. */
  append(bytes: Uint8Array): Promise<void>
  /** Puts `bytes` in the place of the whole journal, all or nothing. */
  replace(bytes: Uint8Array): Promise<void>
  /** A small file beside it: last known menu, identity. Null where there is none. */
  load(name: string): Promise<string | null>
  keep(name: string, text: string): Promise<void>
}

/** The printer, whatever it hangs on. Never throws for a printer's fault. */
export type Printer = {
  print(slip: Slip, options: { cutFirst: boolean }): Promise<PrintOutcome>
  status(): Promise<PrinterStatus>
}

/** Time: the wall clock (it may be wrong and may jump), a monotonic one that starts anywhere, and waiting. */
export type Clock = {
  wall(): Instant
  monoMs(): number
  /** Runs `act` once, later; gives back what takes it off again. */
  after(ms: number, act: () => void): () => void
}

/**
 * Everything through which the agent touches the world. A simulator hands in its own: a virtual clock, a seeded draw, a network that
 * loses, doubles and delays, a disk that tears, a printer that runs out. `random` draws from 0 up to 1; it also makes the id of this run.
 */
export type Ports = { clock: Clock; random: () => number; net: Net; disk: Disk; printer: Printer }
