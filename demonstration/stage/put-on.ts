import { join } from 'node:path'
import type { Hono } from 'hono'
import type { Env } from '../../api/serve.ts'
import type { Asker } from '../../contract/ask.ts'
import { demonstrationPassword, freeCounter, mainPoint, quieterPoint } from '../network.ts'
import type { Ports } from '../ports.ts'
import type { Stood } from '../stand.ts'
import type { Where } from '../where.ts'
import { makeBackstage } from './backstage.ts'
import { mountStage } from './mount.ts'
import { openDoor, type Send, sendAs } from './staff-door.ts'

const base = 'http://beurt.internal'

/** Puts the stage on the site of the demonstration. `open` lets the clerk's door be used, once the site answers. */
export function putOnStage(given: {
  site: Hono<Env>
  stood: Stood
  ports: Ports
  where: Where
  dist: string
  host: string
  newId: () => string
}) {
  const { site, ports, stood, where } = given
  const send: Send = async (request) => site.fetch(request, { address: 'simulated' })
  const asker = (sends: Send): Asker => ({ base, send: sends })
  const here = (path: string, port: number | null = null) => ({ port, path })
  const backstage = makeBackstage({
    stood,
    mainPoint,
    quieterPoint,
    manager: asker(sendAs('manager', demonstrationPassword, send)),
    visitor: asker(send),
    newId: given.newId,
    addresses: {
      kiosk: here('/', ports.kiosk),
      paper: here('/', ports.paper),
      counter: here(`/counter/?point=${mainPoint}&counter=${freeCounter}`, ports.door),
      display: here(`/display/?point=${mainPoint}`),
      book: here(`/book/${mainPoint}`),
      mailbox: here('/', ports.mailbox),
    },
  })
  mountStage(site, {
    folder: join(given.dist, 'demonstration', 'stage'),
    backstage,
    password: demonstrationPassword,
    frames: where.frames,
  })
  return {
    backstage,
    /** Whoever comes in by this door is the clerk of the main hall. */
    openDoor: () => openDoor({ send: sendAs('clerk', demonstrationPassword, send), port: ports.door, host: given.host, where }),
  }
}
