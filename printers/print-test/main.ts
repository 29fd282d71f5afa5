import { devicePort } from '../ports/device.ts'
import { tcpPort } from '../ports/tcp.ts'
import { readAsked, usage } from './asked.ts'
import { tryPrinter } from './try-printer.ts'

// `npm run print-test -- HOST[:PORT]`: 0 when the printer said that the slip came out, 1 when it did not, 2 when nothing could be tried.
try {
  const asked = readAsked(process.argv.slice(2))
  const port = 'device' in asked.to ? devicePort(asked.to.device) : tcpPort(asked.to.host, asked.to.port, { connectMs: 3000 })
  const { outcome, said } = await tryPrinter(port, asked, Date.now())
  for (const line of said) console.log(line)
  process.exitCode = outcome === 'printed' ? 0 : 1
} catch (error) {
  console.error(`${(error as Error).message}\n${usage}`)
  process.exitCode = 2
}
