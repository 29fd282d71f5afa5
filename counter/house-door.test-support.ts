import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'

type Files = Map<string, string | Uint8Array>
type Send = (request: Request) => Response | Promise<Response>

const kinds: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.ogg': 'audio/ogg' }

/** A door on a port of this machine: built screens under their names, and the api of a test house behind all else. It can be shut and opened again: meanwhile it keeps its port, and whoever comes is cut off. */
export async function openDoor(screens: Record<string, Files>, send: Send) {
  let isShut = false
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', base)
    const [, name = '', ...rest] = url.pathname.split('/')
    const files = screens[name]
    if (files) {
      const found = files.get(`/${rest.join('/')}`)
      response.writeHead(200, { 'content-type': (found && kinds[extname(url.pathname)]) || 'text/html; charset=utf-8' })
      response.end(found ?? files.get('/index.html'))
      return
    }
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const given = await send(await asRequest(request, url, gone.signal))
    response.writeHead(given.status, [...given.headers].flat())
    if (given.body)
      Readable.fromWeb(given.body as unknown as NodeStream)
        .on('error', () => response.destroy())
        .pipe(response)
    else response.end()
  }
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    if (isShut) return void socket.destroy()
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const shut = () => {
    isShut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    base,
    shut,
    open(): void {
      isShut = false
    },
    async stop(): Promise<void> {
      const closed = new Promise((resolve) => server.close(resolve))
      shut()
      await closed
    },
  }
}

async function asRequest(request: IncomingMessage, url: URL, signal: AbortSignal): Promise<Request> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  )
  const { method } = request
  return new Request(url, { method, headers, signal, body: method === 'GET' ? undefined : Buffer.concat(parts) })
}
