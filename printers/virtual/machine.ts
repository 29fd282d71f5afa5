import type { Instant } from '../../domain/time.ts'
import type { Fonts } from '../fonts.ts'
import { realTimeLength, takeCommand } from './commands.ts'
import { createDecoder } from './decode.ts'
import type { Paper } from './paper.ts'

/** What can happen to a printer. `mend` puts everything right; the paper then goes on where it stopped, as on a real one. */
export type Condition =
  | 'mend'
  | 'paper-low'
  | 'paper-out'
  | 'cover-open'
  | 'cutter-jam'
  | 'hang'
  /** The paper ends when so many more dots have been fed. */
  | { paperEndsAfterDots: number }
  /** The line breaks when so many more bytes have come in. */
  | { dropAfterBytes: number }

/** How the printer stands, for its page. */
export type Standing = { paper: 'ok' | 'low' | 'out'; coverOpen: boolean; cutterJam: boolean; hangs: boolean }

/** The inside of the virtual printer: bytes in, answers out, papers. */
export type Machine = {
  papers: Paper[]
  standing(): Standing
  set(condition: Condition): void
  /** Takes in bytes as they come; answers go to `answer`. False when the line must break now. */
  receive(bytes: Uint8Array): boolean
  /** The line is gone: half a command is forgotten, whole ones that wait for paper are not. */
  lineClosed(): void
}

type Inside = Standing & {
  buffer: Uint8Array
  tail: Uint8Array
  endsAtDots: number | undefined
  dropAfter: number | undefined
  fedBefore: number
}

// A paper is some 100 kB; a demonstration may run for days.
const papersKept = 100

/** A machine with paper of so many dots, dating papers by `clock`, sending answers and telling of new papers. */
export function createMachine(options: {
  width: number
  fonts: Fonts
  clock: () => Instant
  answer: (bytes: Uint8Array) => void
}): Machine {
  const decoder = createDecoder(options.width, options.fonts, options.clock, papersKept)
  const inside: Inside = {
    ...{ paper: 'ok', coverOpen: false, cutterJam: false, hangs: false, buffer: new Uint8Array(), tail: new Uint8Array() },
    ...{ endsAtDots: undefined, dropAfter: undefined, fedBefore: 0 },
  }
  const work = () => {
    while (canPrint(inside)) {
      const command = inside.buffer.length > 0 ? takeCommand(inside.buffer, 0) : undefined
      if (!command) return
      inside.buffer = inside.buffer.slice(command.length)
      const before = decoder.draft().fed
      const last = decoder.papers.at(-1)
      decoder.apply(command)
      const newest = decoder.papers.at(-1)
      inside.fedBefore += (newest && newest !== last ? newest.bitmap.height : decoder.draft().fed) - before
      if (inside.endsAtDots !== undefined && inside.fedBefore >= inside.endsAtDots) inside.paper = 'out'
      if (command.name === 'GS (H' && command.args[0] === 48) options.answer(Uint8Array.of(0x37, 0x22, ...command.args.slice(2, 6), 0))
      if (command.name === 'GS r') options.answer(Uint8Array.of(inside.paper === 'low' ? 0x03 : 0))
    }
  }
  return {
    papers: decoder.papers,
    standing: () => ({ paper: inside.paper, coverOpen: inside.coverOpen, cutterJam: inside.cutterJam, hangs: inside.hangs }),
    set(condition) {
      become(inside, condition)
      work()
    },
    receive(bytes) {
      const taken = inside.dropAfter === undefined ? bytes : bytes.slice(0, inside.dropAfter)
      if (inside.dropAfter !== undefined) inside.dropAfter -= taken.length
      obeyRealTime(inside, taken, options.answer)
      work()
      if (inside.dropAfter !== 0) return true
      inside.dropAfter = undefined
      return false
    },
    lineClosed() {
      inside.tail = new Uint8Array()
      inside.buffer = wholeCommands(inside.buffer)
    },
  }
}

function canPrint(inside: Inside): boolean {
  return inside.paper !== 'out' && !inside.coverOpen && !inside.cutterJam && !inside.hangs
}

function become(inside: Inside, condition: Condition): void {
  if (condition === 'mend') {
    Object.assign(inside, { paper: 'ok', coverOpen: false, cutterJam: false, hangs: false, endsAtDots: undefined, dropAfter: undefined })
  } else if (condition === 'paper-low') inside.paper = 'low'
  else if (condition === 'paper-out') inside.paper = 'out'
  else if (condition === 'cover-open') inside.coverOpen = true
  else if (condition === 'cutter-jam') inside.cutterJam = true
  else if (condition === 'hang') inside.hangs = true
  else if ('paperEndsAfterDots' in condition) inside.endsAtDots = inside.fedBefore + condition.paperEndsAfterDots
  else inside.dropAfter = condition.dropAfterBytes
}

/**
 * Real-time commands are obeyed on arrival, wherever they stand, even inside a picture; the bytes also go their way through
 * the buffer. Only a command that clears the buffer takes away what came before it.
 */
function obeyRealTime(inside: Inside, bytes: Uint8Array, answer: (bytes: Uint8Array) => void): void {
  const seen = Buffer.concat([inside.tail, bytes])
  const isNew = inside.tail.length
  let keepFrom = 0
  let at = 0
  let open = seen.length
  for (; at < seen.length; at++) {
    if (seen[at] !== 0x10) continue
    const length = realTimeLength(seen, at)
    if (length === undefined) {
      open = at
      break
    }
    if (length === 0) continue
    const cleared = inside.hangs ? false : obey(inside, seen.subarray(at + 1, at + length), answer)
    if (cleared) {
      inside.buffer = new Uint8Array()
      keepFrom = at + length
    }
    at += length - 1
  }
  inside.tail = seen.slice(open)
  inside.buffer = Buffer.concat([inside.buffer, seen.subarray(Math.max(keepFrom, isNew))])
}

/** Obeys one real-time command; true when it cleared the buffers. */
function obey(inside: Inside, command: Uint8Array, answer: (bytes: Uint8Array) => void): boolean {
  if (command[0] === 4) {
    const byte = statusByte(inside, command[1] ?? 0)
    if (byte !== undefined) answer(Uint8Array.of(byte))
    return false
  }
  if (command[0] === 5) return command[1] === 2
  if (command[0] !== 20 || command[1] !== 8) return false
  answer(Uint8Array.of(0x37, 0x25, 0))
  return true
}

function statusByte(inside: Inside, question: number): number | undefined {
  const out = inside.paper === 'out'
  const stopped = out || inside.coverOpen || inside.cutterJam
  if (question === 1) return 0x12 | (stopped ? 0x08 : 0)
  if (question === 2) return 0x12 | (inside.coverOpen ? 0x04 : 0) | (out ? 0x20 : 0) | (inside.cutterJam ? 0x40 : 0)
  if (question === 3) return 0x12 | (inside.cutterJam ? 0x08 : 0)
  if (question === 4) return 0x12 | (inside.paper === 'ok' ? 0 : 0x0c) | (out ? 0x60 : 0)
  return undefined
}

function wholeCommands(buffer: Uint8Array): Uint8Array {
  let at = 0
  for (let command = takeCommand(buffer, at); at < buffer.length && command; command = takeCommand(buffer, at)) at += command.length
  return buffer.slice(0, at)
}
