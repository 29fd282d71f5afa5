import type { Line } from './ports/port.ts'

/** What a printer sends back, told apart by the fixed bits Epson gives each kind of answer. */
export type Reply =
  /** Answer to DLE EOT: bits 1 and 4 on, 0 and 7 off. */
  | { kind: 'status'; byte: number }
  /** Answer to GS r: bits 4 and 7 off. */
  | { kind: 'sensor'; byte: number }
  /** Answer to GS ( H, function 48: the four letters that were sent. */
  | { kind: 'echo'; id: string }
  /** Answer to DLE DC4, function 8: the buffers are empty. */
  | { kind: 'cleared' }

/** Reads the answers on a line one by one, however the network cut them up. */
export type Replies = {
  /** The next answer, or undefined when none came within `withinMs`. Throws a PortFault once the line is closed. */
  next(withinMs: number): Promise<Reply | undefined>
  /** True when the echo of this job has been read, also while another answer was looked for. */
  echoed(id: string): boolean
  /** The same for an answer to GS r. */
  sensed(): boolean
}

/** Starts reading the answers on a line. */
export function repliesOn(line: Line): Replies {
  const echoes = new Set<string>()
  let bytes: number[] = []
  let sensed = false
  return {
    echoed: (id) => echoes.has(id),
    sensed: () => sensed,
    async next(withinMs) {
      const endsAt = performance.now() + withinMs
      for (;;) {
        const { reply, used } = parseReply(bytes)
        bytes = bytes.slice(used)
        if (reply?.kind === 'echo') echoes.add(reply.id)
        if (reply?.kind === 'sensor') sensed = true
        if (reply) return reply
        if (used > 0) continue
        const more = await line.read(Math.max(0, endsAt - performance.now()))
        if (!more) return undefined
        bytes.push(...more)
      }
    },
  }
}

const blockHeader = 0x37

/** The first answer in `bytes` and how many bytes it and what is to be passed over take; `used` 0 means that more must come. */
export function parseReply(bytes: readonly number[]): { reply?: Reply; used: number } {
  const first = bytes[0]
  if (first === undefined) return { used: 0 }
  if (first === blockHeader) return parseBlock(bytes)
  if ((first & 0x93) === 0x12) return { reply: { kind: 'status', byte: first }, used: 1 }
  // Automatic status, four bytes that nobody asked for.
  if ((first & 0x93) === 0x10) return { used: bytes.length >= 4 ? 4 : 0 }
  if ((first & 0x90) === 0) return { reply: { kind: 'sensor', byte: first }, used: 1 }
  return { used: 1 }
}

function parseBlock(bytes: readonly number[]): { reply?: Reply; used: number } {
  const end = bytes.indexOf(0)
  if (end < 0) return { used: bytes.length > 80 ? 1 : 0 }
  if (bytes[1] === 0x22) return { reply: { kind: 'echo', id: String.fromCharCode(...bytes.slice(2, end)) }, used: end + 1 }
  if (bytes[1] === 0x25) return { reply: { kind: 'cleared' }, used: end + 1 }
  return { used: end + 1 }
}
