import type { Core } from './core.ts'
import type { Menu } from './ports.ts'

const keepEveryMs = 60_000

/** Takes in what the api says now: menu, time and zone. Kept on disk once a minute, so that a start without a network has one. */
export function takeMenu(core: Core, menu: Menu): void {
  const { clock, disk } = core.ports
  // What was on its way while the kiosk moved.
  if (menu.point.id !== core.state.place?.pointId) return
  const first = core.menu === null
  core.menu = menu
  core.heardMs = clock.monoMs()
  core.hallClock.heard(Date.parse(menu.at))
  if (core.state.zone !== menu.point.zone) void core.happen({ kind: 'zone', zone: menu.point.zone })
  if (first || clock.monoMs() - core.menuKeptMs >= keepEveryMs) {
    core.menuKeptMs = clock.monoMs()
    void disk.keep('menu.json', JSON.stringify({ menu, offsetMs: core.hallClock.offsetMs() })).catch(() => undefined)
  }
  core.tell()
}
