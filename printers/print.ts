import { randomInt } from 'node:crypto'
import { type Line, type Port, PortFault } from './ports/port.ts'
import { type Replies, repliesOn } from './replies.ts'
import { askStatus, type PrinterStatus } from './status.ts'

/**
 * What became of a job. Only `printed` was said by the printer itself. `no-printer` means nothing was sent; so do `paper-out` and
 * `cover-open` before the job, while after a beginning they mean half a ticket. `unknown`: sent, and no answer that it came out.
 */
export type PrintOutcome = 'printed' | 'paper-out' | 'cover-open' | 'no-printer' | 'unknown'

/**
 * How a printer shows that a job is done. `process-id`: GS ( H function 48, which Epson documents as answered when the printing it
 * follows is completed. `in-order`: GS r 1, for printers without it: answered when its turn comes in the buffer, after the cut
 * command was taken up, then confirmed by a status without trouble; weaker, so it is chosen for a printer, not guessed.
 * DLE EOT alone proves nothing: it is answered on arrival, before the data ahead of it is printed.
 */
export type Proof = 'process-id' | 'in-order'

export type PrintOptions = { deadlineMs?: number; proof?: Proof; statusMs?: number }

type Job = { id: string; proof: Proof; endsAt: number; statusMs: number }

const pollMs = 250
let nextId = randomInt(10_000)

/**
 * Prints one job: asks how the printer is, sends the bytes with a request for proof behind them, waits for the proof. When the
 * printer stops half-way for want of paper or an open cover, what it still holds is cleared, so that it does not come out later beside a
 * second ticket. Ends at most `deadlineMs` plus two short waits after its turn came; never throws for a printer's or a line's fault.
 */
export async function print(port: Port, bytes: Uint8Array, options: PrintOptions = {}): Promise<PrintOutcome> {
  const { deadlineMs = 4000, proof = 'process-id', statusMs = 500 } = options
  const id = String(nextId).padStart(4, '0')
  nextId = (nextId + 1) % 10_000
  let sending = false
  try {
    return await port.use(async (line) => {
      const job: Job = { id, proof, endsAt: performance.now() + deadlineMs, statusMs }
      const replies = repliesOn(line)
      const before = hindrance(await askStatus(line, replies, Math.min(statusMs, deadlineMs)))
      if (before) return before
      sending = true
      await line.write(Buffer.concat([bytes, proofRequest(job)]), left(job))
      return await waitForProof(line, replies, job)
    })
  } catch (error) {
    if (error instanceof PortFault) return sending ? 'unknown' : 'no-printer'
    throw error
  }
}

function hindrance(status: PrinterStatus): PrintOutcome | undefined {
  if (status.paper === 'out') return 'paper-out'
  if (status.coverOpen) return 'cover-open'
  return status.online && status.fault === null ? undefined : 'no-printer'
}

function proofRequest({ id, proof }: Job): Uint8Array {
  if (proof === 'in-order') return Uint8Array.of(0x1d, 0x72, 1)
  return Buffer.from([0x1d, 0x28, 0x48, 6, 0, 0x30, 0x30, ...Buffer.from(id, 'latin1')])
}

async function waitForProof(line: Line, replies: Replies, job: Job): Promise<PrintOutcome> {
  const echoed = () => job.proof === 'process-id' && replies.echoed(job.id)
  while (left(job) > 0) {
    await replies.next(Math.min(pollMs, left(job)))
    if (echoed()) return 'printed'
    const status = await askStatus(line, replies, Math.min(job.statusMs, Math.max(1, left(job))))
    if (echoed()) return 'printed'
    const trouble = hindrance(status)
    if (job.proof === 'in-order' && replies.sensed() && !trouble) return 'printed'
    if (trouble === 'paper-out' || trouble === 'cover-open') return await giveUp(line, replies, job, trouble)
  }
  return 'unknown'
}

// DLE DC4 function 8 empties the printer's buffers; its echo may have crossed with the proof.
async function giveUp(line: Line, replies: Replies, job: Job, outcome: PrintOutcome): Promise<PrintOutcome> {
  await line.write(Uint8Array.of(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8), job.statusMs)
  for (;;) {
    const reply = await replies.next(job.statusMs)
    if (job.proof === 'process-id' && replies.echoed(job.id)) return 'printed'
    if (!reply || reply.kind === 'cleared') return outcome
  }
}

function left(job: Job): number {
  return job.endsAt - performance.now()
}
