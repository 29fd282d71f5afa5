import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'
import { build, type InlineConfig } from 'vite'
import solid from 'vite-plugin-solid'

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.ogg': 'audio/ogg',
}

/** Every file a vite build of the page in `root` gives, by its path; kept in memory. */
export async function buildPage(root: string, config: InlineConfig = {}): Promise<Map<string, string | Uint8Array>> {
  const built = await build({
    root,
    logLevel: 'error',
    configFile: false,
    plugins: [solid()],
    ...config,
    build: { write: false, ...config.build },
  })
  if (!Array.isArray(built) && !('output' in built)) throw new Error('vite went on watching instead of building')
  const outputs = Array.isArray(built) ? built : [built]
  return new Map(
    outputs.flatMap(({ output }) => output).map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  )
}

/** Serves built files on a free port of this machine. */
export async function serveFiles(files: Map<string, string | Uint8Array>): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const body = files.get(path === '/' ? '/index.html' : path)
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': kinds[extname(path)] ?? 'text/html; charset=utf-8' })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

/** The browser that comes with the packages. */
export async function openBrowser(args: string[] = []): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', ...args],
  })
}
