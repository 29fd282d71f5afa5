import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { clearAddresses } from './clear-lockfile.ts'

const lockfile = readFileSync(new URL('../bun.lockb', import.meta.url))

test('bun.lockb names no host', () => {
  const hosts = [...lockfile.toString('latin1').matchAll(/[a-z+]+:\/\/([a-z0-9.:-]+)|git@([a-z0-9.-]+)/gi)].map(
    ([, host, other]) => host ?? other,
  )
  expect(
    [...new Set(hosts)],
    'bun.lockb names a host, so that it would not install from another registry. Mend it with: npm run lock',
  ).toEqual([])
})

test('clearing takes out each address and every pointer to it, and nothing else', () => {
  const addresses = ['https://one.example/a/-/a-1.0.0.tgz', 'https://two.example/longer/-/longer-2.0.0.tgz']
  const { bytes, textAt, pointersAt } = plant(addresses)
  const cleared = clearAddresses(bytes)
  expect(cleared).toMatchObject({ addresses: 2, pointers: 3 })
  expect(Buffer.from(cleared.bytes.subarray(textAt)).toString()).toBe(`name${' '.repeat(addresses.join('').length)}tail`)
  for (const at of pointersAt) expect([...cleared.bytes.subarray(at, at + 8)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  expect([...cleared.bytes.subarray(0, 8)]).toEqual([...bytes.subarray(0, 8)])
  expect(clearAddresses(cleared.bytes)).toMatchObject({ addresses: 0, pointers: 0 })
})

test('an address that nothing points to is an error, not a silence', () => {
  const { bytes, pointersAt } = plant(['https://one.example/a/-/a-1.0.0.tgz', 'https://two.example/longer/-/longer-2.0.0.tgz'])
  bytes.fill(0, pointersAt[2]!, pointersAt[2]! + 8)
  expect(() => clearAddresses(bytes)).toThrow('1 of 2 addresses have no pointer')
})

/** A small file in the manner of bun.lockb: a pointer to a name, two to the first address, one to the second, then the text they point into. */
function plant([first = '', second = '']: string[]) {
  const textAt = 64
  const bytes = Buffer.concat([Buffer.alloc(textAt), Buffer.from(`name${first}${second}tail`)])
  const point = (at: number, offset: number, length: number) => {
    bytes.writeUInt32LE(offset, at)
    bytes.writeUInt32LE((length | 0x80000000) >>> 0, at + 4)
    return at
  }
  point(0, 0, 4)
  const pointersAt = [point(8, 4, first.length), point(16, 4, first.length), point(28, 4 + first.length, second.length)]
  return { bytes, textAt, pointersAt }
}
