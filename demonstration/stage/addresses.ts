import type { StageState } from './routes.ts'

type Parts = StageState['addresses']
export type Addresses = Record<keyof Parts, string>

/** Where the parts of the hall are for somebody whose browser found the stage at `here`: the same machine, by the same name. */
export function addressesFrom(here: string | URL, parts: Parts): Addresses {
  const of = ({ port, path }: Parts[keyof Parts]) => {
    const url = new URL(path, here)
    if (port !== null) url.port = String(port)
    return url.href
  }
  return {
    kiosk: of(parts.kiosk),
    paper: of(parts.paper),
    counter: of(parts.counter),
    display: of(parts.display),
    book: of(parts.book),
    mailbox: of(parts.mailbox),
  }
}
