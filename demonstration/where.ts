import type { NetworkInterfaceInfo } from 'node:os'
import { isOwnName } from '../kiosk/agent/own-name.ts'
import { at, type Ports } from './ports.ts'

/** What this machine is called, and where it is in its networks. */
export type MachineNames = { hostname: string; networks: NodeJS.Dict<NetworkInterfaceInfo[]> }

const everywhere = new Set(['0.0.0.0', '::'])
const inUrl = (host: string) => (host.includes(':') ? `[${host}]` : host)

/** True where `HOST` lets other devices in by every address of this machine. */
export const isEverywhere = (host: string): boolean => everywhere.has(host)

/** Where the parts of the demonstration reach each other. */
export const insideName = (host: string): string => (isEverywhere(host) ? '127.0.0.1' : inUrl(host))

/** Where people find it: by an address that another device can use, if any can. */
export function outsideName(host: string, { networks }: MachineNames): string {
  if (/^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host)) return 'localhost'
  if (!isEverywhere(host)) return inUrl(host)
  const all = Object.values(networks).flatMap((some) => some ?? [])
  return all.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? 'localhost'
}

/**
 * Who may show what, for somebody who came by `host`, as the Host of their request has it: all parts are on this machine, so under the same name.
 * A name that is not this machine's own could be anybody's, and counts as `localhost`.
 */
export function makeWhere({ ports, publicUrl, machine }: { ports: Ports; publicUrl: string; machine: MachineNames }) {
  const open = new URL(publicUrl)
  const own = machine.hostname.toLowerCase()
  const names = [open.hostname, own, `${own}.local`]
  const hostsAt = (port: number) => names.map((name) => `${name}:${port}`)
  const nameOf = (host: string) => {
    const name = host.toLowerCase().replace(/:\d+$/, '')
    return isOwnName(name, names) ? name : 'localhost'
  }
  return {
    /** The names, beside its addresses, by which a part may be asked for. */
    hostsAt,
    framedBy: (host: string): string[] => [...new Set([at(ports.site, nameOf(host)), open.origin])],
    frames: (host: string): string[] => [ports.kiosk, ports.paper, ports.door].map((port) => at(port, nameOf(host))),
  }
}
export type Where = ReturnType<typeof makeWhere>
