/** Why a port gave up: nobody there, the line broke, or it took no bytes in time. */
export type PortTrouble = 'unreachable' | 'closed' | 'timeout'

/** Thrown by ports and nothing else. */
export class PortFault extends Error {
  readonly trouble: PortTrouble
  constructor(trouble: PortTrouble, detail = '') {
    super(`printer port ${trouble}${detail === '' ? '' : `: ${detail}`}`)
    this.name = 'PortFault'
    this.trouble = trouble
  }
}

/** An open line to a printer. */
export type Line = {
  /** Hands all bytes over within `withinMs`, else throws a PortFault. Handed over is not printed. */
  write(bytes: Uint8Array, withinMs: number): Promise<void>
  /** The bytes that came since, or the next to come; undefined when none came within `withinMs`. Throws a PortFault once the line is closed. */
  read(withinMs: number): Promise<Uint8Array | undefined>
}

/** The way to one printer. `use` opens a line, runs one job on it and closes it; jobs on the same port wait for each other. */
export type Port = { use<T>(job: (line: Line) => Promise<T>): Promise<T> }

/** Runs jobs one after another, in the order asked, whether or not the one before failed. */
export function oneAtATime(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const mine = last.then(job, job)
    last = mine.catch(() => undefined)
    return mine
  }
}

/** What a port has received and nobody has read yet. */
export type Inbox = { put(bytes: Uint8Array): void; close(): void; take(withinMs: number): Promise<Uint8Array | undefined> }

/** An inbox whose `take` waits for bytes, throws once it is closed and empty. */
export function inbox(): Inbox {
  let bytes: Uint8Array = new Uint8Array()
  let closed = false
  let wake: (() => void) | undefined
  const stir = () => wake?.()
  return {
    put(more) {
      bytes = Buffer.concat([bytes, more])
      stir()
    },
    close() {
      closed = true
      stir()
    },
    async take(withinMs) {
      if (bytes.length === 0 && !closed) await until(withinMs, (done) => (wake = done))
      wake = undefined
      const taken = bytes
      bytes = new Uint8Array()
      if (taken.length > 0) return taken
      if (closed) throw new PortFault('closed')
      return undefined
    },
  }
}

function until(withinMs: number, listen: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, withinMs)
    listen(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
