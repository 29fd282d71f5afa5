import { expect, test } from 'vitest'
import { nine } from '../../domain/hall.test-support.ts'
import { labelOf } from '../../domain/hall.ts'
import { type Agent, makeAgent } from './agent.ts'
import { readJournal } from './journal.ts'
import { emptyMemory, isOwed, remember } from './records.ts'
import { shownTicket } from './view.ts'
import {
  drawsOf,
  type Fate,
  menuAt,
  portsOf,
  settled,
  virtualClock,
  virtualDisk,
  virtualHall,
  virtualPrinter,
} from './virtual.test-support.ts'

const idOf = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`

function moodOf(draw: () => number): ReturnType<Parameters<typeof virtualPrinter>[1]> {
  const mood = draw()
  if (mood < 0.8) return { outcome: 'printed', comesOut: true, takesMs: 700 }
  return mood < 0.9
    ? { outcome: 'unknown', comesOut: draw() < 0.5, takesMs: 4000 }
    : { outcome: 'paper-out', comesOut: false, takesMs: 100 }
}

/** A morning at one kiosk: taps, a line that comes and goes, a printer with moods, and a power cut at some byte of the journal. */
async function morning(seed: number, kills: boolean) {
  const draw = drawsOf(seed)
  const clock = virtualClock()
  const disk = virtualDisk()
  let whole = true
  const fate = (): Fate => {
    const lost = !whole || draw() < 0.05
    return { reaches: !lost || draw() < 0.5, answers: !lost, delayMs: draw() < 0.1 ? 3000 : 20 + draw() * 60, twice: draw() < 0.1 }
  }
  const { hall, net } = virtualHall(clock, fate)
  const papers: string[] = []
  const untold: string[] = []
  const faults: unknown[] = []
  const { printer } = virtualPrinter(clock.clock, () => moodOf(draw))
  const taps = new Map<string, number>()
  const told = new Map<string, string>()
  const watched = {
    ...printer,
    print: (slip: Parameters<typeof printer.print>[0], options: { cutFirst: boolean }) => {
      const memory = remember(emptyMemory, readJournal(disk.journal()).entries)
      const known = [...memory.tickets.keys()].some((id) => labelIn(memory, id) === slip.label)
      if (!known) untold.push(slip.label)
      papers.push(slip.label)
      return printer.print(slip, options)
    },
  }
  await disk.disk.keep('menu.json', JSON.stringify({ menu: menuAt(nine), offsetMs: 0 }))
  const start = async (): Promise<Agent> => {
    disk.powerOn()
    const agent = makeAgent(portsOf(clock.clock, draw, net, disk.disk, watched), (error) => faults.push(error))
    void agent.begin()
    await settled()
    void agent.place('aalter', 2)
    await settled()
    return agent
  }
  let agent = await start()
  let restarts = 0
  for (let n = 1; n <= 60; n++) {
    if (draw() < 0.15) whole = !whole
    if (kills && draw() < 0.2) disk.dieAfter(Math.floor(draw() * 900))
    const id = idOf(seed * 1000 + n)
    taps.set(id, clock.now())
    const wanted = { serviceIds: ['passport'], people: 1, language: 'nl' as const }
    const mine = agent
    for (let tap = 0; tap < (draw() < 0.2 ? 2 : 1); tap++) {
      mine.take(id, wanted).then(
        (ticket) => void told.set(id, ticket.label),
        () => undefined,
      )
    }
    await clock.pass(500 + draw() * 5000)
    const question = agent.shown().question
    if (question && draw() < 0.7) void agent.got(question.ticketId, draw() < 0.5)
    if (disk.isOff()) {
      await Promise.race([mine.stop(), settled()])
      restarts++
      agent = await start()
    }
  }
  whole = true
  disk.dieAfter(Number.POSITIVE_INFINITY)
  await clock.pass(180_000)
  return { agent, hall, papers, untold, told, taps, restarts, bugs: faults }
}

function labelIn(memory: ReturnType<typeof remember>, id: string): string | null {
  const given = memory.tickets.get(id)?.given
  if (given?.kind === 'normal') return given.label
  return given?.kind === 'emergency' ? labelOf({ series: 'N2', number: given.number }) : null
}

function faultsOf({ agent, hall, papers, untold, told, taps, bugs }: Awaited<ReturnType<typeof morning>>): string[] {
  const faults: string[] = bugs.map(String)
  const { tickets } = agent.state().memory
  const byLabel = new Map<string, string>()
  for (const [id, label] of told) {
    const other = byLabel.get(label)
    if (other && other !== id) faults.push(`${label} was given to two people`)
    byLabel.set(label, id)
    const inHall = hall.tickets.get(id)
    if (!inHall) faults.push(`${label} is on paper and not in the hall`)
    else if (labelOf(inHall) !== label) faults.push(`${label} is ${labelOf(inHall)} in the hall`)
  }
  for (const label of papers)
    if (![...tickets.values()].some((h) => shownTicket(agent.state(), h.intent.id, undefined)?.label === label))
      faults.push(`${label} was printed and is in no journal`)
  for (const label of untold) faults.push(`${label} went to the printer before it was in the journal`)
  for (const held of tickets.values()) if (isOwed(held)) faults.push(`${held.intent.id} was never handed in`)
  const shownLabels = [...hall.tickets.values()].map(labelOf)
  if (new Set(shownLabels).size !== shownLabels.length) faults.push('two tickets in the hall have one number')
  for (const ticket of hall.tickets.values()) {
    const tapped = taps.get(ticket.id)
    if (tapped === undefined) faults.push(`${ticket.id} was never asked for`)
    else if (ticket.series === 'N2' && Math.abs(ticket.rankAt - tapped) > 5000) faults.push(`${ticket.id} has the wrong place`)
  }
  for (const held of tickets.values()) if (held.given === null) faults.push(`${held.intent.id} was left open`)
  return faults
}

test('over 200 mornings with power cuts at any byte of the journal nobody is lost and no number is given twice', async () => {
  let restarts = 0
  let emergencies = 0
  let normals = 0
  for (let seed = 1; seed <= 200; seed++) {
    const end = await morning(seed, true)
    restarts += end.restarts
    for (const t of end.hall.tickets.values()) t.series === 'N2' ? emergencies++ : normals++
    expect({ seed, faults: faultsOf(end) }).toEqual({ seed, faults: [] })
    await end.agent.stop()
  }
  expect(restarts).toBeGreaterThan(400)
  expect(Math.min(emergencies, normals)).toBeGreaterThan(1000)
}, 120_000)

test('without power cuts everybody who tapped gets a number', async () => {
  for (let seed = 1001; seed <= 1020; seed++) {
    const end = await morning(seed, false)
    expect({ seed, faults: faultsOf(end), told: end.told.size }).toEqual({ seed, faults: [], told: end.taps.size })
    await end.agent.stop()
  }
}, 60_000)
