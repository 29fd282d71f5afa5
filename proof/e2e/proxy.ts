import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

type Pair = { near: Socket; far: Socket }

/** A line to somewhere that can be cut as networks are: nothing is refused, nothing comes back, nothing goes through, until it is mended. */
export async function openProxy(target: string): Promise<{ address: string; cut(): void; mend(): void; stop(): Promise<void> }> {
  const { hostname, port } = new URL(target)
  const pairs = new Set<Pair>()
  let isCut = false
  const hold = ({ near, far }: Pair) => void [near.pause(), far.pause()]
  const free = ({ near, far }: Pair) => void [near.resume(), far.resume()]
  const server = createServer({ pauseOnConnect: true }, (near) => {
    const pair = { near, far: connect(Number(port), hostname) }
    pairs.add(pair)
    join(pair, () => pairs.delete(pair))
    if (isCut) hold(pair)
    else free(pair)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true
      pairs.forEach(hold)
    },
    mend() {
      isCut = false
      pairs.forEach(free)
    },
    async stop() {
      const closed = new Promise((done) => server.close(done))
      for (const { near, far } of pairs) for (const socket of [near, far]) socket.destroy()
      await closed
    },
  }
}

/** Bytes of the one go to the other, and so does the end of it; what a held one has said is lost with it. */
function join({ near, far }: Pair, gone: () => void): void {
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on('data', (bytes) => other.write(bytes))
    one.on('end', () => other.end())
    one.on('error', () => one.destroy())
    one.on('close', () => {
      other.destroy()
      gone()
    })
  }
}
