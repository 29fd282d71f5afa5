import type { Cluster } from './clusters.ts'
import type { Spot } from './view.ts'

/** A name below or above a mark: where its middle lies. */
export interface Written extends Spot {
  id: string
  name: string
}

interface Given {
  nameOf: (id: string) => string
  /** How wide a letter is and how high a line, about, in pixels. */
  letter: number
  line: number
  /** How much room a mark takes around its middle. */
  room: number
}
type Box = readonly [left: number, top: number, right: number, bottom: number]

const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/**
 * Names for as many marks as can bear one, so that no name lies over a mark or another name; the first marks choose first. A name is written once.
 */
export function namesFor(clusters: readonly Cluster[], { nameOf, letter, line, room }: Given): Written[] {
  const marks = clusters.map(({ x, y }): Box => [x - room, y - room, x + room, y + room])
  const taken: Box[] = []
  const written: Written[] = []
  const used = new Set<string>()
  for (const [i, { id, x, y }] of clusters.entries()) {
    const name = nameOf(id)
    if (name === '' || used.has(name)) continue
    const half = (name.length * letter) / 2
    for (const middle of [y + room + line / 2, y - room - line / 2]) {
      const box: Box = [x - half, middle - line / 2, x + half, middle + line / 2]
      if (taken.some((other) => meet(box, other)) || marks.some((other, n) => n !== i && meet(box, other))) continue
      taken.push(box)
      used.add(name)
      written.push({ id, name, x, y: middle })
      break
    }
  }
  return written
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** What a town is called where a hall stands: the one of its names that the hall itself bears, else the first. */
export function townName({ name, towns }: { name: string; towns: readonly string[] }): string {
  const own = plain(name)
  return towns.find((town) => own.includes(plain(town))) ?? towns[0] ?? ''
}
