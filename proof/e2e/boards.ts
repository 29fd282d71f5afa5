import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import type { board } from '../../contract/points.ts'
import type { ResultOf } from '../../contract/route.ts'

export type Board = ResultOf<typeof board>

const at = '2026-11-24T09:42:00.000Z'
const kinds: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.html': 'text/html; charset=utf-8',
}

/** A board on which these numbers are called, each as `label counter`, in a hall that speaks these languages. */
export const boardWith = (languages: readonly string[], calls: readonly string[]): Board => ({
  version: 1,
  at,
  point: { id: 'aalter', name: 'Stadskantoor Aalter', zone: 'Europe/Brussels', languages: [...languages] },
  called: calls.map((call, n) => {
    const [series, digits, counter] = call.split(' ')
    const calledAt = new Date(Date.parse(at) - 60_000 - n * 1000).toISOString()
    return {
      ticketId: `${n}`,
      label: `${series}\u2009${digits}`,
      counter: Number(counter),
      calls: 1,
      calledAt,
      serving: false,
      language: 'nl',
    }
  }),
  waiting: 0,
})

/** Serves the built display before an api that tells one board, or that a screen is cut off from: it tells it once and falls silent. */
export async function serveBoard(files: Map<string, string | Uint8Array>) {
  let told: Board | null = null
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path.endsWith('/board')) {
      if (!told) return response.writeHead(503, { 'content-type': 'application/problem+json' }).end('{}')
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(`data: ${JSON.stringify(told)}\n\n`)
      return
    }
    const name = files.has(path) ? path : '/index.html'
    response.writeHead(200, { 'content-type': kinds[extname(name)] ?? 'text/plain' })
    response.end(files.get(name))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/?point=aalter&sound=off`,
    tell: (board: Board | null) => {
      told = board
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
