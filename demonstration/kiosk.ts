import { join } from 'node:path'
import type { Clock } from '../api/clock.ts'
import { startAgent } from '../kiosk/agent/start.ts'
import { tcpPort } from '../printers/ports/tcp.ts'
import { mainPoint } from './network.ts'
import { tokenOf } from './stand.ts'

/** The kiosk of the main hall: the real agent, enrolled by itself, printing on the virtual printer. Gives what stops it. */
export async function startKiosk(given: {
  folder: string
  key: string
  apiUrl: string
  host: string
  port: number
  printerPort: number
  screen: string
  clock: Clock
  say: (line: string) => void
}): Promise<() => Promise<void>> {
  const kiosk = await startAgent({
    api: given.apiUrl,
    token: tokenOf(given.key, `kiosk-${mainPoint}`),
    printer: tcpPort('127.0.0.1', given.printerPort),
    folder: join(given.folder, 'kiosk'),
    screen: given.screen,
    host: given.host,
    port: given.port,
    clock: {
      wall: () => given.clock.now(),
      monoMs: () => performance.now(),
      after(ms, act) {
        const timer = setTimeout(act, ms)
        return () => clearTimeout(timer)
      },
    },
    say: given.say,
  })
  return () => kiosk.stop()
}
