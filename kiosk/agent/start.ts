import { randomInt } from 'node:crypto'
import { warmUp } from '../../printers/escpos.ts'
import type { PaperWidth } from '../../printers/layout.ts'
import type { Port } from '../../printers/ports/port.ts'
import { type Agent, makeAgent } from './agent.ts'
import { openDisk } from './disk.ts'
import { findIdentity } from './identity.ts'
import { listen } from './listen.ts'
import { answerLocal } from './local-api.ts'
import { makeNet } from './net.ts'
import { labelFor } from './paper.ts'
import type { Clock } from './ports.ts'
import { makePrinter } from './printer.ts'
import { isOwed, owedTo } from './records.ts'
import { answerScreen } from './screen-files.ts'

export type AgentGiven = {
  /** Where the api is, without a slash at the end. */
  api: string
  /** How it is reached; `fetch` where this is not given. */
  send?: (request: Request) => Promise<Response>
  /** What the kiosk proves itself with, or a code that works once. Neither is needed again once `folder` knows. */
  token?: string | null
  enrolCode?: string | null
  printer: Port
  paperWidth?: PaperWidth
  /** The kiosk's own data: journal, identity, last menu. */
  folder: string
  /** The built screen. */
  screen: string
  /** 0 takes any free one. */
  port: number
  host?: string
  /** Names other than `localhost` under which the screen may be opened, with their port. */
  hosts?: readonly string[]
  /** Pages elsewhere that may show the screen within them, by their origins, where it is asked for by this Host; none where it is not given. */
  framedBy?: (host: string) => readonly string[]
  clock?: Clock
  say?: (line: string) => void
}

const realClock: Clock = {
  wall: () => Date.now(),
  monoMs: () => performance.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}

/** Starts the agent of one kiosk with its screen. It answers at once, also without a network; who it is may take until the api answers. */
export async function startAgent(given: AgentGiven): Promise<{ url: string; agent: Agent; stop(): Promise<void> }> {
  const { clock = realClock, host = '127.0.0.1', say = () => {} } = given
  const stopped = new AbortController()
  const disk = await openDisk(given.folder)
  let token: string | null = null
  const net = makeNet({ send: given.send ?? fetch, base: given.api, token: () => token, clockAfter: clock.after })
  const printer = makePrinter(given.printer, given.paperWidth ?? 576)
  const agent = makeAgent({ clock, disk, net, printer, random: () => randomInt(2 ** 47) / 2 ** 47 }, (error) => say(`fault: ${error}`))
  await agent.begin()
  void warmUp().catch((error) => say(`the paper cannot be drawn: ${error}`))
  const hosts = given.hosts ?? []
  const server = await listen(
    (request) => {
      const local = new URL(request.url).pathname.startsWith('/local/')
      return local
        ? answerLocal(agent, request, hosts)
        : answerScreen(given.screen, request, given.framedBy?.(request.headers.get('host') ?? ''))
    },
    { port: given.port, host },
  )
  const identified = findIdentity({
    disk,
    net,
    clock,
    token: given.token ?? null,
    code: given.enrolCode ?? null,
    async become({ pointId, kiosk, token: next }) {
      token = next
      await agent.place(pointId, kiosk)
      const elsewhere = [...agent.state().memory.tickets.values()].filter((held) => isOwed(held) && held.intent.pointId !== pointId)
      for (const held of elsewhere) say(`${labelFor(held)} was given at ${held.intent.pointId}, and its hall does not know of it`)
    },
    owesTo: (pointId) => owedTo(agent.state().memory, pointId).length > 0,
    say,
    signal: stopped.signal,
  }).catch((error) => say(`fault: ${error}`))
  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${server.port}`,
    agent,
    async stop() {
      stopped.abort()
      await server.close()
      await agent.stop()
      await identified
      await disk.close()
    },
  }
}
