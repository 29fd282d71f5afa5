import type { Printer } from '../../kiosk/agent/ports.ts'
import type { PrintOutcome } from '../../printers/print.ts'
import type { Slip } from '../../printers/slip.ts'
import type { Log } from './log.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'

/** A printer with a roll of paper that ends, and a caretaker who puts in the next one. */
export type SimulatedPrinter = { printer: Printer; refill(): void }

const sheetMs = 900
const rollSheets = 120
const refillMs = 4 * 60_000

/** `first` sees a slip before its first byte is sent; `out` when its paper is out. */
export function makePrinter(given: {
  scheduler: Scheduler
  random: Random
  log: Log
  first: (slip: Slip) => void
  out: (slip: Slip) => void
}): SimulatedPrinter {
  const { scheduler, random, log, first, out } = given
  let sheets = random.below(rollSheets)
  let line: Promise<unknown> = Promise.resolve()

  function refill(): void {
    if (sheets === 0) log.say('a new roll of paper')
    sheets = rollSheets
  }

  function one(slip: Slip): Promise<PrintOutcome> {
    if (sheets === 0) return Promise.resolve('paper-out')
    first(slip)
    sheets--
    if (sheets === 0) scheduler.after(random.around(refillMs), refill)
    // Half of the last sheet comes out, and nobody has a ticket.
    const whole = sheets > 0
    return new Promise((done) => {
      scheduler.after(sheetMs, () => {
        if (whole) out(slip)
        done(whole ? 'printed' : 'paper-out')
      })
    })
  }

  return {
    refill,
    printer: {
      print(slip) {
        const turn = line.then(() => one(slip))
        line = turn
        return turn
      },
      status: async () => ({ online: true, coverOpen: false, paper: sheets === 0 ? 'out' : sheets < 10 ? 'low' : 'ok', fault: null }),
    },
  }
}
