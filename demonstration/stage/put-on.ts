import { join } from 'node:path'
import type { Hono } from 'hono'
import type { Env } from '../../api/serve.ts'
import type { Asker } from '../../contract/ask.ts'
import { demonstrationPassword, freeCounter, mainPoint, quieterPoint } from '../network.ts'
import { at, type Ports } from '../ports.ts'
import type { Stood } from '../stand.ts'
import { makeBackstage } from './backstage.ts'
import { mountStage } from './mount.ts'
import { openDoor, type Send, sendAs } from './staff-door.ts'

const base = 'http://beurt.internal'

/** Puts the stage on the site of the demonstration. `open` lets the clerk's door be used, once the site answers. */
export function putOnStage(given: {
  site: Hono<Env>
  stood: Stood
  ports: Ports
  publicUrl: string
  dist: string
  host: string
  newId: () => string
}) {
  const { site, ports, stood } = given
  const send: Send = async (request) => site.fetch(request, { address: 'simulated' })
  const asker = (sends: Send): Asker => ({ base, send: sends })
  const [kiosk, paper, counter] = [at(ports.kiosk), at(ports.paper), at(ports.door)]
  const framedBy = [...new Set([at(ports.site), `http://127.0.0.1:${ports.site}`, new URL(given.publicUrl).origin])]
  const backstage = makeBackstage({
    stood,
    mainPoint,
    quieterPoint,
    manager: asker(sendAs('manager', demonstrationPassword, send)),
    visitor: asker(send),
    newId: given.newId,
    addresses: {
      kiosk,
      paper,
      counter: `${counter}/counter/?point=${mainPoint}&counter=${freeCounter}`,
      display: `/display/?point=${mainPoint}`,
      book: `/book/${mainPoint}`,
      mailbox: at(ports.mailbox),
    },
  })
  mountStage(site, {
    folder: join(given.dist, 'demonstration', 'stage'),
    backstage,
    password: demonstrationPassword,
    frames: [kiosk, paper, counter],
  })
  return {
    backstage,
    framedBy,
    /** Whoever comes in by this door is the clerk of the main hall. */
    openDoor: () => openDoor({ send: sendAs('clerk', demonstrationPassword, send), port: ports.door, host: given.host, framedBy }),
  }
}
