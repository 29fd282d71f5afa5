import type { Position } from '../../domain/distance.ts'
import type { Frame } from '../../domain/map-frame.ts'

/** What of the earth is seen: its middle, and how many pixels a degree of latitude takes; `flat` is how much shorter one of longitude is there. */
export interface View extends Position {
  scale: number
  flat: number
}
export interface Size {
  width: number
  height: number
}
export interface Spot {
  x: number
  y: number
}

/** Pixels a degree: the coast of 1:10 million is no finer. */
const scaleMax = 24_000
/** A region of one hall is seen with so many degrees around. */
const degreesMin = 0.6
const roomPx = { across: 54, down: 38 }

/** Sees all of some positions, with room for their marks and names. */
export function viewOf(positions: readonly Position[], size: Size): View {
  const latitudes = positions.map((p) => p.latitude)
  const longitudes = positions.map((p) => p.longitude)
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  const latitude = (south + north) / 2
  const flat = Math.cos((latitude * Math.PI) / 180)
  const across = Math.max(60, size.width - 2 * roomPx.across)
  const down = Math.max(60, size.height - 2 * roomPx.down)
  const scale = Math.min(across / Math.max(degreesMin, (east - west) * flat), down / Math.max(degreesMin, north - south))
  return { latitude, longitude: (west + east) / 2, scale: Math.min(scale, scaleMax), flat }
}

/** Where a position lies on an endless sheet that every view of the same scale shares. */
export const onSheet = ({ scale, flat }: Pick<View, 'scale' | 'flat'>, { latitude, longitude }: Position): Spot => ({
  x: longitude * flat * scale,
  y: -latitude * scale,
})

/** How far the sheet is pushed, so that the middle of the view lies in the middle of the window. */
export function pushOf(view: View, size: Size): Spot {
  const middle = onSheet(view, view)
  return { x: size.width / 2 - middle.x, y: size.height / 2 - middle.y }
}

/** The view after the sheet was dragged by some pixels. */
export const dragged = (view: View, { x, y }: Spot): View => ({
  ...view,
  latitude: Math.max(-84, Math.min(84, view.latitude + y / view.scale)),
  longitude: view.longitude - x / (view.scale * view.flat),
})

/** The view nearer by, or from further off, with one spot of the window staying where it is; never further off than `scaleMin`. */
export function zoomed(view: View, by: number, given: { size: Size; at?: Spot; scaleMin: number }): View {
  const { size, at = { x: size.width / 2, y: size.height / 2 }, scaleMin } = given
  const scale = Math.max(scaleMin, Math.min(scaleMax, view.scale * by))
  const still = dragged(view, { x: size.width / 2 - at.x, y: size.height / 2 - at.y })
  return dragged({ ...still, scale }, { x: at.x - size.width / 2, y: at.y - size.height / 2 })
}

/** The piece of the earth in a window that is so many times as wide and high as the view's, as whole hundredths of a degree: the same for all who look at it. */
export function frameOf(view: View, size: Size, times: number): Frame {
  const [east, north] = [((size.width / view.scale / view.flat) * times) / 2, ((size.height / view.scale) * times) / 2]
  const hundredth = (degrees: number, most: number) => Math.round(Math.max(-most, Math.min(most, degrees)) * 100) / 100
  const px = (pixels: number) => Math.max(10, Math.min(2000, Math.round(pixels * times)))
  return {
    west: hundredth(view.longitude - east, 180),
    east: hundredth(view.longitude + east, 180),
    south: hundredth(view.latitude - north, 90),
    north: hundredth(view.latitude + north, 90),
    width: px(size.width),
    height: px(size.height),
  }
}

/** How what was drawn in a frame lies on the sheet of a view: an SVG transform. */
export function laidOnSheet(view: Pick<View, 'scale' | 'flat'>, frame: Frame): string {
  const { x, y } = onSheet(view, { latitude: frame.north, longitude: frame.west })
  const across = ((frame.east - frame.west) * view.flat * view.scale) / frame.width
  const down = ((frame.north - frame.south) * view.scale) / frame.height
  return `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${across.toFixed(5)} ${down.toFixed(5)})`
}

/** Whether a frame still does for a view: it covers it, and was drawn neither much finer nor much coarser. */
export function doesFor(frame: Frame, view: View, size: Size): boolean {
  const seen = frameOf(view, size, 1)
  const finer = view.scale / (frame.height / (frame.north - frame.south))
  const most = 0.011
  const covers =
    frame.west <= seen.west + most && frame.east >= seen.east - most && frame.south <= seen.south + most && frame.north >= seen.north - most
  return covers && finer < 1.6 && finer > 0.3
}
