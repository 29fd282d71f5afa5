import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ogg': 'audio/ogg',
  '.svg': 'image/svg+xml',
}

const policy = (framedBy: readonly string[]) =>
  `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; frame-ancestors ${["'self'", ...framedBy].join(' ')}; base-uri 'none'; form-action 'none'; object-src 'none'`

/** A file of the built screen in `folder`, or its page for any other address. Only pages of this kiosk and of `framedBy` may show it within them. */
export async function answerScreen(folder: string, request: Request, framedBy: readonly string[] = []): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
  const path = pathOf(request)
  const wanted = normalize(join(folder, path))
  if (path.startsWith('/assets/')) {
    const bytes = wanted.startsWith(join(folder, 'assets') + sep) ? await readFile(wanted).catch(() => null) : null
    if (!bytes) return new Response(null, { status: 404 })
    const headers = { 'content-type': types[extname(wanted)] ?? 'application/octet-stream', 'x-content-type-options': 'nosniff' }
    return new Response(bytes, { headers: { ...headers, 'cache-control': 'public, max-age=31536000, immutable' } })
  }
  const page = await readFile(join(folder, 'index.html')).catch(() => null)
  if (!page) return new Response('the screen is not built', { status: 503 })
  const headers = { 'content-type': types['.html']!, 'cache-control': 'no-cache', 'content-security-policy': policy(framedBy) }
  return new Response(page, { headers: { ...headers, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' } })
}

function pathOf(request: Request): string {
  try {
    return decodeURIComponent(new URL(request.url).pathname)
  } catch {
    return '/'
  }
}
