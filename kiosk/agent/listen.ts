import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers HTTP on an address of this machine; port 0 takes any free one. Rejects when the port is taken. */
export async function listen(
  answer: (request: Request) => Promise<Response>,
  { port, host }: { port: number; host: string },
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    void pass(answer, incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function pass(answer: (request: Request) => Promise<Response>, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  const response = await answer(await requestFrom(incoming, gone.signal))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (!response.body || incoming.method === 'HEAD') return void outgoing.end()
  const reader = response.body.getReader()
  gone.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true })
  for (let part = await reader.read(); !part.done && !gone.signal.aborted; part = await reader.read()) outgoing.write(part.value)
  outgoing.end()
}

/** Of a body so much is read, which is more than any route takes; who sends on for longer than that is hung up on. */
const readMax = 64 * 1024
const sentMax = 1024 * 1024

async function requestFrom(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) if (value !== undefined) headers.set(name, String(value))
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of incoming) {
    const bytes = part as Uint8Array
    if (size < readMax) parts.push(bytes.subarray(0, readMax - size))
    size += bytes.length
    if (size > sentMax) throw new Error('body too large')
  }
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
  const url = new URL(incoming.url ?? '/', 'http://kiosk.invalid')
  return new Request(url, { method: incoming.method, headers, signal, body: hasBody ? Buffer.concat(parts) : undefined })
}
