import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Context, Hono } from 'hono'
import type { Asker } from '../contract/ask.ts'
import type { Instant } from '../domain/time.ts'
import { makeApp } from './app.ts'
import type { House } from './house.ts'
import { file, mountScreens, pagePolicy } from './screens.ts'
import { makeToken } from './secrets.ts'
import type { Env } from './serve.ts'

/** What the booking pages' bundle exports: a page for a request, asking this api through its own door. */
type Answer = (request: Request, given: { asker: Asker; nonce: string; now: Instant; fault: (error: unknown) => void }) => Promise<Response>

/** The api with every screen on it. `dist` holds what the build made; `kioskPort` is where the demonstration's kiosk agent is. */
export async function makeSite(house: House, given: { dist: string; kioskPort: number | null }): Promise<Hono<Env>> {
  let lost = async (c: Context<Env>): Promise<Response> => c.text('404 Not Found', 404)
  const app = makeApp(house, (c) => lost(c))
  mountScreens(
    app,
    given.dist,
    ['display', 'counter', 'control-room'].filter((name) => existsSync(join(given.dist, name, 'index.html'))),
  )
  const { kioskPort } = given
  if (kioskPort) for (const path of ['/kiosk', '/kiosk/']) app.get(path, (c) => c.redirect(besides(c.req.url, kioskPort), 302))
  const booking = join(given.dist, 'booking-web')
  if (existsSync(join(booking, 'server', 'answer.js'))) lost = await mountBooking(app, house, booking)
  return app
}

/** Another port of the same machine, by the name under which it was asked. */
const besides = (asked: string, port: number): string => Object.assign(new URL('/', asked), { port: String(port) }).href

/** Answers what shows, in the language of who asks, that there is nothing at an address. */
async function mountBooking(app: Hono<Env>, house: House, folder: string) {
  const { answer } = (await import(pathToFileURL(join(folder, 'server', 'answer.js')).href)) as { answer: Answer }
  app.get('/book/assets/*', (c) => file(c, folder, c.req.path.slice('/book/'.length)))
  const page = async (c: Context<Env>, asked = c.req.raw) => {
    const nonce = makeToken().slice(0, 22)
    const asker: Asker = { base: new URL(c.req.url).origin, send: async (request) => app.fetch(request, c.env) }
    const fault = (error: unknown) => house.log.fault(error, { page: 'book' })
    const response = await answer(asked, { asker, nonce, now: house.clock.now(), fault })
    const shown = new Response(response.body, response)
    shown.headers.set('content-security-policy', pagePolicy(nonce))
    shown.headers.set('x-content-type-options', 'nosniff')
    shown.headers.set('referrer-policy', 'same-origin')
    shown.headers.set('cache-control', 'no-store')
    return shown
  }
  app.all('/book/*', (c) => page(c))
  app.get('/book', (c) => c.redirect('/book/', 308))
  return (c: Context<Env>) => {
    const isPage = c.req.method === 'GET' && c.req.header('accept')?.includes('text/html')
    return isPage
      ? page(c, new Request(new URL('/book/-/-', c.req.url), { headers: c.req.raw.headers }))
      : Promise.resolve(c.text('404 Not Found', 404))
  }
}
