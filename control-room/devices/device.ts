import type { listDevices } from '../../contract/access.ts'
import type { ResultOf } from '../../contract/route.ts'

export type DeviceList = ResultOf<typeof listDevices>
export type Device = DeviceList['devices'][number]
export const kinds = ['kiosk', 'display'] as const
export type Kind = (typeof kinds)[number]

const weights = { 'paper-out': 0, 'not-seen': 1, 'stray-numbers': 2, 'paper-low': 3 }

/** What wants a hand stands first, then by number. */
export function worstFirst(devices: readonly Device[]): Device[] {
  const weight = ({ alert }: Device) => (alert ? weights[alert] : 4)
  return [...devices].sort((a, b) => weight(a) - weight(b) || a.number - b.number)
}
