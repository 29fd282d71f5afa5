import { reportDevice } from '../../contract/access.ts'
import { menu as menuRoute } from '../../contract/points.ts'
import { type Core, nowOf } from './core.ts'
import { within } from './effects.ts'
import { strayOf } from './hand-in.ts'
import type { Menu } from './ports.ts'
import { paperReport, printerState } from './view.ts'

const probeEveryMs = 2500
/** Silence of the stream after which somebody asks. */
const quietMs = 10_000
const probeDeadlineMs = 1500
const tickEveryMs = 5000
const printerEveryMs = 4000
const reportEveryMs = 30_000

/** What an agent does by itself, until it is stopped. */
export function startRounds(core: Core, onMenu: (menu: Menu) => void): void {
  every(core, probeEveryMs, () => probe(core, onMenu))
  every(core, tickEveryMs, () => core.happen({ kind: 'tick' }))
  const report = makeReport(core)
  every(core, printerEveryMs, () => lookAtPrinter(core).catch(core.fault).then(report))
}

/** Runs `act` now and again and again, each time after the last has ended. */
function every(core: Core, ms: number, act: () => Promise<void>): void {
  let cancel = () => {}
  const again = () => {
    if (core.stop.signal.aborted) return
    void act()
      .catch(core.fault)
      .then(() => {
        if (!core.stop.signal.aborted) cancel = core.ports.clock.after(ms, again)
      })
  }
  core.stop.signal.addEventListener('abort', () => cancel(), { once: true })
  again()
}

/** Follows the live menu of where the kiosk stands now, and of no other point. */
export function follow(core: Core, onMenu: (menu: Menu) => void): void {
  const pointId = core.state.place?.pointId
  if (core.stop.signal.aborted || pointId === undefined || pointId === core.followed?.pointId) return
  core.followed?.end.abort()
  const end = new AbortController()
  core.followed = { pointId, end }
  core.ports.net.follow(pointId, AbortSignal.any([core.stop.signal, end.signal]), onMenu)
}

/** Asks for the menu where the stream is quiet or the line is in doubt: its answer is as good as the stream's. */
async function probe(core: Core, onMenu: (menu: Menu) => void): Promise<void> {
  const { place, line } = core.state
  const { clock, net } = core.ports
  if (!place || (!line.cut && line.bad === 0 && clock.monoMs() - core.heardMs < quietMs)) return
  const answer = await within(clock, probeDeadlineMs, (signal) => net.ask(menuRoute, { point: place.pointId }, { signal }))
  if (answer.kind === 'good') onMenu(answer.value)
  await core.happen({ kind: 'probed', good: answer.kind !== 'none' })
}

async function lookAtPrinter(core: Core): Promise<void> {
  const next = printerState(await core.ports.printer.status())
  if (next === core.printer) return
  core.printer = next
  core.tell()
}

/** Tells the api about the paper, and about numbers that no hall knows of: on change, and every half minute that the kiosk is there. */
function makeReport(core: Core): () => Promise<void> {
  let said = ''
  let saidMs = Number.NEGATIVE_INFINITY
  return async () => {
    const report = { paper: paperReport(core.printer), stray: strayOf(core.state, nowOf(core)).length }
    const saying = `${core.state.place?.pointId} ${report.paper} ${report.stray}`
    const { clock, net } = core.ports
    if (!core.state.place || (saying === said && clock.monoMs() - saidMs < reportEveryMs)) return
    const answer = await within(clock, probeDeadlineMs, (signal) => net.ask(reportDevice, report, { signal }))
    if (answer.kind !== 'good') return
    said = saying
    saidMs = clock.monoMs()
  }
}
