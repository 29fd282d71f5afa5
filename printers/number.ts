import { type Bitmap, blank } from './bitmap.ts'
import { draw, type Face, inkExtent, textElement } from './drawing.ts'

const capitalEm = 0.668
const overshoot = 6
const margin = 12

/** How high the capitals of a number stand, in dots: 21 mm on 80 mm paper, 14 mm on 58 mm, at 203 dots per inch. */
export function numberHeight(width: number): number {
  return width >= 576 ? 168 : 112
}

/**
 * The number of a ticket as ink over the whole width of the paper, centred. A label too wide at this height is drawn
 * narrower, not lower, so that it stays the largest thing. An empty label gives white paper.
 */
export function drawNumber(label: string, width: number, face: Face): Bitmap {
  const height = numberHeight(width)
  const size = height / capitalEm
  const ink = inkExtent(label, size, face)
  if (ink.width === 0) return blank(width, height)
  const narrower = Math.min(1, (width - 2 * margin) / ink.width)
  const left = (width - ink.width * narrower) / 2 - ink.left * narrower
  const text = textElement(label, 0, 0, size, face)
  return draw(
    `<g transform="translate(${left} ${height + overshoot}) scale(${narrower} 1)">${text}</g>`,
    width,
    height + 2 * overshoot,
    face,
  )
}
