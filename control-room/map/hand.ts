import { onCleanup } from 'solid-js'
import type { MapState } from './create-map.ts'

/** A hand that trembles does not drag. */
const stillPx = 4

/** Dragging with mouse, pen or finger, and zooming with the wheel, around where it points. */
export function createHand(map: Pick<MapState, 'drag' | 'zoom'>) {
  let last: { x: number; y: number } | undefined
  let moved = 0
  let wheel = { by: 1, x: 0, y: 0, frame: 0 }

  const down = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return
    last = { x: event.clientX, y: event.clientY }
    moved = 0
  }
  const move = (event: PointerEvent) => {
    if (!last || !event.isPrimary) return
    const by = { x: event.clientX - last.x, y: event.clientY - last.y }
    moved += Math.abs(by.x) + Math.abs(by.y)
    if (moved < stillPx) return
    const sheet = event.currentTarget as Element
    if (!sheet.hasPointerCapture(event.pointerId)) sheet.setPointerCapture(event.pointerId)
    last = { x: event.clientX, y: event.clientY }
    map.drag(by)
  }
  const up = () => {
    last = undefined
  }
  const turn = (event: WheelEvent) => {
    // Where the page itself scrolls, a wheel over the map scrolls the page, and with Ctrl it zooms.
    const { scrollHeight, clientHeight } = document.documentElement
    if (!event.ctrlKey && scrollHeight > clientHeight + 1) return
    event.preventDefault()
    const box = (event.currentTarget as Element).getBoundingClientRect()
    wheel.by *= 1.0015 ** -event.deltaY
    wheel = { ...wheel, x: event.clientX - box.left, y: event.clientY - box.top }
    if (wheel.frame) return
    wheel.frame = requestAnimationFrame(() => {
      const { by, x, y } = wheel
      wheel = { by: 1, x, y, frame: 0 }
      map.zoom(by, { x, y })
    })
  }
  onCleanup(() => cancelAnimationFrame(wheel.frame))
  return {
    hold(sheet: SVGSVGElement) {
      sheet.addEventListener('pointerdown', down)
      sheet.addEventListener('pointermove', move)
      sheet.addEventListener('pointerup', up)
      sheet.addEventListener('pointercancel', up)
      sheet.addEventListener('wheel', turn, { passive: false })
    },
    /** Whether what was pressed last was pressed to drag. */
    wasDrag: () => moved >= stillPx,
  }
}
