import { encode as encodeQr } from 'uqr'
import type { Instant } from '../../domain/time.ts'
import { type Fonts, loadFonts } from '../fonts.ts'
import { type Command, takeCommand, word } from './commands.ts'
import { columnPicture, createHead, type Head, modulePicture, rasterPicture, resetStyle, type Style } from './head.ts'
import { createRoll, type Paper, type Roll } from './paper.ts'

/** Between the print line and the knife: what every paper begins with. */
const knifeDots = 64

/** Turns commands into papers. `draft` is the paper still in the printer. */
export type Decoder = {
  apply(command: Command): void
  /** Papers cut off so far, the oldest first. */
  papers: Paper[]
  draft(): { fed: number; lines: string[] }
}

type Work = { roll: Roll; head: Head; lines: string[]; qr: string[]; unknown: string[] }
type Memory = { module: number; correction: 'L' | 'M' | 'Q' | 'H'; qr: Uint8Array; stored: (() => void) | undefined }
type Desk = { width: number; fonts: Fonts; clock: () => Instant; work: Work; memory: Memory; papers: Paper[]; keep: number; count: number }
type Act = (args: Uint8Array, desk: Desk) => void

/** A decoder for paper of so many dots. Letters are drawn with `fonts`, papers are dated by `clock`; only the last `keep` are kept. */
export function createDecoder(width: number, fonts: Fonts, clock: () => Instant, keep = Number.POSITIVE_INFINITY): Decoder {
  const desk: Desk = {
    width,
    fonts,
    clock,
    work: freshWork(width, fonts),
    memory: { module: 3, correction: 'L', qr: new Uint8Array(), stored: undefined },
    papers: [],
    keep,
    count: 0,
  }
  return {
    papers: desk.papers,
    draft: () => ({ fed: desk.work.roll.fed(), lines: [...desk.work.lines] }),
    apply(command) {
      const act = acts[command.name]
      if (act) act(command.args, desk)
      else if (!silent.has(command.name)) desk.work.unknown.push(inWords(command))
    },
  }
}

/** Decodes a whole byte stream: the papers it cuts off, and how many bytes at its end are half a command. */
export async function decode(bytes: Uint8Array, { width = 576, clock = () => 0 } = {}): Promise<{ papers: Paper[]; unread: number }> {
  const decoder = createDecoder(width, await loadFonts(), clock)
  let at = 0
  for (let command = takeCommand(bytes, at); at < bytes.length && command; command = takeCommand(bytes, at)) {
    decoder.apply(command)
    at += command.length
  }
  return { papers: decoder.papers, unread: bytes.length - at }
}

function freshWork(width: number, fonts: Fonts): Work {
  const roll = createRoll(width)
  const lines: string[] = []
  const unknown: string[] = []
  roll.feed(knifeDots)
  return { roll, head: createHead(roll, fonts, lines, unknown), lines, qr: [], unknown }
}

function inWords(command: Command): string {
  const bytes = Array.from(command.args.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ')
  return command.name === 'unknown' ? `bytes ${bytes}` : `${command.name} (${bytes})`
}

// Understood, and without anything to see on the paper.
const silent = new Set(
  [
    'NUL',
    'CR',
    'CAN',
    'FF',
    'DLE',
    'ESC =',
    'ESC R',
    'ESC S',
    'ESC U',
    'ESC p',
    'ESC c',
    'ESC u',
    'ESC v',
    'ESC 4',
    'ESC B',
    'ESC r',
  ].concat([
    'FS .',
    'FS &',
    'FS !',
    'FS S',
    'FS C',
    'FS -',
    'GS a',
    'GS b',
    'GS r',
    'GS I',
    'GS (H',
    'GS (A',
    'GS (D',
    'GS (E',
    'GS (K',
    'GS h',
    'GS w',
    'GS H',
    'GS f',
    'GS g',
    'GS z',
  ]),
)

const set =
  (change: (style: Style, value: number) => void): Act =>
  (args, desk) =>
    change(desk.work.head.style, args[0] ?? 0)

const acts: Record<string, Act> = {
  text: (args, { work }) => work.head.letters(args),
  LF: (_, { work }) => work.head.endLine(),
  HT: (_, { work }) => work.head.moveTo((Math.floor(work.head.position() / 96) + 1) * 96),
  'ESC @': (_, { work }) => {
    work.head.drop()
    work.head.style = { ...resetStyle }
  },
  'ESC a': set((style, value) => {
    style.align = (value % 48 > 2 ? 0 : value % 48) as 0 | 1 | 2
  }),
  'ESC t': set((style, value) => {
    style.page = value
  }),
  'ESC E': set((style, value) => {
    style.bold = (value & 1) === 1
  }),
  'ESC G': set((style, value) => {
    style.bold = (value & 1) === 1
  }),
  'ESC M': set((style, value) => {
    style.font = value % 48 === 1 ? 'B' : 'A'
  }),
  'ESC -': set((style, value) => {
    style.underline = value % 48
  }),
  'ESC  ': set((style, value) => {
    style.letterSpacing = Math.round(value * style.unit)
  }),
  'ESC !': set((style, value) => {
    style.font = value & 1 ? 'B' : 'A'
    style.bold = (value & 8) !== 0
    style.tall = value & 16 ? 2 : 1
    style.wide = value & 32 ? 2 : 1
    style.underline = value & 128 ? 1 : 0
  }),
  'GS !': set((style, value) => {
    style.wide = ((value >> 4) & 7) + 1
    style.tall = (value & 7) + 1
  }),
  'ESC 2': set((style) => {
    style.lineSpacing = resetStyle.lineSpacing
  }),
  'ESC 3': set((style, value) => {
    style.lineSpacing = Math.round(value * style.unit)
  }),
  'GS P': (args, { work }) => {
    work.head.style.unit = args[1] ? 203 / args[1] : resetStyle.unit
  },
  'GS L': (args, { work }) => {
    work.head.style.leftMargin = Math.min(word(args, 0), work.roll.width - 24)
  },
  'GS W': () => undefined,
  'ESC $': (args, { work }) => work.head.moveTo(word(args, 0)),
  'ESC J': (args, { work }) => work.head.endLine(Math.round((args[0] ?? 0) * work.head.style.unit)),
  'ESC d': (args, { work }) => {
    work.head.endLine()
    work.roll.feed(Math.max(0, (args[0] ?? 0) - 1) * work.head.style.lineSpacing)
  },
  'ESC *': (args, { work }) => work.head.inline(columnPicture(args.subarray(3), word(args, 1), args[0] ?? 0)),
  'GS v': (args, { work }) => {
    const mode = (args[1] ?? 0) % 48
    work.head.picture(rasterPicture(args.slice(6), word(args, 2), word(args, 4), mode & 1 ? 2 : 1, mode & 2 ? 2 : 1))
  },
  'GS (L': graphics,
  'GS 8': (args, desk) => graphics(args.subarray(5), desk),
  'GS (k': symbol,
  'GS V': (args, desk) => cutOff(desk, args),
  'ESC i': (_, desk) => cutOff(desk, Uint8Array.of(0)),
  'ESC m': (_, desk) => cutOff(desk, Uint8Array.of(1)),
}

// Functions 112 (store a raster) and 2 or 50 (print what is stored).
function graphics(args: Uint8Array, { work, memory }: Desk): void {
  const what = args[1] ?? 0
  if (what === 112) {
    const [wide, tall] = [args[3] ?? 1, args[4] ?? 1]
    const picture = rasterPicture(args.slice(10), (word(args, 6) + 7) >> 3, word(args, 8), wide, tall)
    memory.stored = () => work.head.picture(picture)
  } else if (what === 2 || what === 50) {
    memory.stored?.()
    memory.stored = undefined
  } else work.unknown.push(`GS ( L function ${what}`)
}

// Two-dimensional codes: 49 is QR, with functions 65 model, 67 size, 69 correction, 80 store, 81 print.
function symbol(args: Uint8Array, desk: Desk): void {
  const { work, memory } = desk
  const [kind, what, value] = [args[0], args[1], args[2] ?? 0]
  if (kind !== 49) work.unknown.push(`GS ( k symbol ${kind}`)
  else if (what === 67) memory.module = Math.min(16, Math.max(1, value))
  else if (what === 69) memory.correction = (['L', 'M', 'Q', 'H'] as const)[value - 48] ?? 'L'
  else if (what === 80) memory.qr = args.slice(3)
  else if (what === 81) printQr(desk)
  else if (what !== 65) work.unknown.push(`GS ( k QR function ${what}`)
}

function printQr({ work, memory }: Desk): void {
  if (memory.qr.length === 0) return
  const { data } = encodeQr([...memory.qr], { ecc: memory.correction, boostEcc: false, border: 0 })
  work.head.picture(modulePicture(data, memory.module))
  work.qr.push(new TextDecoder().decode(memory.qr))
}

function cutOff(desk: Desk, args: Uint8Array): void {
  const { work, papers } = desk
  const mode = args[0] ?? 0
  if (args.length > 1) work.roll.feed(Math.round((args[1] ?? 0) * work.head.style.unit))
  const cut = mode % 48 === 1 || mode === 66 || mode === 98 ? 'partial' : 'full'
  desk.count++
  const said = { lines: work.lines, qr: work.qr, unknown: work.unknown }
  papers.push({ n: desk.count, cutAt: desk.clock(), cut, bitmap: work.roll.picture(), ...said })
  if (papers.length > desk.keep) papers.shift()
  const style = work.head.style
  desk.work = freshWork(desk.width, desk.fonts)
  desk.work.head.style = style
}
