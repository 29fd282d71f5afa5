export type Wanted = { method: string; path: string; headers: Record<string, string>; body: string }
export type Load = { perSecond: number; p50: number; p99: number; answers: number; faults: number }

/** A bare connection to a port of this machine: what comes goes to `heard`. */
export type OpenSocket = (port: number, heard: (bytes: Buffer) => void) => Promise<{ write(text: string): void; end(): void }>
type Connection = { ask(text: string): Promise<number>; end(): void }
type Waiting = { got: Buffer | null; settle: ((status: number) => void) | null }

/** One connection that asks and waits, over and over, with the least work a client can do: the load must not be what is measured. */
async function openConnection(open: OpenSocket, port: number): Promise<Connection> {
  const waiting: Waiting = { got: null, settle: null }
  const socket = await open(port, (bytes) => {
    const got = waiting.got ? Buffer.concat([waiting.got, bytes]) : bytes
    const status = statusOf(got)
    if (status === null) {
      waiting.got = Buffer.from(got)
      return
    }
    const { settle } = waiting
    waiting.got = null
    waiting.settle = null
    settle?.(status)
  })
  return {
    ask: (text) =>
      new Promise((settle) => {
        waiting.settle = settle
        socket.write(text)
      }),
    end: socket.end,
  }
}

/** The status of an answer; null until all of it is there. Looks at bytes: a text of each answer would cost as much as the rest of the load. */
function statusOf(bytes: Buffer): number | null {
  const head = bytes.indexOf('\r\n\r\n')
  const told = bytes.indexOf('ontent-')
  if (head < 0 || told < 0) return null
  let length = 0
  for (let i = bytes.indexOf('ength: ', told) + 7; i > 6 && (bytes[i] as number) >= 48; i++)
    length = length * 10 + (bytes[i] as number) - 48
  return bytes.length >= head + 4 + length ? ((bytes[9] as number) - 48) * 100 : null
}

/** A request as it goes over the wire. Bodies are in ASCII here. */
function textOf({ method, path, headers, body }: Wanted): string {
  let text = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n`
  for (const name in headers) text += `${name}: ${headers[name]}\r\n`
  return `${text}\r\n${body}`
}

/** Asks from `connections` connections for `seconds`, each the next `wanted()` as soon as it has its answer. */
export async function load(given: {
  open: OpenSocket
  port: number
  connections: number
  seconds: number
  wanted: () => Wanted
}): Promise<Load> {
  const open = await Promise.all(Array.from({ length: given.connections }, () => openConnection(given.open, given.port)))
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
