import type { Hono } from 'hono'
import { languageOf } from '../api/problem-answer.ts'
import { pageHeaders } from '../api/screens.ts'
import type { Env } from '../api/serve.ts'
import { wallTimeOf } from '../domain/time.ts'
import { type FrontGiven, frontPage } from './front-page.ts'
import { demonstrationPassword, mainPoint, mainZone } from './network.ts'
import { at, type Ports } from './ports.ts'
import type { Stood } from './stand.ts'

/** Puts the page that shows where to go at `/`; `ports` are those of the demonstration's machines, null where there are none. */
export function mountFront(site: Hono<Env>, stood: Stood, ports: Ports | null): void {
  const addresses: FrontGiven['addresses'] = ports
    ? {
        book: `/book/${mainPoint}`,
        display: `/display/?point=${mainPoint}`,
        kiosk: at(ports.kiosk),
        paper: at(ports.paper),
        mailbox: at(ports.mailbox),
      }
    : { book: '/book/', display: '/display/', kiosk: null, paper: null, mailbox: null }
  site.get('/', (c) =>
    c.html(
      frontPage({
        language: languageOf(c.req.query('language'), c.req.header('accept-language')),
        time: stood.clock && wallTimeOf(stood.clock.now(), mainZone),
        simulated: ports !== null,
        addresses,
        accounts: [
          { subject: 'clerk', screen: 'counter' },
          { subject: 'manager', screen: 'controlRoom' },
        ],
        password: ports ? demonstrationPassword : null,
      }),
      200,
      pageHeaders,
    ),
  )
}
