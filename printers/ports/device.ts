import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { type Line, oneAtATime, type Port, PortFault } from './port.ts'

const pollMs = 5

/** A printer behind a device file of the operating system, such as `/dev/usb/lp0`: bytes written go out, bytes read come in. */
export function devicePort(path: string): Port {
  const inTurn = oneAtATime()
  return {
    use: (job) =>
      inTurn(async () => {
        // Not blocking: a read of a silent USB printer would otherwise hold a thread for ever.
        const file = await open(path, constants.O_RDWR | constants.O_NONBLOCK).catch((error: Error) => {
          throw new PortFault('unreachable', error.message)
        })
        try {
          return await job(lineOver(file))
        } finally {
          await file.close()
        }
      }),
  }
}

function lineOver(file: FileHandle): Line {
  return {
    async write(bytes, withinMs) {
      const endsAt = performance.now() + withinMs
      let sent = 0
      while (sent < bytes.length) {
        sent += (await attempt(() => file.write(bytes, sent)))?.bytesWritten ?? 0
        if (sent >= bytes.length) return
        if (performance.now() >= endsAt) throw new PortFault('timeout')
        await pause(pollMs)
      }
    },
    async read(withinMs) {
      const endsAt = performance.now() + withinMs
      const buffer = new Uint8Array(256)
      for (;;) {
        const count = (await attempt(() => file.read(buffer)))?.bytesRead ?? 0
        if (count > 0) return buffer.slice(0, count)
        if (performance.now() >= endsAt) return undefined
        await pause(pollMs)
      }
    },
  }
}

async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined
    throw new PortFault('closed', (error as Error).message)
  }
}
