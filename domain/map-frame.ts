import type { Position } from './distance.ts'

/** A piece of the earth drawn flat: degrees at its sides, and its size in units of the drawing. */
export type Frame = { west: number; south: number; east: number; north: number; width: number; height: number }

const kmPerDegree = 111.2
const latitudeMax = 84

const flatness = (south: number, north: number): number => Math.cos((((south + north) / 2) * Math.PI) / 180)

/**
 * The frame that holds positions with room around, at least `kmMin` wide, in a drawing of this size: equirectangular, true to scale at its
 * middle. Sides are whole hundredths of a degree, so that those who look at the same place share a frame. Null for no positions.
 */
export function frameAround(positions: readonly Position[], given: { width: number; height: number; kmMin: number }): Frame | null {
  if (positions.length === 0) return null
  const { width, height, kmMin } = given
  const side = (pick: (p: Position) => number, which: (...values: number[]) => number) => which(...positions.map(pick))
  const [south, north] = [side((p) => p.latitude, Math.min), side((p) => p.latitude, Math.max)]
  const [west, east] = [side((p) => p.longitude, Math.min), side((p) => p.longitude, Math.max)]
  const flat = flatness(Math.max(-latitudeMax, south), Math.min(latitudeMax, north))
  const room = 1.25
  const degreesMin = kmMin / kmPerDegree
  // Degrees of latitude to a unit of the drawing, such that both ways fit.
  const perUnit = Math.max(
    (Math.max((east - west) * room, degreesMin / flat) * flat) / width,
    Math.max((north - south) * room, (degreesMin * height) / width) / height,
  )
  const [middleEast, middleNorth] = [(west + east) / 2, Math.max(-latitudeMax, Math.min(latitudeMax, (south + north) / 2))]
  const [halfEast, halfNorth] = [(perUnit * width) / flat / 2, (perUnit * height) / 2]
  const hundredth = (degrees: number) => Math.round(degrees * 100) / 100
  return {
    west: hundredth(Math.max(-180, middleEast - halfEast)),
    south: hundredth(Math.max(-90, middleNorth - halfNorth)),
    east: hundredth(Math.min(180, middleEast + halfEast)),
    north: hundredth(Math.min(90, middleNorth + halfNorth)),
    width,
    height,
  }
}

/** Where a position lies in the drawing, from its top left corner. */
export const inFrame = (frame: Frame, { latitude, longitude }: Position): { x: number; y: number } => ({
  x: ((longitude - frame.west) / (frame.east - frame.west)) * frame.width,
  y: ((frame.north - latitude) / (frame.north - frame.south)) * frame.height,
})
