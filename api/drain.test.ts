import { createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { drain } from './drain.ts'

/** A real server with two addresses: one that answers after a while, and one that never ends. */
async function serving(): Promise<{ url: string; server: Server; stop: (closeAll?: boolean) => Promise<void> }> {
  const server = createServer((request, response) => {
    response.write('begun ')
    if (request.url === '/slow') setTimeout(() => response.end('and ended'), 300)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const stop = (closeAll?: boolean) => {
    if (closeAll) server.closeAllConnections()
    return new Promise<void>((done) => server.close(() => done()))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, stop }
}

const read = (url: string) =>
  new Promise<string>((done) => {
    get(url, (response) => {
      let text = ''
      response.on('data', (part) => (text += part))
      response.on('end', () => done(text))
      response.on('error', () => done(`${text}and cut`))
    })
  })

test('what is under way ends by itself, a stream is closed after its time, and nothing new is taken', async () => {
  const { url, server, stop } = await serving()
  const under = [read(`${url}/slow`), read(`${url}/stream`)]
  while ((await new Promise<number>((done) => server.getConnections((_, count) => done(count)))) < 2)
    await new Promise((r) => setTimeout(r, 10))
  await drain({ stop }, 1000)
  expect(await Promise.all(under)).toEqual(['begun and ended', 'begun and cut'])
  await expect(fetch(url)).rejects.toThrow()
})
