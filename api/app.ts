import { type Context, Hono } from 'hono'
import { Problem } from '../contract/problems.ts'
import { visitCalendarPath } from '../contract/visits.ts'
import { routes as accessRoutes } from './access/routes.ts'
import { routes as counterRoutes } from './counters/routes.ts'
import type { House } from './house.ts'
import { makeMethods } from './methods.ts'
import { routes as networkRoutes } from './network/routes.ts'
import { openApi } from './open-api.ts'
import { routes as planRoutes } from './plan/routes.ts'
import { routes as pointRoutes } from './points/routes.ts'
import { languageOf, problemAnswer, problemFrom } from './problem-answer.ts'
import { makeRateLimit } from './rate-limit.ts'
import { apiHeaders } from './response-headers.ts'
import { type Behind, type Env, mount } from './serve.ts'
import { routes as ticketRoutes } from './tickets/routes.ts'
import { routes as totalsRoutes } from './totals/routes.ts'
import { calendarFile } from './visits/calendar-file.ts'
import { routes as visitRoutes } from './visits/routes.ts'

/** Every row of what this api offers. */
export const table = [
  ...accessRoutes,
  ...pointRoutes,
  ...planRoutes,
  ...ticketRoutes,
  ...counterRoutes,
  ...visitRoutes,
  ...networkRoutes,
  ...totalsRoutes,
]

/** The api as one `fetch`: routes, problems, health. Screens are put on it by `site.ts`, which may say what stands `elsewhere`: where there is nothing. */
export function makeApp(house: House, elsewhere: (c: Context<Env>) => Response | Promise<Response> = (c) => c.text('404 Not Found', 404)) {
  const app = new Hono<Env>()

  app.onError((error, c) =>
    problemAnswer(
      problemFrom(error, house.log, { requestId: c.get('requestId'), path: c.req.matchedRoutes.at(-1)?.path }),
      c.get('language') ?? 'nl',
      c.get('requestId') ?? '',
    ),
  )
  const behind = makeFront(house)
  mount(app, house, table, behind)
  app.get(
    visitCalendarPath,
    behind((c) => calendarFile(house, c)),
  )
  const document = openApi(table, house.publicUrl)
  app.get(
    '/api/openapi.json',
    behind((c) => c.json(document)),
  )
  app.get('/livez', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    try {
      await house.connections.slowSql`select 1`
      return c.text('ok')
    } catch {
      return c.text('the database does not answer', 503)
    }
  })
  const wrongMethod = makeMethods([
    ...table.map((b) => b.route),
    ...['/api/openapi.json', visitCalendarPath].map((path) => ({ method: 'GET', path })),
  ])
  const nothingThere = behind((c) => {
    throw wrongMethod(c.req.path)
  })
  app.notFound((c) => (/^\/api(\/|$)/.test(c.req.path) ? nothingThere(c) : elsewhere(c)))
  return app
}

/** What stands in front of every address of the api: who asks, in which language, from no foreign page and not too often. */
function makeFront(house: House): Behind {
  const limit = makeRateLimit(house)
  return (handler) => async (c) => {
    c.set('requestId', crypto.randomUUID())
    c.set('language', languageOf(c.req.header('x-language'), c.req.header('accept-language')))
    refuseForeignPage(c.req.raw, house.publicUrl)
    c.set('identity', await house.identify.of(c))
    limit(c)
    const answer = await handler(c)
    // An answer or a problem carries them from the start, which costs a tenth of setting them one by one.
    if (answer.headers.has('x-request-id')) return answer
    for (const [name, value] of Object.entries(apiHeaders)) answer.headers.set(name, value)
    answer.headers.set('x-request-id', c.get('requestId'))
    return answer
  }
}

/** A page of another site may not write here with somebody's cookie: browsers say where a write comes from. */
function refuseForeignPage(request: Request, publicUrl: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw new Problem('not-allowed')
  const origin = request.headers.get('origin')
  if (!origin) return
  const ours = [new URL(publicUrl).host, new URL(request.url).host, request.headers.get('host')]
  if (!URL.canParse(origin) || !ours.includes(new URL(origin).host)) throw new Problem('not-allowed')
}
