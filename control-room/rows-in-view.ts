/** Which of many rows are drawn, and how much room those before and after them take. Half-open. */
export interface Rows {
  from: number
  until: number
  before: number
  after: number
}

interface Seen {
  count: number
  /** How high each row is, as measured or as reckoned. */
  heightOf: (index: number) => number
  /** What of the rows is seen, from their beginning. */
  top: number
  bottom: number
  /** How much more is drawn at either side. */
  more: number
}

/** The rows that are seen, and some more. */
export function rowsInView({ count, heightOf, top, bottom, more }: Seen): Rows {
  let [y, from, until, before, drawn] = [0, 0, 0, 0, 0]
  for (let i = 0; i < count; i++) {
    const height = heightOf(i)
    if (y + height <= top - more) {
      from = i + 1
      until = i + 1
      before = y + height
    } else if (y < bottom + more) {
      until = i + 1
      drawn += height
    }
    y += height
  }
  return { from, until, before, after: Math.max(0, y - before - drawn) }
}

/** Where a row begins, from the beginning of the first. */
export function startOf(index: number, heightOf: (index: number) => number): number {
  let y = 0
  for (let i = 0; i < index; i++) y += heightOf(i)
  return y
}
