import { readFileSync, writeFileSync } from 'node:fs'

/** What was cleared: how many download addresses, and how many pointers to them. */
export type Cleared = { bytes: Uint8Array; addresses: number; pointers: number }

type Spot = { at: number; length: number }

/**
 * Clears the download addresses that Bun writes into bun.lockb, so that it installs from whatever registry or mirror is configured; Bun then builds each address itself.
 * A string in that file is 8 bytes, (offset, length with the top bit set), into one buffer of text. The start of that buffer is found as the shift under which most
 * pointers of a fitting length land on an address; those pointers become zero and the text blank. Throws when an address has no pointer: the format has changed.
 */
export function clearAddresses(given: Uint8Array): Cleared {
  const bytes = Uint8Array.from(given)
  const spots = findAddresses(bytes)
  const pointers = pointersTo(bytes, spots)
  const reached = new Set(pointers.map(({ to }) => to))
  const missed = spots.filter(({ at }) => !reached.has(at))
  if (missed.length > 0) throw new Error(`${missed.length} of ${spots.length} addresses have no pointer that could be found.`)
  for (const { at } of pointers) bytes.fill(0, at, at + 8)
  for (const { at, length } of spots) bytes.fill(0x20, at, at + length)
  return { bytes, addresses: spots.length, pointers: pointers.length }
}

function findAddresses(bytes: Uint8Array): Spot[] {
  const text = Buffer.from(bytes).toString('latin1')
  return [...text.matchAll(/https?:\/\/[^\s"'<>\0]*?\.tgz/g)].map((found) => ({ at: found.index, length: found[0].length }))
}

function pointersTo(bytes: Uint8Array, spots: Spot[]): { at: number; to: number }[] {
  const view = new DataView(bytes.buffer)
  const byLength = Map.groupBy(spots, ({ length }) => length)
  const candidates: { at: number; offset: number; length: number }[] = []
  for (let at = 0; at + 8 <= bytes.length; at += 4) {
    const length = view.getUint32(at + 4, true)
    if (length & 0x80000000 && byLength.has(length & 0x7fffffff))
      candidates.push({ at, offset: view.getUint32(at, true), length: length & 0x7fffffff })
  }
  const votes = new Map<number, number>()
  for (const { offset, length } of candidates) {
    for (const spot of byLength.get(length) ?? []) votes.set(spot.at - offset, (votes.get(spot.at - offset) ?? 0) + 1)
  }
  const [start] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [0]
  const lengths = new Map(spots.map(({ at, length }) => [at, length]))
  return candidates.flatMap(({ at, offset, length }) => (lengths.get(offset + start) === length ? [{ at, to: offset + start }] : []))
}

if (import.meta.main) {
  const file = new URL('../bun.lockb', import.meta.url)
  const { bytes, addresses } = clearAddresses(readFileSync(file))
  if (addresses > 0) writeFileSync(file, bytes)
  console.log(addresses > 0 ? `bun.lockb: ${addresses} download addresses cleared.` : 'bun.lockb names no host.')
}
