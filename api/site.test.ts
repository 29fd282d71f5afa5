import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestHouse, type TestHouse } from '../proof/setup/house.ts'
import { makeSite } from './site.ts'

let t: TestHouse
let dist: string
let get: (path: string) => Promise<Response>
beforeAll(async () => {
  t = await makeTestHouse()
  dist = mkdtempSync(join(tmpdir(), `beurt-test-${process.pid}-site-`))
  mkdirSync(join(dist, 'display', 'assets'), { recursive: true })
  writeFileSync(join(dist, 'display', 'index.html'), '<!doctype html><title>display</title>')
  writeFileSync(join(dist, 'display', 'assets', 'a-1234.js'), '1')
  writeFileSync(join(dist, 'secret'), 'nobody reads this')
  const site = await makeSite(t.house, { dist, kioskPort: 3001 })
  get = async (path) => site.fetch(new Request(`http://beurt.test${path}`), { address: 'local' })
})
afterAll(async () => {
  expect(t.faults).toEqual([])
  await t.stop()
  rmSync(dist, { recursive: true, force: true })
})

test.each([
  ['/display', '/display/'],
  ['/display?point=lisboa', '/display/?point=lisboa'],
  ['/kiosk', 'http://beurt.test:3001/'],
  ['/kiosk/', 'http://beurt.test:3001/'],
])('%s leads to %s', async (path, place) => {
  const response = await get(path)
  expect([301, 302, 307, 308]).toContain(response.status)
  expect(response.headers.get('location')).toBe(place)
})

test('a page may load nothing from elsewhere, and stands in no frame of another', async () => {
  const response = await get('/display/')
  expect(response.status).toBe(200)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
})

test.each([
  '/display/%E0%A4%A',
  '/display/%',
  '/display/assets/none.js',
  '/display/assets/../../secret',
  '/display/assets/%2e%2e/%2e%2e/secret',
])('%s gives nothing away and is no fault', async (path) => {
  const response = await get(path)
  expect([200, 404]).toContain(response.status)
  expect(await response.text()).not.toContain('nobody reads this')
})
