import { createConnection, type Socket } from 'node:net'
import { inbox, type Line, oneAtATime, type Port, PortFault } from './port.ts'

/**
 * A printer on the network (raw port, 9100 as a rule). A connection is made for each job: such printers take one at a time and drop
 * idle ones. Gives up connecting after `connectMs`.
 */
export function tcpPort(host: string, port: number, { connectMs = 500 } = {}): Port {
  const inTurn = oneAtATime()
  return {
    use: (job) =>
      inTurn(async () => {
        const socket = await connect(host, port, connectMs)
        try {
          return await job(lineOver(socket))
        } finally {
          close(socket)
        }
      }),
  }
}

function connect(host: string, port: number, connectMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port, noDelay: true })
    const timer = setTimeout(() => give('no connection in time'), connectMs)
    const give = (detail: string) => {
      clearTimeout(timer)
      socket.destroy()
      reject(new PortFault('unreachable', detail))
    }
    socket.once('error', (error) => give(error.message))
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.removeAllListeners('error')
      resolve(socket)
    })
  })
}

function lineOver(socket: Socket): Line {
  const received = inbox()
  let broken: PortFault | undefined
  const breakOff = (detail: string) => {
    broken ??= new PortFault('closed', detail)
    received.close()
  }
  socket.on('data', (bytes) => received.put(bytes as Buffer))
  socket.on('error', (error) => breakOff(error.message))
  socket.on('end', () => breakOff('the printer hung up'))
  socket.on('close', () => breakOff('the line is gone'))
  return {
    read: (withinMs) => received.take(withinMs),
    write: (bytes, withinMs) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken)
        const timer = setTimeout(() => reject(new PortFault('timeout')), withinMs)
        const settle = (fault: PortFault | undefined) => {
          clearTimeout(timer)
          socket.off('close', gone)
          if (fault) reject(fault)
          else resolve()
        }
        const gone = () => settle(broken ?? new PortFault('closed'))
        socket.once('close', gone)
        socket.write(bytes, (error) => settle(error ? new PortFault('closed', error.message) : undefined))
      }),
  }
}

// A polite end lets the last bytes arrive; a printer that does not answer it is left after a second.
function close(socket: Socket): void {
  socket.end()
  const timer = setTimeout(() => socket.destroy(), 1000)
  timer.unref()
  socket.once('close', () => clearTimeout(timer))
}
