import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Frame, inFrame } from '../domain/map-frame.ts'
import { clipRing, simplified, svgPath } from '../domain/outline.ts'

type Topology = {
  transform: { scale: [number, number]; translate: [number, number] }
  arcs: [number, number][][]
  objects: { land: { geometries: { type: string; arcs: number[][][] }[] } }
}
type Land = { ring: Float32Array; box: readonly [west: number, south: number, east: number, north: number] }

/** Natural Earth's land, 1:10 million, in the public domain. */
const path = fileURLToPath(new URL('../node_modules/world-atlas/land-10m.json', import.meta.url))
const rememberedMax = 200
/** Less than that cannot be seen. */
const tolerance = 0.6
/** The sea's edge is not the drawing's: it begins somewhat outside. */
const outside = 0.05

let land: Land[] | null = null
const remembered = new Map<string, string>()

/** Arcs of a TopoJSON are steps on a grid; each is a whole coast here, since land has no borders. */
function readLand(): Land[] {
  const { transform, arcs, objects } = JSON.parse(readFileSync(path, 'utf8')) as Topology
  const drawn = arcs.map((arc) => {
    const points = new Float32Array(arc.length * 2)
    let [x, y] = [0, 0]
    for (const [i, [dx, dy]] of arc.entries()) {
      ;[x, y] = [x + dx, y + dy]
      points[i * 2] = x * transform.scale[0] + transform.translate[0]
      points[i * 2 + 1] = y * transform.scale[1] + transform.translate[1]
    }
    return points
  })
  return objects.land.geometries.flatMap(({ arcs: polygons }) => polygons.flatMap((rings) => landOf(rings[0] ?? [], drawn)))
}

/** The outer line of one piece of land, once for each side of the date line that it reaches over. Lakes are no land, and are left out. */
function landOf(arcs: readonly number[], drawn: readonly Float32Array[]): Land[] {
  const points = arcs.flatMap((arc) => {
    const line = Array.from(drawn[arc < 0 ? ~arc : arc] ?? [])
    return arc < 0 ? backwards(line) : line
  })
  unwrap(points)
  let [west, south, east, north] = [Number.POSITIVE_INFINITY, 90, Number.NEGATIVE_INFINITY, -90]
  for (let i = 0; i < points.length; i += 2) {
    west = Math.min(west, points[i] as number)
    east = Math.max(east, points[i] as number)
    south = Math.min(south, points[i + 1] as number)
    north = Math.max(north, points[i + 1] as number)
  }
  const at = (moved: number): Land => ({
    ring: Float32Array.from(points, (degrees, i) => (i % 2 === 0 ? degrees + moved : degrees)),
    box: [west + moved, south, east + moved, north],
  })
  return [at(0), ...(east > 180 ? [at(-360)] : []), ...(west < -180 ? [at(360)] : [])]
}

/** Lets a line go on beyond the date line where it leapt to the other side; one around a pole is closed over the pole. */
function unwrap(points: number[]): void {
  for (let i = 2; i < points.length; i += 2) {
    const leap = (points[i] as number) - (points[i - 2] as number)
    if (Math.abs(leap) > 180) points[i] = (points[i] as number) - 360 * Math.round(leap / 360)
  }
  const [start, end] = [points[0] ?? 0, points.at(-2) ?? 0]
  const pole = (points[1] ?? 0) < 0 ? -90 : 90
  if (Math.abs(end - start) > 180) points.push(end, pole, start, pole)
}

function backwards(line: readonly number[]): number[] {
  const turned: number[] = []
  for (let i = line.length - 2; i >= 0; i -= 2) turned.push(line[i] as number, line[i + 1] as number)
  return turned
}

/** The land in a frame as the path of an SVG, no finer than can be seen. Read on the first question, 5 MB; frames are remembered. */
export function coastIn(frame: Frame): string {
  const key = Object.values(frame).join()
  const known = remembered.get(key)
  if (known !== undefined) return known
  if (remembered.size >= rememberedMax) remembered.clear()
  land ??= readLand()
  const [roomEast, roomNorth] = [(frame.east - frame.west) * outside, (frame.north - frame.south) * outside]
  const box = [frame.west - roomEast, frame.south - roomNorth, frame.east + roomEast, frame.north + roomNorth] as const
  const rings = land
    .filter(({ box: [west, south, east, north] }) => west < box[2] && east > box[0] && south < box[3] && north > box[1])
    .map(({ ring }) => simplified(drawnIn(frame, clipRing(ring, box)), tolerance))
  const drawn = svgPath(rings)
  remembered.set(key, drawn)
  return drawn
}

function drawnIn(frame: Frame, ring: readonly number[]): number[] {
  const drawn: number[] = []
  for (let i = 0; i < ring.length; i += 2) {
    const { x, y } = inFrame(frame, { longitude: ring[i] as number, latitude: ring[i + 1] as number })
    drawn.push(x, y)
  }
  return drawn
}
