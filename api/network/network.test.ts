import type * as v from 'valibot'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { reportDevice } from '../../contract/access.ts'
import type { Asker } from '../../contract/ask.ts'
import { endDiversion, network, startDiversion, type tile } from '../../contract/network.ts'
import { counterActs, takeTicket } from '../../contract/tickets.ts'
import { watch } from '../../contract/watch.ts'
import { iso, minuteMs } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { askStrictly, problemCode } from '../strict.test-support.ts'

type Tile = v.InferOutput<typeof tile>

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
})
afterAll(async () => {
  await the.stop()
  expect(the.faults).toEqual([])
})

const take = (point = 'lisboa', asker = the.as.kiosk) =>
  askStrictly(asker, takeTicket, { point, serviceIds: ['passport'], people: 1, language: 'nl' }, key())
const act = (name: keyof typeof counterActs) =>
  askStrictly(the.as.clerk, counterActs[name], { point: 'lisboa', counter: '1' } as never, key())
const tiles = async (asker: Asker = the.as.networkManager) => (await askStrictly(asker, network, {})).tiles
const tileOf = async (pointId: string) => (await tiles()).find((t) => t.pointId === pointId)!

async function follow(asker: Asker) {
  const stop = new AbortController()
  const values: { at: number; tiles: Tile[]; organisations: { id: string }[]; toCome: number }[] = []
  const following = (async () => {
    for await (const value of watch(asker, network, {}, stop.signal)) values.push({ ...value, at: performance.now() })
  })()
  await until(() => expect(values.length).toBeGreaterThanOrEqual(1))
  return {
    values,
    async stop() {
      stop.abort()
      await following
    },
  }
}
const until = (check: () => void) => vi.waitFor(check, { timeout: 6000, interval: 10 })

test('a tile tells what goes on in a hall', async () => {
  expect(await tileOf('lisboa')).toMatchObject({
    open: true,
    waiting: 0,
    longestSince: null,
    countersOpen: 0,
    countersPlanned: 2,
    wait: null,
  })
  const first = await take()
  await take()
  await act('open')
  await act('callNext')
  await act('start')
  const busy = await tileOf('lisboa')
  expect(busy).toMatchObject({
    name: 'Lisboa',
    district: 'midden',
    zone: 'Europe/Lisbon',
    waiting: 1,
    serving: 1,
    countersOpen: 1,
    finishedToday: 0,
  })
  expect(busy.longestSince).toBe(first.takenAt)
  expect(busy.wait!.untilMinutes).toBeGreaterThan(10)
  await act('finish')
  expect(await tileOf('lisboa')).toMatchObject({ waiting: 1, serving: 0, finishedToday: 1 })
})

test('a tile says whose hall it is and in which town it lies, and organisations are named once', async () => {
  expect(await tileOf('lisboa')).toMatchObject({
    organisationId: 'gemeente',
    country: 'PT',
    towns: expect.arrayContaining(['Lisbon', 'Lissabon']),
  })
  expect(await tileOf('sao-paulo')).toMatchObject({ country: 'BR' })
  const { values, stop } = await follow(the.as.networkManager)
  expect(values[0]!.organisations).toEqual([{ id: 'gemeente', names: { nl: 'Gemeente', en: 'Municipality', ar: 'البلدية' } }])
  await take()
  await until(() => expect(values.length).toBeGreaterThan(1))
  expect(values.slice(1).flatMap((value) => value.organisations)).toEqual([])
  await stop()
})

test('a process that has just started tells what it knows at once, and the rest when it is read', async () => {
  const other = await makeTestHouse()
  const { kept } = other.house.keeper
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  vi.spyOn(other.house.keeper, 'kept').mockImplementation(async function (this: typeof other.house.keeper, ...given) {
    if (given[0] === 'horta') await held
    return kept.apply(this, given)
  })
  const { values, stop } = await follow(other.as.networkManager)
  expect(values[0]!.toCome).toBeGreaterThanOrEqual(1)
  expect(values[0]!.tiles.map((t) => t.pointId)).not.toContain('horta')
  go()
  await until(() => expect(values.at(-1)!.toCome).toBe(0))
  expect(values.flatMap((value) => value.tiles).map((t) => t.pointId)).toContain('horta')
  expect(values.flatMap((value) => value.organisations)).toHaveLength(1)
  await stop()
  await other.stop()
})

test('a network manager sees all halls, a point manager their own, and nobody else any', async () => {
  expect((await tiles()).map((t) => t.pointId).sort()).toEqual(['horta', 'lisboa', 'sao-paulo'])
  expect((await tiles(the.as.pointManager)).map((t) => t.pointId)).toEqual(['lisboa'])
  for (const asker of [the.as.clerk, the.as.admin, the.as.kiosk]) expect(await problemCode(tiles(asker))).toBe('not-allowed')
  expect(await problemCode(tiles(the.as.anyone))).toBe('sign-in-needed')
})

test('a device that is low on paper, out of it, not seen, or gave numbers that no hall knows of is told', async () => {
  const alerts = async () => {
    await new Promise((resolve) => setTimeout(resolve, 950))
    return (await tileOf('lisboa')).alerts
  }
  expect(await alerts()).toEqual([
    { device: 'display 1', code: 'not-seen' },
    { device: 'kiosk 1', code: 'not-seen' },
  ])
  await askStrictly(the.as.display, reportDevice, {})
  await askStrictly(the.as.kiosk, reportDevice, { paper: 'out' })
  expect(await alerts()).toEqual([{ device: 'kiosk 1', code: 'paper-out' }])
  await askStrictly(the.as.kiosk, reportDevice, { paper: 'low' })
  expect(await alerts()).toEqual([{ device: 'kiosk 1', code: 'paper-low' }])
  await askStrictly(the.as.kiosk, reportDevice, { paper: 'ok', stray: 2 })
  expect(await alerts()).toEqual([{ device: 'kiosk 1', code: 'stray-numbers' }])
  await askStrictly(the.as.kiosk, reportDevice, { stray: 0 })
  expect(await alerts()).toEqual([])
  the.clock.pass(2 * minuteMs + 1)
  expect((await alerts()).map((a) => a.code)).toEqual(['not-seen', 'not-seen'])
})

test('the stream begins with every tile and then tells only those that moved, at most one a second', async () => {
  const { values, stop } = await follow(the.as.networkManager)
  expect(values[0]!.tiles).toHaveLength(3)
  const before = (await tileOf('lisboa')).waiting
  for (let i = 0; i < 30; i++) {
    await take()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await until(() =>
    expect(
      values
        .flatMap((value) => value.tiles)
        .filter((t) => t.pointId === 'lisboa')
        .at(-1)!.waiting,
    ).toBe(before + 30),
  )
  const later = values.slice(1).filter((value) => value.tiles.length > 0)
  expect(later.length).toBeGreaterThanOrEqual(2)
  expect(later.every((value) => value.tiles.every((t) => t.pointId === 'lisboa'))).toBe(true)
  expect(later.slice(1).every((value, i) => value.at - later[i]!.at >= 950)).toBe(true)
  await stop()
})

test('who joins later has everything at once, and a point manager only what is theirs', async () => {
  const one = await follow(the.as.networkManager)
  await take()
  await tiles()
  const two = await follow(the.as.networkManager)
  const own = await follow(the.as.pointManager)
  const { waiting } = await tileOf('lisboa')
  expect(two.values[0]!.tiles).toHaveLength(3)
  expect(two.values[0]!.tiles.find((t) => t.pointId === 'lisboa')!.waiting).toBe(waiting)
  await take('sao-paulo', the.as.foreignKiosk)
  await until(() =>
    expect(
      two.values
        .slice(1)
        .flatMap((value) => value.tiles)
        .map((t) => t.pointId),
    ).toContain('sao-paulo'),
  )
  expect(new Set(own.values.flatMap((value) => value.tiles).map((t) => t.pointId))).toEqual(new Set(['lisboa']))
  for (const follower of [one, two, own]) await follower.stop()
  await until(() => expect(the.house.live.count()).toBe(0))
})

test('a hall that did not move is not computed again', async () => {
  // Every tile is as young as can be: none of them grows old before it is looked at again.
  the.clock.pass(minuteMs)
  await tiles()
  const plays = vi.spyOn(the.house.waits, 'ofPoint')
  await take()
  await tiles()
  expect(plays.mock.calls.flat()).toEqual(['lisboa'])
  plays.mockRestore()
})

test('a diversion stands on the tile of the point that it starts at', async () => {
  const id = key()
  const until = iso(the.clock.now() + 30 * minuteMs)
  await askStrictly(the.as.networkManager, startDiversion, { point: 'lisboa', toPoint: 'horta', until, minGainMinutes: 5 }, id)
  expect((await tileOf('lisboa')).diversions).toEqual([
    { id, toPointId: 'horta', toName: 'Horta', until, minGainMinutes: 5, concerns: 'walk-ins', serviceIds: [], went: 0 },
  ])
  await askStrictly(the.as.pointManager, endDiversion, { point: 'lisboa', diversion: id })
  expect((await tileOf('lisboa')).diversions).toEqual([])
})
