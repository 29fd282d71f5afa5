import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { devicePort } from './device.ts'
import { oneAtATime } from './port.ts'
import { tcpPort } from './tcp.ts'

async function serverThat(does: (socket: Socket) => void) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    does(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port: (server.address() as { port: number }).port, stop }
}

test('a device file is written and read without blocking', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'beurt-device-'))
  const path = join(folder, 'lp0')
  execFileSync('mkfifo', [path])
  try {
    // A pipe opened both ways gives back what was written, as a printer answers.
    await devicePort(path).use(async (line) => {
      expect(await line.read(20)).toBeUndefined()
      await line.write(Uint8Array.of(1, 2, 3), 200)
      expect([...(await line.read(200))!]).toEqual([1, 2, 3])
      await expect(line.write(new Uint8Array(1_000_000), 60)).rejects.toMatchObject({ trouble: 'timeout' })
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a device that is not plugged in is unreachable', async () => {
  await expect(devicePort('/dev/usb/lp-none').use(async () => 1)).rejects.toMatchObject({ trouble: 'unreachable' })
})

test('a write into a printer that takes nothing ends at its deadline', async () => {
  const server = await serverThat((socket) => socket.pause())
  const from = performance.now()
  await expect(tcpPort('127.0.0.1', server.port).use((line) => line.write(new Uint8Array(50_000_000), 150))).rejects.toMatchObject({
    trouble: 'timeout',
  })
  expect(performance.now() - from).toBeLessThan(1500)
  await server.stop()
})

test('a line that the printer closes says so, after its last bytes were read', async () => {
  const server = await serverThat((socket) => socket.end(Uint8Array.of(0x12)))
  await tcpPort('127.0.0.1', server.port).use(async (line) => {
    expect([...(await line.read(500))!]).toEqual([0x12])
    await expect(line.read(500)).rejects.toMatchObject({ trouble: 'closed' })
  })
  await server.stop()
})

test('a failed job lets the next one through, in order', async () => {
  const inTurn = oneAtATime()
  const order: number[] = []
  const jobs = [1, 2, 3].map((number) =>
    inTurn(async () => {
      order.push(number)
      if (number === 1) throw new Error('jam')
    }),
  )
  expect((await Promise.allSettled(jobs)).map((one) => one.status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(order).toEqual([1, 2, 3])
})
