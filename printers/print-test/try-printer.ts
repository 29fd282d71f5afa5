import { slipBytes } from '../escpos.ts'
import type { Port } from '../ports/port.ts'
import { type PrintOutcome, print } from '../print.ts'
import type { Slip } from '../slip.ts'
import { type PrinterStatus, readStatus } from '../status.ts'
import type { Asked } from './asked.ts'

/** What became of a try: how the printer said it was before, what became of the slip, and both in sentences for who stands beside it. */
export type Tried = { status: PrinterStatus; outcome: PrintOutcome; said: string[] }

const sentences: Record<PrintOutcome, string> = {
  printed: 'The printer says that the slip came out.',
  'paper-out': 'There is no paper: put some in and try again.',
  'cover-open': 'The cover is open: close it and try again.',
  'no-printer': 'The slip was not sent: no printer answers there, or it says that it cannot print. Address, port, cable, power?',
  unknown: 'The slip was sent, and the printer did not say that it came out: look whether it did. A kiosk would take it for not printed.',
}

/** Asks a printer how it is and prints one slip that says it is no valid number. Never throws for a printer's or a line's fault. */
export async function tryPrinter(port: Port, { width, language }: Pick<Asked, 'width' | 'language'>, at: number): Promise<Tried> {
  const status = await readStatus(port)
  const outcome = await print(port, await slipBytes(testSlip(language, at), { width }))
  return { status, outcome, said: [statusSaid(status), sentences[outcome]] }
}

const testSlip = (language: Slip['language'], at: number): Slip => ({
  pointName: 'Beurt',
  label: 'A\u2009000',
  language,
  serviceNames: [],
  people: 1,
  takenAt: at,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  bring: [],
  emergency: false,
  copy: false,
  test: true,
})

function statusSaid({ online, coverOpen, paper, fault }: PrinterStatus): string {
  if (fault === 'no-answer') return 'It does not answer when asked how it is.'
  const parts = [online ? 'online' : 'offline', `paper ${paper}`, coverOpen ? 'cover open' : 'cover closed', ...(fault ? [fault] : [])]
  return `It says: ${parts.join(', ')}.`
}
