import { createServer } from 'node:net'
import type { DemonstrationConfig } from './config.ts'

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

export type Ports = { site: number; kiosk: number; printer: number; paper: number; mailbox: number; smtp: number; door: number }

/** Where each part of the demonstration listens; a real deployment gets the port it asked for, or nothing. */
export async function portsOf(config: DemonstrationConfig): Promise<Ports> {
  const port = makePorts(config.host)
  return {
    site: config.databaseUrl ? config.port : await port(config.port),
    kiosk: await port(config.kioskPort),
    printer: await port(config.printerPort),
    paper: await port(config.paperPort),
    mailbox: await port(config.mailboxPort),
    smtp: await port(config.smtpPort),
    door: await port(config.doorPort),
  }
}

/** Where a part is, by a name of this machine. */
export const at = (port: number, name = 'localhost'): string => `http://${name}:${port}`
