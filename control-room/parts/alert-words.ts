import type { Tile } from '../tiles.ts'
import { useWords } from '../words.ts'

/** What is wrong with a device, in words: `kiosk 1: papier op`. */
export function useAlertWords(): (alert: Tile['alerts'][number]) => string {
  const t = useWords()
  return ({ device, code }) => {
    const [kind, number = ''] = device.split(' ')
    const name = kind === 'kiosk' || kind === 'display' ? t().device[kind](number) : device
    return `${name}: ${t().alert[code]}`
  }
}
