import { directionOf } from '../contract/language.ts'
import { isOnTime } from '../domain/wait.ts'
import { ownDirection } from './bidi.ts'
import { fitsCodePage, plain, printable } from './printable.ts'
import { paperTexts, type Slip, writtenDate, writtenTime, writtenWait } from './slip.ts'

/** Printable dots of a line at 203 dots per inch: 72 mm on 80 mm paper, 48 mm on 58 mm paper. */
export type PaperWidth = 576 | 384

type Align = 'left' | 'centre' | 'right'
type Size = 'body' | 'large'

/** What stands on the paper, from top to bottom, in dots. */
export type Block =
  /** One line in the printer's own letters. */
  | { kind: 'text'; text: string; size: Size; bold: boolean; align: Align }
  /** A paragraph drawn by us, for what the printer has no letters for. */
  | { kind: 'drawn'; text: string; size: Size; bold: boolean; align: Align; direction: 'ltr' | 'rtl' }
  | { kind: 'number'; label: string }
  | { kind: 'rule' }
  | { kind: 'qr'; content: string }
  | { kind: 'feed'; dots: number }
  | { kind: 'cut' }

/** Cells of the printer's letters: font B doubled is 34 dots high, 12 pt; font A doubled 48 dots, 17 pt. */
export const cellWidth: Record<Size, number> = { body: 18, large: 24 }

/** Longest address worth reading off the paper; a longer one is only in the QR code. */
const readableAddress = 64

/** Lays a slip out for a width. Every text comes out free of control characters. */
export function layout(slip: Slip, width: PaperWidth): Block[] {
  const texts = paperTexts(slip.language)
  const say = speaker(slip, width)
  return [
    ...say(slip.pointName, { bold: true, align: 'centre' }),
    ...(slip.copy ? [gap(8), ...say(texts.copy, { bold: true, align: 'centre', size: 'large' })] : []),
    gap(22),
    { kind: 'number', label: printable(slip.label.replace(/\s/gu, '_')).replace(/_/g, '\u2009') },
    gap(26),
    ...purpose(slip, width).flatMap((line) => say(line, { bold: true, align: 'centre' })),
    ...(slip.test ? say(texts.test, { align: 'centre' }) : []),
    gap(18),
    { kind: 'rule' },
    gap(18),
    ...expectation(slip, say),
    ...follow(slip, say, width),
    { kind: 'rule' },
    gap(16),
    ...bring(slip, say),
    ...say(writtenDate(slip.takenAt, slip.timeZone, slip.language)),
    ...labelAgain(slip),
    gap(8),
    { kind: 'cut' },
  ]
}

type Manner = { bold?: boolean; align?: 'centre'; size?: Size; direction?: 'ltr' }
type Say = (text: string, manner?: Manner) => Block[]

function speaker(slip: Slip, width: PaperWidth): Say {
  const own = directionOf(slip.language)
  return (text, { bold = false, align, size = 'body', direction: given } = {}) => {
    const direction = given ?? (own === 'rtl' ? 'rtl' : (ownDirection(text) ?? own))
    const side: Align = align ?? (direction === 'rtl' ? 'right' : 'left')
    const letters = plain(text)
    if (letters === '') return []
    // An Arabic slip is drawn throughout, so that two styles of letters do not stand side by side.
    if (own === 'rtl' || !fitsCodePage(letters)) return [{ kind: 'drawn', text: printable(text), size, bold, align: side, direction }]
    return wrapColumns(letters, Math.floor(width / cellWidth[size])).map((line) => ({ kind: 'text', text: line, size, bold, align: side }))
  }
}

// One service and its people share a line where they fit; else each has its own.
function purpose(slip: Slip, width: PaperWidth): string[] {
  const texts = paperTexts(slip.language)
  if (slip.people <= 1) return slip.serviceNames
  const people = texts.people(slip.people)
  const together = texts.serviceAndPeople(slip.serviceNames.join(''), people)
  const fits = slip.serviceNames.length === 1 && together.length <= Math.floor(width / cellWidth.body)
  return fits ? [together] : [...slip.serviceNames, people]
}

function expectation(slip: Slip, say: Say): Block[] {
  const texts = paperTexts(slip.language)
  const { appointmentAt, emergency } = slip
  const onTime = appointmentAt !== undefined && isOnTime(appointmentAt, slip.wait ?? null, slip.takenAt)
  const expected =
    appointmentAt === undefined ? [] : say(texts.appointmentAt(writtenTime(appointmentAt, slip.timeZone, slip.language)), { bold: true })
  const around = onTime ? say(texts.aroundThen) : []
  const wait =
    slip.wait && !emergency && !onTime ? [...say(texts.waitHeading), ...say(writtenWait(slip.wait, slip.language), { bold: true })] : []
  const ahead = slip.ahead !== undefined && !emergency && appointmentAt === undefined ? say(texts.ahead(slip.ahead)) : []
  const said = [...expected, ...around, ...wait, ...ahead]
  return [...(said.length > 0 ? said : say(texts.keep)), gap(16)]
}

function follow(slip: Slip, say: Say, width: PaperWidth): Block[] {
  if (!slip.followUrl) return []
  const address = printable(slip.followUrl.replace(/^https?:\/\//, ''))
  const lines = address.length > readableAddress ? [] : wrapAddress(address, Math.floor(width / cellWidth.body))
  return [
    ...say(paperTexts(slip.language).follow),
    gap(24),
    { kind: 'qr', content: slip.followUrl },
    gap(20),
    ...lines.flatMap((line) => say(line, { align: 'centre', direction: 'ltr' })),
    gap(16),
  ]
}

function bring(slip: Slip, say: Say): Block[] {
  const items = slip.bring.filter((item) => printable(item) !== '')
  if (items.length === 0) return []
  return [...say(paperTexts(slip.language).bring, { bold: true }), ...items.flatMap((item) => say(`- ${item}`)), gap(14)]
}

// In the printer's own letters whatever the language: a torn paper can still be read out, and a decoder finds the number.
function labelAgain(slip: Slip): Block[] {
  const arabic = directionOf(slip.language) === 'rtl'
  const label = plain(slip.label)
  const text = arabic ? label : plain(paperTexts(slip.language).number(label))
  return fitsCodePage(text) ? [{ kind: 'text', text, size: 'body', bold: false, align: arabic ? 'right' : 'left' }] : []
}

function gap(dots: number): Block {
  return { kind: 'feed', dots }
}

/** Breaks a text into lines of at most `columns` letters, at spaces where it can. */
export function wrapColumns(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    let rest = word
    if (line !== '' && line.length + 1 + rest.length > columns) {
      lines.push(line)
      line = ''
    }
    while (rest.length > columns) {
      lines.push(rest.slice(0, columns))
      rest = rest.slice(columns)
    }
    line = line === '' ? rest : `${line} ${rest}`
  }
  return line === '' ? lines : [...lines, line]
}

// An address is broken behind its slashes, so that what one types stays readable.
function wrapAddress(address: string, columns: number): string[] {
  const lines: string[] = ['']
  for (const part of address.split(/(?<=\/)/)) {
    const last = lines.at(-1) ?? ''
    if (last === '' || last.length + part.length <= columns) lines[lines.length - 1] = last + part
    else lines.push(part)
  }
  return lines
}
