import { makeSite } from '../../api/site.ts'
import type { TestHouse } from './house.ts'

/** Serves a test house with its built screens on a free port of this machine. */
export async function serveSite(t: TestHouse, dist: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const site = await makeSite(t.house, { dist, kioskUrl: null })
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    idleTimeout: 0,
    fetch: (request) => site.fetch(request, { address: 'local' }),
  })
  return { address: `http://127.0.0.1:${server.port}`, stop: () => server.stop(true) }
}
