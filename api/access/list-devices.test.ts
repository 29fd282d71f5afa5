import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDevice, enrolDevice, listDevices, removeDevice, reportDevice } from '../../contract/access.ts'
import { ask } from '../../contract/ask.ts'
import { iso } from '../../domain/time.ts'
import { key, makeTestHouse, type TestHouse } from '../../proof/setup/house.ts'
import { testIds } from '../../proof/setup/network.ts'

let the: TestHouse
beforeAll(async () => {
  the = await makeTestHouse()
})
afterAll(async () => {
  expect(the.faults).toEqual([])
  await the.stop()
})
beforeEach(async () => {
  the.clock.pass(11 * 60_000)
  for (const device of [the.as.kiosk, the.as.display]) await ask(device, reportDevice, {})
})

const list = async (point = 'lisboa', asker = the.as.networkManager) => (await ask(asker, listDevices, { point })).devices
const short = async (point?: string) => (await list(point)).map(({ kind, number, alert }) => `${kind} ${number} ${alert ?? 'well'}`)

test('kiosks and displays of this point alone are listed, with their paper and when they were seen', async () => {
  await ask(the.as.kiosk, reportDevice, { paper: 'ok' })
  const { name, zone, devices } = await ask(the.as.pointManager, listDevices, { point: 'lisboa' })
  expect({ name, zone }).toEqual({ name: 'Lisboa', zone: 'Europe/Lisbon' })
  const seenAt = iso(the.clock.now())
  expect(devices).toEqual([
    { id: testIds.display, kind: 'display', number: 1, paper: 'unknown', seenAt, alert: null, codeUntil: null },
    { id: testIds.kiosk, kind: 'kiosk', number: 1, paper: 'ok', seenAt, alert: null, codeUntil: null },
  ])
  expect((await list('sao-paulo')).map(({ id }) => id)).toEqual([testIds.foreignKiosk])
  expect(await list('horta')).toEqual([])
})

test('what is wrong with each is said: paper, or nothing heard for two minutes', async () => {
  await ask(the.as.kiosk, reportDevice, { paper: 'out' })
  expect(await short()).toEqual(['display 1 well', 'kiosk 1 paper-out'])
  await ask(the.as.kiosk, reportDevice, { paper: 'ok', stray: 1 })
  expect(await short()).toEqual(['display 1 well', 'kiosk 1 stray-numbers'])
  await ask(the.as.kiosk, reportDevice, { stray: 0 })
  await ask(the.as.kiosk, reportDevice, { paper: 'low' })
  expect(await short()).toEqual(['display 1 well', 'kiosk 1 paper-low'])
  the.clock.pass(2 * 60_000)
  expect(await short()).toEqual(['display 1 well', 'kiosk 1 paper-low'])
  the.clock.pass(1)
  await ask(the.as.display, reportDevice, {})
  expect(await short()).toEqual(['display 1 well', 'kiosk 1 not-seen'])
  await ask(the.as.kiosk, reportDevice, { paper: 'ok' })
})

test('a device that was announced stands there until its code is over; no code is told', async () => {
  const { id, until, code } = await ask(the.as.networkManager, addDevice, { point: 'horta', kind: 'kiosk' }, key())
  expect(await list('horta')).toMatchObject([{ id, kind: 'kiosk', number: 1, seenAt: null, alert: null, codeUntil: until }])
  expect(JSON.stringify(await list('horta'))).not.toContain(code)
  the.clock.pass(15 * 60_000)
  expect(await list('horta')).toEqual([])
})

test('a device that was taken out is gone from the list at once, its number resting', async () => {
  const { id, code } = await ask(the.as.pointManager, addDevice, { point: 'lisboa', kind: 'display' }, key())
  await ask(the.as.anyone, enrolDevice, { code })
  expect((await list()).map((device) => device.id)).toContain(id)
  await ask(the.as.pointManager, removeDevice, { point: 'lisboa', device: id })
  expect((await list()).map((device) => device.id)).not.toContain(id)
})

test('who follows the list is told of a device that comes, and of one that is taken out', async () => {
  const response = await the.app.fetch(
    new Request('http://beurt.test/api/points/lisboa/devices', {
      headers: { accept: 'text/event-stream', ...the.as.pointManager.headers!() },
    }),
  )
  const reader = response.body!.getReader()
  const next = async (): Promise<string[]> => {
    for (;;) {
      const text = new TextDecoder().decode((await reader.read()).value)
      const line = text.split('\n').find((one) => one.startsWith('data: '))
      if (line) return JSON.parse(line.slice(6)).devices.map((device: { id: string }) => device.id)
    }
  }
  const before = await next()
  const { id } = await ask(the.as.pointManager, addDevice, { point: 'lisboa', kind: 'kiosk' }, key())
  expect(new Set(await next())).toEqual(new Set([...before, id]))
  await ask(the.as.pointManager, removeDevice, { point: 'lisboa', device: id })
  expect(await next()).toEqual(before)
  await reader.cancel()
})
