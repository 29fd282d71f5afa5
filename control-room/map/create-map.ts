import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import { type Asker, ask } from '../../contract/ask.ts'
import { readCoast } from '../../contract/points.ts'
import type { Frame } from '../../domain/map-frame.ts'
import type { Halls } from '../tiles.ts'
import { type Cluster, clustersOf } from './clusters.ts'
import { type Placed, type Region, regionsOf } from './regions.ts'
import { doesFor, dragged, frameOf, onSheet, pushOf, type Size, type Spot, type View, viewOf, zoomed } from './view.ts'

interface Given {
  asker: Asker
  halls: Halls
  /** Those that the filter leaves. */
  shown: Accessor<readonly string[]>
  openId: Accessor<string | undefined>
}

/** Two marks are no nearer than this at a root of 16 pixels: each can be pressed alone. */
const apartPx = 26
/** The coast is drawn so many times as wide as it is seen, so that a drag seldom asks for more. */
const coastTimes = 2
const restMs = 150

const sameMembers = (a: ReadonlySet<string>, b: ReadonlySet<string>) => a.size === b.size && [...a].every((id) => b.has(id))

/** Where on the map one is, which halls stand there, and the coast around them. */
export function createMap(given: Given) {
  const { halls, openId } = given
  const [size, setSize] = createSignal<Size & { unit: number }>()
  const placed = createMemo(() => {
    halls.ids()
    return untrack(halls.all).flatMap(placedOf)
  })
  const regions = createMemo(() => regionsOf(placed()))
  const [regionId, setRegionId] = createSignal<string>()
  const region = createMemo(() => regions().find(({ id }) => id === regionId()) ?? regions()[0])
  const [view, setView] = createSignal<View>()
  const whole = () => {
    const [here, room] = [region(), size()]
    return here && room && room.width > 0 ? viewOf(here.halls, room) : undefined
  }
  createEffect(on([region, size], () => setView(whole())))
  createEffect(on(openId, (id) => id !== undefined && show(id)))

  /** Turns to where a hall is. */
  const show = (id: string) => {
    const at = placed().find((one) => one.id === id)
    const home = at && regions().find(({ halls: own }) => own.some((one) => one.id === id))
    if (!home) return
    if (home !== region()) setRegionId(home.id)
    const [now, room] = [view(), size()]
    if (now && room && !isSeen(onSheet(now, at), now, room)) setView({ ...now, latitude: at.latitude, longitude: at.longitude })
  }

  const clusters = createClusters({ ...given, region, view, size })

  return {
    regions,
    region,
    turnTo: setRegionId,
    size,
    setSize,
    view,
    clusters,
    coast: createCoast(given.asker, view, size),
    drag: (by: Spot) => setView((now) => now && dragged(now, by)),
    zoom(by: number, at?: Spot) {
      const [far, room] = [whole(), size()]
      if (far && room) setView((now) => now && zoomed(now, by, { size: room, at, scaleMin: far.scale * 0.8 }))
    },
    /** All of the region again. */
    home: () => setView(whole()),
    /** Comes so near that the halls of a mark stand apart, if they can. Answers whether it came nearer. */
    into(ids: readonly string[]): boolean {
      const [now, room] = [view(), size()]
      const some = placed().filter(({ id }) => ids.includes(id))
      if (!now || !room || some.length < 2) return false
      const near = viewOf(some, room)
      const scaleNow = Math.max(near.scale, now.scale * 2)
      const next = zoomed({ ...now, latitude: near.latitude, longitude: near.longitude }, scaleNow / now.scale, { size: room, scaleMin: 0 })
      setView(next)
      return next.scale > now.scale * 1.01
    },
    /** Drags so far that a spot of the sheet is seen. */
    reveal(spot: Spot) {
      const [now, room] = [view(), size()]
      if (now && room && !isSeen(spot, now, room)) setView(middleAt(now, spot))
    },
  }
}
export type MapState = ReturnType<typeof createMap>

interface Seen extends Given {
  region: Accessor<Region | undefined>
  view: Accessor<View | undefined>
  size: Accessor<(Size & { unit: number }) | undefined>
}

/** The marks of a region, made anew when the scale or the halls that are shown are others; not when the map is dragged. */
function createClusters({ halls, shown, region, view, size }: Seen): Accessor<readonly Cluster[]> {
  const members = createMemo(() => new Set(shown()), new Set<string>(), { equals: sameMembers })
  const scale = createMemo(() => view()?.scale)
  return createMemo(() => {
    const [here, now, room] = [region(), scale(), untrack(size)]
    const flat = untrack(view)?.flat
    if (!here || now === undefined || flat === undefined || !room) return []
    const there = here.halls.filter(({ id }) => members().has(id))
    const weightOf = (id: string) => untrack(() => halls.tile(id).countersPlanned)
    return clustersOf(there, { view: { scale: now, flat }, apartPx: apartPx * room.unit, weightOf })
  })
}

const placedOf = ({ pointId, latitude, longitude, country, district }: ReturnType<Halls['tile']>): Placed[] =>
  latitude === null || longitude === null ? [] : [{ id: pointId, latitude, longitude, country, district }]

function isSeen(spot: Spot, view: View, size: Size): boolean {
  const push = pushOf(view, size)
  const [x, y] = [spot.x + push.x, spot.y + push.y]
  const edge = 16
  return x >= edge && y >= edge && x <= size.width - edge && y <= size.height - edge
}

function middleAt(view: View, spot: Spot): View {
  const middle = onSheet(view, view)
  return dragged(view, { x: middle.x - spot.x, y: middle.y - spot.y })
}

/** The land around what is seen, asked for when a hand that drags or zooms rests. */
function createCoast(asker: Asker, view: Accessor<View | undefined>, size: Accessor<Size | undefined>) {
  const [coast, setCoast] = createSignal<{ frame: Frame; path: string }>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = async () => {
    const [now, room] = [view(), size()]
    const known = coast()
    if (!now || !room || (known && doesFor(known.frame, now, room))) return
    const frame = frameOf(now, room, coastTimes)
    const asked = Object.fromEntries(Object.entries(frame).map(([name, value]) => [name, String(value)])) as Record<keyof Frame, string>
    try {
      const { path } = await ask(asker, readCoast, asked)
      setCoast({ frame, path })
    } catch {
      // Without a coast the halls are still where they are.
    }
  }
  createEffect(() => {
    const first = view() !== undefined && untrack(coast) === undefined
    size()
    clearTimeout(timer)
    timer = setTimeout(() => void look(), first ? 0 : restMs)
  })
  onCleanup(() => clearTimeout(timer))
  return coast
}

/** What a region is called: its country, or where that has a larger one, what its halls call their district. */
export function regionName(region: Region, countryName: Intl.DisplayNames): string {
  const country = region.country && !region.isPart ? countryName.of(region.country) : undefined
  return country ?? (region.district || region.id)
}
