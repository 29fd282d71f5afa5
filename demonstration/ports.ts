import { createServer } from 'node:net'

/** True where nobody listens on this port of this host. */
const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })

/** Hands out ports: the wanted one, or the next that is free; a port once given is not given again. */
export function makePorts(host: string) {
  const given = new Set<number>()
  return async (wanted: number): Promise<number> => {
    for (let port = wanted; port < Math.min(wanted + 200, 65536); port++) {
      if (given.has(port) || !(await isFree(port, host))) continue
      given.add(port)
      return port
    }
    throw new Error(`no port is free from ${wanted} to ${wanted + 199}`)
  }
}
