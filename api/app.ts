import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { Problem } from '../contract/problems.ts'
import { routes as accessRoutes } from './access/routes.ts'
import { routes as counterRoutes } from './counters/routes.ts'
import type { House } from './house.ts'
import { makeIdentify } from './identify.ts'
import { routes as networkRoutes } from './network/routes.ts'
import { openApi } from './open-api.ts'
import { routes as pointRoutes } from './points/routes.ts'
import { languageOf, problemAnswer, problemFrom } from './problem-answer.ts'
import { makeRateLimit } from './rate-limit.ts'
import { type Env, mount } from './serve.ts'
import { routes as ticketRoutes } from './tickets/routes.ts'
import { calendarFile } from './visits/calendar-file.ts'
import { routes as visitRoutes } from './visits/routes.ts'

/** Every row of what this api offers. */
export const table = [...accessRoutes, ...pointRoutes, ...ticketRoutes, ...counterRoutes, ...visitRoutes, ...networkRoutes]

/** The api as one `fetch`: routes, problems, health. Screens are put on it by `screens.ts`. */
export function makeApp(house: House) {
  const app = new Hono<Env>()
  const identify = makeIdentify(house)
  const limit = makeRateLimit(house)

  app.onError((error, c) =>
    problemAnswer(
      problemFrom(error, house.log, { requestId: c.get('requestId'), path: c.req.routePath }),
      c.get('language') ?? 'nl',
      c.get('requestId') ?? '',
    ),
  )
  app.use('/api/*', secureHeaders({ crossOriginResourcePolicy: 'same-origin' }))
  app.use('/api/*', async (c, next) => {
    const requestId = crypto.randomUUID()
    c.set('requestId', requestId)
    c.header('x-request-id', requestId)
    c.set('language', languageOf(c.req.header('x-language'), c.req.header('accept-language')))
    refuseForeignPage(c.req.raw)
    c.set('identity', await identify.of(c))
    limit(c)
    await next()
  })
  mount(app, house, table)
  app.get('/api/visits/:visit/calendar.ics', (c) => calendarFile(house, c))
  const document = openApi(table, house.publicUrl)
  app.get('/api/openapi.json', (c) => c.json(document))
  app.get('/livez', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    try {
      await house.connections.slowSql`select 1`
      return c.text('ok')
    } catch {
      return c.text('the database does not answer', 503)
    }
  })
  app.all('/api/*', () => {
    throw new Problem('not-found')
  })
  return app
}

/** A page of another site may not write here with somebody's cookie: browsers say where a write comes from. */
function refuseForeignPage(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw new Problem('not-allowed')
}
