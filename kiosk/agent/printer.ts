import { slipBytes } from '../../printers/escpos.ts'
import type { PaperWidth } from '../../printers/layout.ts'
import type { Port } from '../../printers/ports/port.ts'
import { print } from '../../printers/print.ts'
import { readStatus } from '../../printers/status.ts'
import type { Printer } from './ports.ts'

/** The printer behind a port, with paper of so many dots. */
export const makePrinter = (port: Port, width: PaperWidth): Printer => ({
  print: async (slip, { cutFirst }) => print(port, await slipBytes(slip, { width, cutFirst })),
  status: () => readStatus(port),
})
