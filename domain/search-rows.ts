import type { Position } from './distance.ts'
import type { PointId } from './ids.ts'
import { type Classes, type LaneClass, makeClasses } from './search-classes.ts'

/** The lanes of one class at one point: their free bits, of each day only the words in which they are ever open. */
export type Row = {
  pointId: PointId
  lanes: number
  firstWord: number
  words: number
  /** Day slot × lanes × words. */
  bits: Uint32Array
  /** Where the point stands; null where that is not known. */
  place: Position | null
  /** Where it stands on the days (by slot) on which it stands elsewhere: a van. */
  stops: Map<number, Position> | null
}

/**
 * Up to 64 rows of one class, of points that were put one after another. By day slot and row: the longest visit that can begin, in quanta,
 * and the first quantum at which any can (65535 for none). The cap is a circle on the earth that holds them all.
 */
export type Block = {
  id: number
  laneClass: LaneClass
  rows: Row[]
  longest: Uint8Array
  first: Uint16Array
  cap: { centre: Position; km: number } | null
  /** The first of its point ids in the order of the alphabet. */
  leastId: PointId
}

/**
 * The free time of a whole network, as a hint: the commit decides. Days lie in a ring of slots. A search walks over blocks of points and
 * looks into one only where something long enough is free on that day; points that are put in the order of `nearOneAnother` lie in blocks
 * with their neighbours.
 */
export type SearchIndex = {
  days: number
  /** The day number that each slot holds; -1 for none. */
  slotDays: Int32Array
  classes: Classes
  blocks: Block[]
  /** The last block of each class, and the block and place of each row. */
  filling: Map<LaneClass, Block>
  rowsOf: Map<PointId, { block: Block; at: number }[]>
  /** The same by day slot and block: the longest of all rows, the first of all. */
  capacity: number
  longest: Uint8Array
  first: Uint16Array
  /** Moves with each new block, so that what was worked out about blocks is worked out again. */
  generation: number
}

/** Rows of a block at most. */
export const rowsPerBlock = 64
/** The first quantum of a day on which nothing can begin. */
export const never = 65_535

/** An index for so many days from the earliest to the latest put, at most; 42 bytes a shift-day at most, 25 for usual opening hours. */
export const makeIndex = (days = 128): SearchIndex => ({
  days,
  slotDays: new Int32Array(days).fill(-1),
  classes: makeClasses(),
  blocks: [],
  filling: new Map(),
  rowsOf: new Map(),
  capacity: 0,
  longest: new Uint8Array(0),
  first: new Uint16Array(0),
  generation: 0,
})

function growTo(index: SearchIndex, blocks: number): void {
  if (blocks <= index.capacity) return
  const capacity = Math.max(16, index.capacity * 2)
  const longest = new Uint8Array(index.days * capacity)
  const first = new Uint16Array(index.days * capacity).fill(never)
  for (let slot = 0; slot < index.days; slot++) {
    longest.set(index.longest.subarray(slot * index.capacity, (slot + 1) * index.capacity), slot * capacity)
    first.set(index.first.subarray(slot * index.capacity, (slot + 1) * index.capacity), slot * capacity)
  }
  Object.assign(index, { capacity, longest, first })
}

function blockFor(index: SearchIndex, laneClass: LaneClass): Block {
  const filling = index.filling.get(laneClass)
  if (filling && filling.rows.length < rowsPerBlock) return filling
  const block: Block = {
    id: index.blocks.length,
    laneClass,
    rows: [],
    longest: new Uint8Array(0),
    first: new Uint16Array(0),
    cap: null,
    leastId: '',
  }
  index.blocks.push(block)
  index.filling.set(laneClass, block)
  index.generation += 1
  growTo(index, index.blocks.length)
  return block
}

/** Rows of a block lie side by side in its columns, which double when they are full. */
function widenBlock(index: SearchIndex, block: Block): void {
  const size = block.longest.length / index.days
  if (block.rows.length <= size) return
  const wide = Math.min(rowsPerBlock, Math.max(4, size * 2))
  const longest = new Uint8Array(index.days * wide)
  const first = new Uint16Array(index.days * wide).fill(never)
  for (let slot = 0; slot < index.days; slot++) {
    longest.set(block.longest.subarray(slot * size, (slot + 1) * size), slot * wide)
    first.set(block.first.subarray(slot * size, (slot + 1) * size), slot * wide)
  }
  Object.assign(block, { longest, first })
}

/** The row of a point's lanes of a class, with its block; made where it is not there yet. */
export function rowFor(index: SearchIndex, pointId: PointId, laneClass: LaneClass): { block: Block; at: number } {
  const rows = index.rowsOf.get(pointId) ?? []
  index.rowsOf.set(pointId, rows)
  const known = rows.find(({ block }) => block.laneClass === laneClass)
  if (known) return known
  const block = blockFor(index, laneClass)
  const made = { block, at: block.rows.length }
  block.rows.push({ pointId, lanes: 0, firstWord: 0, words: 0, bits: new Uint32Array(0), place: null, stops: null })
  if (block.leastId === '' || pointId < block.leastId) block.leastId = pointId
  widenBlock(index, block)
  rows.push(made)
  return made
}

/** Makes room for more lanes or a longer day than the row had. */
export function widenRow(row: Row, days: number, lanes: number, firstWord: number, lastWord: number): void {
  const first = row.words === 0 ? firstWord : Math.min(row.firstWord, firstWord)
  const words = Math.max(lastWord, row.words === 0 ? 0 : row.firstWord + row.words - 1) - first + 1
  const wide = Math.max(lanes, row.lanes)
  if (wide === row.lanes && words === row.words && first === row.firstWord) return
  const bits = new Uint32Array(days * wide * words)
  for (let slot = 0; slot < days; slot++)
    for (let lane = 0; lane < row.lanes; lane++) {
      const at = (slot * row.lanes + lane) * row.words
      bits.set(row.bits.subarray(at, at + row.words), (slot * wide + lane) * words + row.firstWord - first)
    }
  Object.assign(row, { lanes: wide, firstWord: first, words, bits })
}
