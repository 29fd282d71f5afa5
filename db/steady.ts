import { connect as connectSocket, type Socket } from 'node:net'
import type postgres from 'postgres'

type Sql = postgres.Sql

const lingerMs = 6000
const youngMs = 50
const listenAgainMs = 250

/** What a new set of connections is told to do when one of them has closed, and when a notification comes. */
export type Told = { lost: () => void; heard?: (channel: string, payload: string) => void }
type Open = (told: Told) => Sql

/**
 * The way to the database that outlives its connections. The driver cannot always use a connection again that broke in the middle of a
 * write, so after a loss whoever asks next gets a new set of connections, while what is under way on the others may end. `open` makes a
 * set; `begin` runs a transaction.
 */
export function makeSteady(open: Open, begin: (run: (sql: Sql) => Promise<unknown>) => Promise<unknown>): Sql {
  let ended = false
  let current = fresh()

  function fresh(): Sql {
    const madeAt = performance.now()
    const client: Sql = open({
      lost() {
        if (ended || client !== current || performance.now() - madeAt < youngMs) return
        current = fresh()
        setTimeout(() => void client.end({ timeout: 0 }).catch(() => {}), lingerMs).unref()
      },
    })
    return client
  }

  const own: Record<string, unknown> = {
    begin: (first: unknown, second?: unknown) => begin((second ?? first) as (sql: Sql) => Promise<unknown>),
    listen: (channel: string, heard: (payload: string) => void) => listen(open, channel, heard),
    async end(options?: { timeout?: number }) {
      ended = true
      await current.end(options)
    },
  }
  return new Proxy(current, {
    apply: (_, __, args) => Reflect.apply(current as unknown as (...args: unknown[]) => unknown, undefined, args),
    get: (_, name) => (typeof name === 'string' && name in own ? own[name] : Reflect.get(current, name)),
  })
}

/** Listens until told otherwise: after an outage again, as soon as there is a database. */
async function listen(open: Open, channel: string, heard: (payload: string) => void) {
  let ended = false
  let client: Sql | null = null

  async function begin(): Promise<void> {
    if (ended) return
    let lost = false
    const again = () => {
      if (lost || ended) return
      lost = true
      setTimeout(() => void begin(), listenAgainMs).unref()
      void mine.end({ timeout: 0 }).catch(() => {})
    }
    const mine = open({ lost: again, heard: (on, payload) => on === channel && heard(payload) })
    client = mine
    await mine.unsafe(`listen "${channel}"`).catch(again)
  }

  await begin()
  return {
    async unlisten() {
      ended = true
      await client?.end({ timeout: 0 }).catch(() => {})
    },
  }
}

/**
 * Makes sockets that end themselves when they have asked and hear nothing for `silentMs`: a statement has a deadline of its own, so whoever
 * is silent for longer is gone, whatever the network says. For plain connections; encrypted ones are made by the driver.
 */
export const watched =
  (silentMs: number) =>
  ({ host, port, path }: { host: string[]; port: number[]; path?: string }): Socket => {
    const socket = path ? connectSocket(path) : connectSocket(port[0]!, host[0]!)
    let timer: ReturnType<typeof setTimeout> | undefined
    const heard = () => {
      clearTimeout(timer)
      timer = undefined
    }
    const write = socket.write.bind(socket) as (...args: unknown[]) => boolean
    socket.write = (...args: unknown[]) => {
      timer ??= setTimeout(
        () => socket.destroy(Object.assign(new Error('the database is silent'), { code: 'CONNECTION_SILENT' })),
        silentMs,
      )
      return write(...args)
    }
    socket.on('data', heard)
    socket.on('close', heard)
    return socket
  }
