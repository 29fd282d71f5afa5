import { mkdtempSync, rmSync } from 'node:fs'
import { connect as connectTo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from '../../contract/ask.ts'
import { kioskTake } from '../../contract/kiosk.ts'
import { newKey } from '../../contract/uuid.ts'
import { freePort } from '../../db/embedded.ts'
import { startAgent } from '../../kiosk/agent/start.ts'
import { tcpPort } from '../../printers/ports/tcp.ts'
import { startVirtualPrinter } from '../../printers/virtual/virtual-printer.ts'
import { clear, kioskToken, startApi, type World } from './world.ts'

const taps = 300
/** Longer than any question for the printer's state: the ticket itself. */
const jobBytes = 64

/** From a tap on the kiosk to the first byte of its ticket at the printer: journal, api, commit and drawing on the way. */
export async function tapToPrinter(world: World): Promise<string> {
  await clear(world)
  const api = await startApi(world)
  const printer = await startVirtualPrinter({ host: '127.0.0.1', clock: () => Date.now() })
  let first: ((at: number) => void) | null = null
  const line = await listenBefore(printer.port, () => {
    first?.(performance.now())
    first = null
  })
  const folder = mkdtempSync(join(tmpdir(), 'bench-kiosk-'))
  const agent = await startAgent({
    api: `http://127.0.0.1:${api.port}`,
    token: kioskToken(1),
    printer: tcpPort('127.0.0.1', line.port),
    folder,
    screen: folder,
    port: 0,
  })
  try {
    const screen = { base: agent.url, send: fetch }
    await until(() => agent.agent.shown().ready && agent.agent.shown().connected)
    const times: number[] = []
    for (let i = 0; i < taps; i++) {
      const began = performance.now()
      const came = new Promise<number>((resolve) => {
        first = resolve
      })
      await ask(screen, kioskTake, { serviceIds: ['passport'], people: 1, language: i % 2 ? 'nl' : 'ar' }, newKey())
      times.push((await came) - began)
      await until(() => !['printing', 'waiting'].includes(agent.agent.shown().ticket?.print ?? ''))
    }
    times.sort((a, b) => a - b)
    const at = (q: number) => times[Math.floor(times.length * q)]!.toFixed(1)
    return `| tap to first byte at the printer, ${taps} taps, half of them in Arabic | p50 ${at(0.5)} ms, p99 ${at(0.99)} ms | 300 ms | | p99 < 300 ms |`
  } finally {
    await agent.stop()
    line.stop()
    await printer.stop()
    await api.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A line in front of the printer that sees when a ticket begins to come. */
function listenBefore(port: number, onJob: () => void): Promise<{ port: number; stop(): void }> {
  const server = createServer((from) => {
    const to = connectTo(port, '127.0.0.1')
    from.on('data', (bytes: Buffer) => {
      if (bytes.length >= jobBytes) onJob()
    })
    from.pipe(to)
    to.pipe(from)
    for (const one of [from, to]) one.on('error', () => [from, to].forEach((s) => void s.destroy()))
  })
  return freePort().then(
    (own) => new Promise((resolve) => server.listen(own, '127.0.0.1', () => resolve({ port: own, stop: () => server.close() }))),
  )
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; !holds(); i++) {
    if (i > 4000) throw new Error('the kiosk does not become ready')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
