import { inbox, oneAtATime, type Port, PortFault } from './port.ts'

/** The other end of a port in memory: takes bytes and may `reply` at once or later; `hangUp` breaks the line. */
export type Listener = (bytes: Uint8Array, line: { reply(bytes: Uint8Array): void; hangUp(): void }) => void

/** A port without a cable, for tests and simulations. */
export function memoryPort(listener: Listener): Port {
  const inTurn = oneAtATime()
  return {
    use: (job) =>
      inTurn(() => {
        const received = inbox()
        let open = true
        const hangUp = () => {
          open = false
          received.close()
        }
        return job({
          read: (withinMs) => received.take(withinMs),
          async write(bytes) {
            if (!open) throw new PortFault('closed')
            listener(bytes, { reply: received.put, hangUp })
          },
        })
      }),
  }
}
