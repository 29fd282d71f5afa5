import { type Accessor, createEffect, createSignal, on, onCleanup, onMount } from 'solid-js'
import { type Rows, rowsInView, startOf } from './rows-in-view.ts'

interface Given {
  ids: Accessor<readonly string[]>
  scroller: () => HTMLElement
  body: () => HTMLTableSectionElement
}

const morePx = 240
/** So many are always in the page, seen or not: a small network is whole. */
const leastRows = 12
/** As high as a row with two lines is about, in rem. */
const usualRem = 3.4
const same = (a: Rows, b: Rows) => a.from === b.from && a.until === b.until && a.before === b.before && a.after === b.after

/** Of many rows only those are in the page that are seen, and some more; each is as high as it wants to be. Rows say whose they are in `data-id`. */
export function createRows({ ids, scroller, body }: Given) {
  const heights = new Map<string, number>()
  let usual = usualRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  let frame = 0
  const heightOf = (index: number) => heights.get(ids()[index] ?? '') ?? usual
  const [rows, setRows] = createSignal<Rows>({ from: 0, until: 0, before: 0, after: 0 }, { equals: same })

  /** Draws what is seen; again where that changed how high the rows are, until it stands. */
  const look = (tries = 3) => {
    usual = measured(body().rows, heights) ?? usual
    const [window, own] = [scroller().getBoundingClientRect(), body().getBoundingClientRect()]
    const top = Math.max(window.top - own.top, -own.top, 0)
    const bottom = Math.max(Math.min(window.bottom, innerHeight) - own.top, top + leastRows * usual)
    const before = rows()
    setRows(rowsInView({ count: ids().length, heightOf, top, bottom, more: morePx }))
    if (rows() !== before && tries > 0) look(tries - 1)
  }
  const later = () => {
    if (frame) return
    frame = requestAnimationFrame(() => {
      frame = 0
      look()
    })
  }
  onMount(() => {
    let width = 0
    const watcher = new ResizeObserver(() => {
      if (scroller().clientWidth !== width) heights.clear()
      width = scroller().clientWidth
      look()
    })
    watcher.observe(scroller())
    document.addEventListener('scroll', later, { capture: true, passive: true })
    addEventListener('resize', later)
    onCleanup(() => {
      watcher.disconnect()
      cancelAnimationFrame(frame)
      document.removeEventListener('scroll', later, { capture: true })
      removeEventListener('resize', later)
    })
  })
  createEffect(on(ids, () => look(), { defer: true }))

  return {
    rows,
    /** Scrolls so that a row is seen, and draws it. */
    reveal(id: string) {
      const index = ids().indexOf(id)
      if (index < 0) return
      const [y, height] = [startOf(index, heightOf), heightOf(index)]
      const [room, own] = [scroller(), body().getBoundingClientRect()]
      const scrolls = room.scrollHeight > room.clientHeight + 1
      const window = room.getBoundingClientRect()
      const head = own.top - window.top + room.scrollTop
      const [top, bottom] = scrolls ? [window.top + head, window.bottom] : [0, innerHeight]
      const by = own.top + y < top ? own.top + y - top : own.top + y + height > bottom ? own.top + y + height - bottom : 0
      if (by !== 0 && scrolls) room.scrollTop += by
      else if (by !== 0) scrollBy(0, by)
      look()
    },
  }
}

/** Notes how high the rows in the page are, and answers how high they are on average. */
function measured(rows: HTMLCollectionOf<HTMLTableRowElement>, heights: Map<string, number>): number | undefined {
  const found = [...rows].flatMap((row) =>
    row.dataset.id === undefined ? [] : [{ id: row.dataset.id, height: row.getBoundingClientRect().height }],
  )
  for (const { id, height } of found) heights.set(id, height)
  return found.length ? found.reduce((sum, { height }) => sum + height, 0) / found.length : undefined
}
