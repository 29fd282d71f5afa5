import { unknownSettings } from '../../contract/setting-names.ts'
import type { VirtualPrinterOptions } from './virtual-printer.ts'

/**
 * The settings of a virtual printer that runs alone:
 * `BEURT_VIRTUAL_PRINTER_PORT` (9100) where ESC/POS comes in, `BEURT_VIRTUAL_PRINTER_HTTP_PORT` (9180) for its page,
 * `BEURT_VIRTUAL_PRINTER_HOST` (127.0.0.1), `BEURT_VIRTUAL_PRINTER_PAPER_MM` (80 or 58). Throws one error that names every wrong one.
 */
export function virtualPrinterConfig(
  env: Record<string, string | undefined> = process.env,
): Required<Omit<VirtualPrinterOptions, 'clock' | 'framedBy'>> {
  const faults = unknownSettings(env)
  const port = (name: string, otherwise: number) => {
    const value = Number(env[name] ?? otherwise)
    if (!Number.isInteger(value) || value < 0 || value > 65535) faults.push(`${name} must be a port number, 0 to 65535`)
    return value
  }
  const paper = env.BEURT_VIRTUAL_PRINTER_PAPER_MM ?? '80'
  if (paper !== '80' && paper !== '58') faults.push('BEURT_VIRTUAL_PRINTER_PAPER_MM must be 80 or 58')
  const config = {
    port: port('BEURT_VIRTUAL_PRINTER_PORT', 9100),
    httpPort: port('BEURT_VIRTUAL_PRINTER_HTTP_PORT', 9180),
    host: env.BEURT_VIRTUAL_PRINTER_HOST ?? '127.0.0.1',
    width: paper === '58' ? (384 as const) : (576 as const),
  }
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return config
}
