import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context, Hono } from 'hono'
import * as v from 'valibot'
import { file, pageHeaders, pagePolicy } from '../../api/screens.ts'
import type { Env } from '../../api/serve.ts'
import { signIn } from '../../contract/access.ts'
import { requestOf } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import type { Backstage } from './backstage.ts'
import { type Role, roles, signInPath, stageAct, stageState } from './routes.ts'

type Given = { folder: string; backstage: Backstage; password: string; frames: (host: string) => readonly string[] }

/** Puts the stage on the demonstration's site: its page at `/`, what it shows and what can be made to happen under `/stage/`. */
export function mountStage(site: Hono<Env>, given: Given): void {
  const { backstage, folder } = given
  const page = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', ...pageHeaders }
  site.get('/', (c) => {
    const policy = `${pagePolicy()}; frame-src 'self' ${given.frames(c.req.header('host') ?? '').join(' ')}`
    return new Response(readFileSync(join(folder, 'index.html')), { headers: { ...page, 'content-security-policy': policy } })
  })
  site.get('/stage/assets/*', (c) => file(c, folder, c.req.path.slice('/stage/'.length)))
  site.get(stageState.path, async (c) =>
    c.req.header('accept')?.includes('text/event-stream')
      ? backstage.follow(c.req.raw.signal)
      : c.json(await backstage.read(), 200, { 'cache-control': 'no-store' }),
  )
  site.post(stageAct.path, async (c) => {
    refuseForeign(c)
    const act = v.safeParse(stageAct.params.act, c.req.param('act'))
    const body = v.safeParse(stageAct.body!, await c.req.json().catch(() => null))
    if (!act.success) throw new Problem('not-found')
    if (!body.success) throw new Problem('invalid-input')
    await backstage.act(act.output, body.output.on)
    return c.json({})
  })
  site.post(signInPath, async (c) => {
    refuseForeign(c)
    const { as } = await c.req.parseBody()
    const role = Object.keys(roles).find((one) => one === as) as Role | undefined
    if (!role) throw new Problem('not-found')
    return enter(site, c, role, given.password)
  })
}

/** Signs the visitor in as one of the staff, as the page of a sign-in does, and leads on. */
async function enter(site: Hono<Env>, c: Context<Env>, role: Role, password: string): Promise<Response> {
  const send = async (request: Request) => site.fetch(request, c.env)
  const cookie: Record<string, string> = c.req.header('cookie') ? { cookie: c.req.header('cookie')! } : {}
  const response = await send(requestOf({ base: new URL(c.req.url).origin, send }, signIn, { subject: role, password }, null, cookie))
  const headers = new Headers({ location: roles[role], 'cache-control': 'no-store' })
  for (const made of response.headers.getSetCookie()) headers.append('set-cookie', made)
  return response.ok ? new Response(null, { status: 303, headers }) : response
}

/** Only the stage itself makes things happen: browsers say where a write comes from. */
function refuseForeign(c: Context<Env>): void {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  if (site && site !== 'same-origin' && site !== 'none') throw new Problem('not-allowed')
  if (origin && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host'))) throw new Problem('not-allowed')
}
