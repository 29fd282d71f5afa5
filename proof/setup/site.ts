import { makeSite } from '../../api/site.ts'
import type { TestHouse } from './house.ts'

/** Serves a test house with its built screens on a port of this machine, a free one where none is given. */
export async function serveSite(t: TestHouse, dist: string, port = 0): Promise<{ address: string; stop: () => Promise<void> }> {
  const site = await makeSite(t.house, { dist, kioskPort: null })
  const server = Bun.serve({
    port,
    hostname: '127.0.0.1',
    idleTimeout: 0,
    fetch: (request) => site.fetch(request, { address: 'local' }),
  })
  return { address: `http://127.0.0.1:${server.port}`, stop: () => server.stop(true) }
}
