import { type Language, languages } from '../../contract/language.ts'
import type { PaperWidth } from '../layout.ts'

/** Which printer to try, and with what: an address of a raw port, or a device file. */
export type Asked = { to: { host: string; port: number } | { device: string }; width: PaperWidth; language: Language }

/** How the command is used. */
export const usage = `npm run print-test -- HOST[:PORT] or DEVICE FILE [--mm 58] [--language ${languages.join('|')}]: prints one slip that is no valid number`

/** Reads the arguments: port 9100, paper of 80 mm and Dutch where nothing else is said. Throws an error that says what is wrong. */
export function readAsked(args: readonly string[]): Asked {
  const [printer, ...more] = args
  if (!printer || printer.startsWith('-')) throw new Error('which printer?')
  const asked: Asked = { to: whereOf(printer), width: 576, language: 'nl' }
  for (let at = 0; at < more.length; at += 2) {
    const [option, value] = [more[at], more[at + 1]]
    if (option === '--mm' && (value === '80' || value === '58')) asked.width = value === '58' ? 384 : 576
    else if (option === '--language' && languages.includes(value as Language)) asked.language = value as Language
    else throw new Error(`${[option, value].filter(Boolean).join(' ')} is not known`)
  }
  return asked
}

function whereOf(printer: string): Asked['to'] {
  if (printer.startsWith('/') || printer.startsWith('\\\\.\\')) return { device: printer }
  const [, bracketed, plain, port = '9100'] = /^(?:\[([0-9a-fA-F:.]+)\]|([\w.-]+))(?::(\d{1,5}))?$/.exec(printer) ?? []
  const host = bracketed ?? plain
  if (!host || Number(port) < 1 || Number(port) > 65_535) throw new Error(`${printer} is no address of a printer`)
  return { host, port: Number(port) }
}
