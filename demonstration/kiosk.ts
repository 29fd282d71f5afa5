import { join } from 'node:path'
import type { Clock } from '../api/clock.ts'
import type { Agent } from '../kiosk/agent/agent.ts'
import { startAgent } from '../kiosk/agent/start.ts'
import { tcpPort } from '../printers/ports/tcp.ts'
import { mainPoint } from './network.ts'
import { tokenOf } from './seeding.ts'
import { type Line, makeLine } from './stage/line.ts'
import { insideName, type Where } from './where.ts'

/** The kiosk of the main hall: the real agent, enrolled by itself, printing on the virtual printer. Its way to the api can be cut. */
export async function startKiosk(given: {
  folder: string
  key: string
  apiUrl: string
  host: string
  port: number
  printerPort: number
  screen: string
  where: Where
  clock: Clock
  say: (line: string) => void
}): Promise<{ agent: Agent; line: Line; stop(): Promise<void> }> {
  const line = makeLine(fetch)
  const kiosk = await startAgent({
    api: given.apiUrl,
    send: line.send,
    token: tokenOf(given.key, `kiosk-${mainPoint}`),
    printer: tcpPort(insideName(given.host), given.printerPort),
    folder: join(given.folder, 'kiosk'),
    screen: given.screen,
    host: given.host,
    port: given.port,
    hosts: given.where.hostsAt(given.port),
    framedBy: given.where.framedBy,
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
  return { agent: kiosk.agent, line, stop: kiosk.stop }
}
