import { type Line, type Port, PortFault } from './ports/port.ts'
import { type Replies, repliesOn } from './replies.ts'

/** What stops a printer: its knife, an error only a power cycle mends, heat, one that someone must clear, or that it says nothing. */
export type PrinterFault = 'cutter' | 'unrecoverable' | 'overheated' | 'recoverable' | 'no-answer'

/** How a printer is. With fault `no-answer` nothing is known of cover and paper. */
export type PrinterStatus = { online: boolean; coverOpen: boolean; paper: 'ok' | 'low' | 'out' | 'unknown'; fault: PrinterFault | null }

const silent: PrinterStatus = { online: false, coverOpen: false, paper: 'unknown', fault: 'no-answer' }

/**
 * Asks a printer how it is (DLE EOT 1 to 4, each answered within `waitMs`). A printer that cannot be reached or does not answer
 * gives fault `no-answer`; this never throws a PortFault.
 */
export async function readStatus(port: Port, { waitMs = 500 } = {}): Promise<PrinterStatus> {
  try {
    return await port.use((line) => askStatus(line, repliesOn(line), waitMs))
  } catch (error) {
    if (error instanceof PortFault) return silent
    throw error
  }
}

/** The same over a line that is already open. Throws a PortFault when the line breaks. */
export async function askStatus(line: Line, replies: Replies, waitMs: number): Promise<PrinterStatus> {
  const bytes: number[] = []
  for (const question of [1, 2, 3, 4]) {
    await line.write(Uint8Array.of(0x10, 0x04, question), waitMs)
    const byte = await statusByte(replies, waitMs)
    if (byte === undefined) return silent
    bytes.push(byte)
  }
  return parseStatus(bytes[0] ?? 0, bytes[1] ?? 0, bytes[2] ?? 0, bytes[3] ?? 0)
}

async function statusByte(replies: Replies, waitMs: number): Promise<number | undefined> {
  const endsAt = performance.now() + waitMs
  for (;;) {
    const reply = await replies.next(Math.max(0, endsAt - performance.now()))
    if (!reply) return undefined
    if (reply.kind === 'status') return reply.byte
  }
}

/**
 * The meaning of the four status bytes: printer, cause of being off-line, cause of error, paper sensors.
 * Source: Epson ESC/POS command reference, DLE EOT.
 */
export function parseStatus(printer: number, offline: number, error: number, paper: number): PrinterStatus {
  const out = (paper & 0x60) !== 0 || (offline & 0x20) !== 0
  const low = (paper & 0x0c) !== 0
  return {
    online: (printer & 0x08) === 0,
    coverOpen: (offline & 0x04) !== 0,
    paper: out ? 'out' : low ? 'low' : 'ok',
    fault: faultOf(offline, error),
  }
}

function faultOf(offline: number, error: number): PrinterFault | null {
  if (error & 0x08) return 'cutter'
  if (error & 0x20) return 'unrecoverable'
  if (error & 0x40) return 'overheated'
  if (error & 0x04 || offline & 0x40) return 'recoverable'
  return null
}
