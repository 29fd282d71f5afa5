import { expect, test } from 'vitest'
import type { Ports } from './ports.ts'
import { insideName, makeWhere, outsideName } from './where.ts'

const network = (address: string, family: 'IPv4' | 'IPv6', internal: boolean) => ({
  ...{ address, internal, netmask: '', mac: '', cidr: null },
  ...(family === 'IPv4' ? { family } : { family, scopeid: 0 }),
})
const machine = {
  hostname: 'Balie-PC',
  networks: { lo: [network('127.0.0.1', 'IPv4', true)], eth: [network('fd00::2', 'IPv6', false), network('192.0.2.7', 'IPv4', false)] },
}
const ports: Ports = { site: 3000, kiosk: 3001, printer: 3002, paper: 3003, mailbox: 3004, smtp: 3005, door: 3006 }
const where = makeWhere({ ports, publicUrl: 'http://beurt.example:3000', machine })

test.each([
  ['127.0.0.1', 'localhost', '127.0.0.1'],
  ['localhost', 'localhost', 'localhost'],
  ['::1', 'localhost', '[::1]'],
  ['0.0.0.0', '192.0.2.7', '127.0.0.1'],
  ['::', '192.0.2.7', '127.0.0.1'],
  ['192.0.2.7', '192.0.2.7', '192.0.2.7'],
  ['fd00::2', '[fd00::2]', '[fd00::2]'],
])('listening on %s people find it at %s, and its parts find each other at %s', (host, outside, inside) => {
  expect(outsideName(host, machine)).toBe(outside)
  expect(insideName(host)).toBe(inside)
})

test('without a network of its own it is found on the machine itself', () => {
  expect(outsideName('0.0.0.0', { ...machine, networks: { lo: machine.networks.lo } })).toBe('localhost')
})

test.each([
  ['localhost:3000', 'localhost'],
  ['192.0.2.7:3000', '192.0.2.7'],
  ['127.0.0.2', '127.0.0.2'],
  ['balie-pc:3000', 'balie-pc'],
  ['Balie-PC.local:3000', 'balie-pc.local'],
  ['beurt.example', 'beurt.example'],
  // Names that could be made to lead here, and what would say more than a name.
  ['elsewhere.example:3000', 'localhost'],
  ['192.0.2.7;script-src *', 'localhost'],
  ['192.0.2.7 *', 'localhost'],
  ['', 'localhost'],
])('who came by %s sees every part by the name %s', (host, name) => {
  expect(where.frames(host)).toEqual([`http://${name}:3001`, `http://${name}:3003`, `http://${name}:3006`])
  expect(where.framedBy(host)).toEqual([...new Set([`http://${name}:3000`, 'http://beurt.example:3000'])])
})
