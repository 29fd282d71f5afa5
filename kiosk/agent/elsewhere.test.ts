import { expect, test } from 'vitest'
import { menu as menuRoute } from '../../contract/points.ts'
import { takeTicket } from '../../contract/tickets.ts'
import { makeAgent } from './agent.ts'
import type { Answer, Menu, Net } from './ports.ts'
import { drawsOf, menuAt, portsOf, virtualClock, virtualDisk, virtualPrinter } from './virtual.test-support.ts'

const id = '01980000-0000-7000-8000-000000000001'
const diversionId = '01980000-0000-7000-8000-000000000099'
const wanted = { serviceIds: ['passport'], people: 1, language: 'nl' as const, diversionId }
const lost = { kind: 'none', cause: 'status 503' } as const
const given = {
  kind: 'good',
  value: { id, pointId: 'beveren', pointName: 'Beveren', pointAddress: 'Markt 2', label: 'B\u2009007' },
} as Answer<never>

/** A kiosk that offers another point, whose asks for a number there are answered one after another as given; after those, never. */
async function offering(answers: Answer<never>[]) {
  const clock = virtualClock()
  const keys: (string | undefined)[] = []
  const menu = () =>
    menuAt(clock.now(), { offers: [{ diversionId, serviceIds: ['passport'], to: { id: 'beveren' } } as Menu['offers'][number]] })
  const net: Net = {
    ask(route, _, { key }) {
      if (route === (menuRoute as unknown)) return Promise.resolve({ kind: 'good', value: menu() as never })
      if (route !== (takeTicket as unknown)) return Promise.resolve(lost)
      return keys.push(key) > answers.length ? new Promise(() => {}) : Promise.resolve(answers[keys.length - 1]!)
    },
    follow: (_, __, onMenu) => onMenu(menu()),
  }
  const { printer, papers } = virtualPrinter(clock.clock, () => ({ outcome: 'printed', comesOut: true, takesMs: 100 }))
  const agent = makeAgent(portsOf(clock.clock, drawsOf(1), net, virtualDisk().disk, printer), (error) => expect.fail(String(error)))
  await agent.begin()
  await agent.place('aalter', 2)
  const outcome = agent.take(id, wanted).then(
    (ticket) => ticket.label,
    (problem) => problem.code,
  )
  return { agent, clock, keys, papers, outcome }
}

test('a number at another point whose answer does not come is asked for again under the same key, and its paper comes out', async () => {
  const { agent, clock, keys, papers, outcome } = await offering([lost, lost, given])
  await clock.pass(1000)
  expect(await outcome).toBe('B\u2009007')
  expect(keys).toEqual([id, id, id])
  expect(papers.map((paper) => paper.label)).toEqual(['B\u2009007'])
  expect(agent.shown().connected).toBe(true)
  await agent.stop()
})

test('after three asks in silence the visitor hears that it does not go, before the screen has given up', async () => {
  const { agent, clock, keys, papers, outcome } = await offering([])
  await clock.pass(7500)
  expect(await outcome).toBe('unavailable')
  expect(keys).toEqual([id, id, id])
  expect(papers).toEqual([])
  await agent.stop()
})

test('a no is not asked again', async () => {
  const no = { kind: 'refused', problem: { type: '', title: '', status: 403, detail: '', code: 'not-allowed', requestId: '' } } as const
  const { agent, clock, keys, outcome } = await offering([no])
  await clock.pass(1000)
  expect(await outcome).toBe('not-allowed')
  expect(keys).toEqual([id])
  await agent.stop()
})
