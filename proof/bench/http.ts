import { connect, type Socket } from 'node:net'

export type Wanted = { method: string; path: string; headers: Record<string, string>; body: string }
export type Load = { perSecond: number; p50: number; p99: number; answers: number; faults: number }

/** One connection that asks and waits, over and over, with the least work a client can do: the load must not be what is measured. */
function openConnection(port: number): Promise<{ ask(text: string): Promise<number>; end(): void }> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1')
    let got: Buffer = Buffer.alloc(0)
    let settle: ((status: number) => void) | null = null
    socket.setNoDelay(true)
    socket.once('error', reject)
    socket.on('data', (chunk: Buffer) => {
      got = got.length ? Buffer.concat([got, chunk]) : chunk
      const text = got.toString('latin1')
      const head = text.indexOf('\r\n\r\n')
      const length = /content-length: (\d+)/i.exec(text)
      if (head < 0 || !length || got.length < head + 4 + Number(length[1])) return
      const status = Number(text.slice(9, 12))
      got = Buffer.alloc(0)
      const settled = settle
      settle = null
      settled?.(status)
    })
    socket.once('connect', () =>
      resolve({
        ask: (text) =>
          new Promise((settled) => {
            settle = settled
            socket.write(text)
          }),
        end: () => socket.destroy(),
      }),
    )
  })
}

const textOf = (w: Wanted): string => {
  const headers = Object.entries(w.headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${w.method} ${w.path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(w.body)}\r\n${headers.join('')}\r\n${w.body}`
}

/** Asks from `connections` connections for `seconds`, each the next `wanted()` as soon as it has its answer. */
export async function load(given: { port: number; connections: number; seconds: number; wanted: () => Wanted }): Promise<Load> {
  const open = await Promise.all(Array.from({ length: given.connections }, () => openConnection(given.port)))
  const times: number[] = []
  let faults = 0
  const began = performance.now()
  const until = began + given.seconds * 1000
  await Promise.all(
    open.map(async (connection) => {
      while (performance.now() < until) {
        const at = performance.now()
        const status = await connection.ask(textOf(given.wanted()))
        if (status >= 300) faults += 1
        times.push(performance.now() - at)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  for (const connection of open) connection.end()
  times.sort((a, b) => a - b)
  const at = (q: number) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0
  return { perSecond: (times.length - faults) / seconds, p50: at(0.5), p99: at(0.99), answers: times.length, faults }
}
