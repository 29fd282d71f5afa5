import type { Hono } from 'hono'
import { languageOf } from '../api/problem-answer.ts'
import { pageHeaders } from '../api/screens.ts'
import type { Env } from '../api/serve.ts'
import { frontPage } from './front-page.ts'

/** Puts the page that shows where to go at `/`, where there is nothing simulated to show. */
export function mountFront(site: Hono<Env>): void {
  site.get('/', (c) => c.html(frontPage(languageOf(c.req.query('language'), c.req.header('accept-language'))), 200, pageHeaders))
}
