export type Wanted = { method: string; path: string; headers: Record<string, string>; body: string }
export type Load = { perSecond: number; p50: number; p99: number; answers: number; faults: number }

/** A bare connection to a port of this machine: what comes goes to `heard`. */
export type OpenSocket = (port: number, heard: (bytes: Buffer) => void) => Promise<{ write(text: string): void; end(): void }>
type Connection = { ask(text: string): void; end(): void }

/** One connection with the least work a client can do: the load must not be what is measured. `answered` is told each status. */
async function openConnection(open: OpenSocket, port: number, answered: (status: number, on: Connection) => void): Promise<Connection> {
  let got: Buffer | null = null
  const socket = await open(port, (bytes) => {
    const all = got ? Buffer.concat([got, bytes]) : bytes
    const status = statusOf(all)
    // The bytes are the socket's own and change under us.
    got = status === null ? Buffer.from(all) : null
    if (status !== null) answered(status, connection)
  })
  const connection: Connection = { ask: (text) => socket.write(text), end: socket.end }
  return connection
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
  const times: number[] = []
  const askedAt = new Map<Connection, number>()
  let faults = 0
  let until = 0
  const done = Promise.withResolvers<void>()
  const next = (connection: Connection): void => {
    const now = performance.now()
    if (now < until) {
      askedAt.set(connection, now)
      connection.ask(textOf(given.wanted()))
    } else if (askedAt.delete(connection) && askedAt.size === 0) done.resolve()
  }
  const answered = (status: number, connection: Connection): void => {
    if (status >= 300) faults += 1
    times.push(performance.now() - (askedAt.get(connection) ?? 0))
    next(connection)
  }
  const open = await Promise.all(Array.from({ length: given.connections }, () => openConnection(given.open, given.port, answered)))
  const began = performance.now()
  until = began + given.seconds * 1000
  for (const connection of open) next(connection)
  await done.promise
  const seconds = (performance.now() - began) / 1000
  for (const connection of open) connection.end()
  times.sort((a, b) => a - b)
  const at = (q: number) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0
  return { perSecond: (times.length - faults) / seconds, p50: at(0.5), p99: at(0.99), answers: times.length, faults }
}
