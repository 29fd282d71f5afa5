import { createServer as createWebServer } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import type { Instant } from '../../domain/time.ts'
import { loadFonts } from '../fonts.ts'
import type { PaperWidth } from '../layout.ts'
import { type Condition, createMachine, type Machine, type Standing } from './machine.ts'
import type { Paper } from './paper.ts'
import { answerWeb } from './web.ts'

/**
 * Where the virtual printer listens: ESC/POS on `port`, its page on `httpPort`; 0 takes any free one. `host` is this machine by default. Pages of the
 * origins in `framedBy`, none by default, may show its page within them; it is told by which Host the page is asked for.
 */
export type VirtualPrinterOptions = {
  port?: number
  httpPort?: number
  host?: string
  width?: PaperWidth
  clock?: () => Instant
  framedBy?: (host: string) => readonly string[]
}

/** A running virtual printer. `papers()` are the last hundred cut off, oldest first. */
export type VirtualPrinter = {
  port: number
  httpPort: number
  papers(): Paper[]
  standing(): Standing
  set(condition: Condition): void
  stop(): Promise<void>
}

/** Starts a virtual printer. Rejects when a port is taken. */
export async function startVirtualPrinter(options: VirtualPrinterOptions = {}): Promise<VirtualPrinter> {
  const { port = 0, httpPort = 0, host = '127.0.0.1', width = 576, clock = Date.now } = options
  let current: Socket | undefined
  const machine = createMachine({
    width,
    fonts: await loadFonts(),
    clock,
    answer: (bytes) => void (current?.writable && current.write(bytes)),
  })
  const lines = new Set<Socket>()
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    lines.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      lines.delete(socket)
      if (socket === current) {
        machine.lineClosed()
        current = undefined
        next()
      }
    })
    next()
  })
  // Like a real one it talks to one computer at a time; the others wait in order.
  const next = () => {
    const [first] = lines
    if (current || !first) return
    current = first
    attend(first, machine)
  }
  const web = createWebServer((request, response) => answerWeb(machine, request, response, options.framedBy?.(request.headers.host ?? '')))
  await listen(server, port, host)
  await listen(web, httpPort, host).catch((error) => {
    server.close()
    throw error
  })
  return {
    port: portOf(server),
    httpPort: portOf(web),
    papers: () => machine.papers,
    standing: machine.standing,
    set: machine.set,
    async stop() {
      for (const socket of lines) socket.destroy()
      web.closeAllConnections()
      await Promise.all([server, web].map((one) => new Promise((resolve) => one.close(resolve))))
    },
  }
}

function attend(socket: Socket, machine: Machine): void {
  socket.on('data', (bytes) => {
    if (!machine.receive(bytes as Buffer)) socket.destroy()
  })
  socket.resume()
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
