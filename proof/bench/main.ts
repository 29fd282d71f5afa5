import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { callToBoard } from './call-to-board.ts'
import { controlRoom, roomPoints } from './control-room.ts'
import type { OpenSocket } from './http.ts'
import { importing } from './import.ts'
import { hasPgbench } from './pgbench.ts'
import { searching } from './search.ts'
import { searchingByHttp } from './search-http.ts'
import { tapToPrinter } from './tap-to-printer.ts'
import { makeWorld, setCommitDelay, type World } from './world.ts'
import { bookingRound, type Round, ticketRound } from './writes.ts'

// `npm run bench [-- rounds] [-- only]`: medians of alternating rounds, each figure a ratio to a yardstick measured in the same round.
const rounds = Number(process.argv.find((a) => /^\d+$/.test(a)) ?? 5)
const only = process.argv.slice(2).find((a) => /^[a-z]/.test(a)) ?? ''
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN
const spanOf = (list: readonly number[]): string => `${Math.min(...list).toFixed(2)} to ${Math.max(...list).toFixed(2)}`
const lines: string[] = []
const say = (line: string): void => {
  lines.push(line)
  console.log(line)
}

async function writes(
  world: World,
  name: string,
  round: (world: World, spread: boolean) => Promise<Round>,
  targets: { spread: number; hot: number },
): Promise<void> {
  for (const delay of [0, 1000]) {
    await setCommitDelay(world, delay)
    const spread: Round[] = []
    const hot: Round[] = []
    for (let i = 0; i < rounds; i++) {
      spread.push(await round(world, true))
      hot.push(await round(world, false))
    }
    const flush = `+${delay / 1000} ms`
    for (const [where, list, target] of [
      ['800 points', spread, targets.spread],
      ['1 hot point', hot, targets.hot],
    ] as const) {
      const ratios = list.map((r) => r.ours.perSecond / r.yardstick)
      const load = list.map((r) => r.ours)
      say(
        `| ${name}, ${where}, ${flush} | ${Math.round(median(load.map((l) => l.perSecond)))}/s, p50 ${median(load.map((l) => l.p50)).toFixed(1)} ms, p99 ${median(load.map((l) => l.p99)).toFixed(1)} ms | best of 8 and 64 pgbench clients, ${Math.round(median(list.map((r) => r.yardstick)))}/s | ${median(ratios).toFixed(2)} (${spanOf(ratios)}) | ≥ ${target} |`,
      )
      const faults = load.reduce((sum, l) => sum + l.faults, 0)
      if (faults)
        say(
          `| ${name}, ${where}, ${flush}: ${faults} of ${load.reduce((sum, l) => sum + l.answers, 0)} answers were refusals or faults | | | | 0 |`,
        )
      if (list[0]?.batches) {
        const own = list.map((r) => r.ours.perSecond / r.batches!)
        say(
          `| the same ÷ our batch statement alone | | psql running it, ${Math.round(median(list.map((r) => r.batches!)))}/s | ${median(own).toFixed(2)} (${spanOf(own)}) | ≥ 0.6 |`,
        )
      }
    }
    const flat = hot.map((h, i) => h.ours.perSecond / spread[i]!.ours.perSecond)
    if (name === 'tickets') say(`| ${name}, hot ÷ spread, ${flush} | | | ${median(flat).toFixed(2)} (${spanOf(flat)}) | ≥ 0.9 |`)
  }
  await setCommitDelay(world, 0)
}

const folder = join(fileURLToPath(new URL('../..', import.meta.url)), '.data', 'bench')

const openSocket: OpenSocket = async (port, heard) => {
  const socket = await Bun.connect({ hostname: '127.0.0.1', port, socket: { data: (_, bytes) => heard(bytes) } })
  return { write: (text) => void socket.write(text), end: () => socket.terminate() }
}

async function inWorld(): Promise<void> {
  const world = await makeWorld(folder, openSocket)
  try {
    if (await hasPgbench()) {
      if (!only || only === 'tickets') await writes(world, 'tickets', ticketRound, { spread: 1.4, hot: 4 })
      if (!only || only === 'bookings') await writes(world, 'bookings', bookingRound, { spread: 1, hot: 1.2 })
    } else
      say(
        '| tickets and bookings | not measured: pgbench is not on this machine (it comes with the package postgresql-client or -contrib) | | | |',
      )
    if (!only || only === 'board') say(await callToBoard(world, rounds))
    if (!only || only === 'printer') say(await tapToPrinter(world))
    if (!only || only === 'search-http') say(await searchingByHttp(world))
    if (!only || only === 'import') for (const line of await importing(world, rounds, () => Bun.randomUUIDv7())) say(line)
  } finally {
    await world.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function inRoom(): Promise<void> {
  const world = await makeWorld(folder, openSocket, roomPoints)
  try {
    for (const line of await controlRoom(world)) say(line)
  } finally {
    await world.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

say('| what | measured | yardstick | ratio, median (all rounds) | wanted |')
say('| --- | --- | --- | --- | --- |')
if (!only || only === 'search') for (const line of searching(() => Bun.gc(true))) say(line)
if (only !== 'search' && only !== 'control-room') await inWorld()
if (!only || only === 'control-room') await inRoom()
