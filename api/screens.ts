import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import type { Context, Hono } from 'hono'
import type { Env } from './serve.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
}

/** What every page may do: its own files and nothing from elsewhere. */
export const pagePolicy = (nonce = ''): string =>
  `default-src 'self'; script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'; object-src 'none'`

/** What every page is sent with. */
export const pageHeaders = {
  'content-security-policy': pagePolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
}

/** Puts the built screens of `folder` on the app: files with a hash in their name for ever, pages always fresh. */
export function mountScreens(app: Hono<Env>, folder: string, names: readonly string[]): void {
  for (const name of names) {
    app.get(`/${name}`, (c) => c.redirect(`/${name}/${new URL(c.req.url).search}`, 308))
    app.get(`/${name}/*`, (c) => file(c, join(folder, name), c.req.path.slice(name.length + 2)))
  }
}

/** One file of a built screen, or its page for any other address below it. */
export function file(c: Context, root: string, path: string): Response {
  const plain = readable(path)
  if (plain === null) return c.notFound() as Response
  const wanted = normalize(join(root, plain))
  if (wanted.startsWith(`${root}/assets/`) && existsSync(wanted) && statSync(wanted).isFile()) {
    return new Response(readFileSync(wanted), {
      headers: {
        'content-type': types[extname(wanted)] ?? 'application/octet-stream',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      },
    })
  }
  if (path.startsWith('assets/')) return c.notFound() as Response
  return new Response(readFileSync(join(root, 'index.html')), {
    headers: { 'content-type': types['.html']!, 'cache-control': 'no-cache', ...pageHeaders },
  })
}

/** An address with its percent signs read; null where they say nothing. */
function readable(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
