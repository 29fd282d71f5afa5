import { expect, test } from 'vitest'
import type { Guards } from '../db/commit.ts'
import { drawsOf, makeAsking, pause } from './two-processes/asking.ts'
import { faultsOf } from './two-processes/check.ts'
import { figuresOf, outagesOf, quantile, sentOf, waitsOf } from './two-processes/figures.ts'
import { makePeople, runMix } from './two-processes/people.ts'
import { startWorld, type World } from './two-processes/world.ts'

type Given = {
  requests: number
  guards?: Guards
  visitors?: number
  thinkMs?: number
  /** What goes wrong meanwhile; the mix goes on until it has ended. Answers when each blow fell. */
  trouble?: (world: World, isOver: () => boolean) => Promise<number[]>
}

/** Runs the mix in a world of its own and looks for everything that is not as it must be. */
async function mix(given: Given) {
  const world = await startWorld({ guards: given.guards, jobs: given.trouble !== undefined })
  try {
    const draw = drawsOf(1)
    const asking = makeAsking(world.runs, { draw, retries: given.trouble !== undefined, repeats: 0.2 })
    const people = makePeople(asking, draw)
    await people.open()
    const began = performance.now()
    let troubled = given.trouble !== undefined
    const isOver = () => asking.all.length >= given.requests && !troubled
    const ruler = await makeRuler(world)
    const running = runMix(people, { visitors: given.visitors ?? 12, isOver, thinkMs: () => draw() * (given.thinkMs ?? 0) * 2 })
    const blows =
      (await given.trouble?.(world, isOver).finally(() => {
        troubled = false
      })) ?? []
    await running
    await asking.settled()
    const seconds = (performance.now() - began) / 1000
    const idleMs = await ruler.end()
    // A move between two points that was cut off in the middle is finished by a job.
    if (given.trouble) await pause(5000)
    const faults = await faultsOf(world.sql, asking.all)
    console.log(`${figuresOf(asking.all, seconds)}; an ask that does nothing and a commit of one row took ms p99.9 ${idleMs}`)
    return { asked: asking.all, idleMs, faults, said: world.runs.map((run) => run.said()).join(''), blows }
  } finally {
    await world.stop()
  }
}

/** The same mix again, at most three times, until what only a race brings about is seen; answers the faults of the last. */
async function faultsOnce(isSeen: (faults: readonly string[]) => boolean, given: Given) {
  for (let tries = 1; ; tries++) {
    const { faults } = await mix(given)
    if (isSeen(faults) || tries === 3) return faults
  }
}

/** Asks both processes for nothing and writes one row, again and again; answers how long that took, 99.9th percentile. */
async function makeRuler({ runs, sql }: World) {
  await sql`create table ruler (n integer primary key, laps integer not null default 0)`
  await sql`insert into ruler (n) values (0), (1)`
  const took: number[] = []
  let over = false
  const loop = async (n: number) => {
    while (!over) {
      const began = performance.now()
      await fetch(`${runs[n]!.base()}/livez`).then(
        (answer) => answer.text(),
        () => null,
      )
      await sql`update ruler set laps = laps + 1 where n = ${n}`.catch(() => null)
      took.push(performance.now() - began)
      // A lap takes about as long as a round of a visitor: what makes all wait weighs as much in its figure as in theirs.
      await pause(60)
    }
  }
  const loops = [loop(0), loop(1)]
  return {
    async end(): Promise<number> {
      over = true
      await Promise.all(loops)
      return quantile(
        took.sort((a, b) => a - b),
        0.999,
      )
    },
  }
}

const kindsOf = (faults: readonly string[]) => [...new Set(faults.map((f) => f.split(':')[0]))].sort()

test('ten thousand mixed requests through two processes: nothing doubled, nothing lost, nobody waits half a second', async () => {
  const { asked, faults, said, idleMs } = await mix({ requests: 10_000, visitors: 10, thinkMs: 50 })
  expect(faults).toEqual([])
  expect(said).toBe('')
  expect(sentOf(asked).filter((s) => s.status === 0 || s.status >= 500)).toEqual([])
  expect(asked.filter((one) => one.sent.length > 1).length).toBeGreaterThan(1500)
  // On a machine that others use too, an ask that does nothing and a commit show how long they make everybody wait.
  expect(quantile(waitsOf(asked), 0.999)).toBeLessThan(500 + idleMs)
})

test('without the version check the same run goes red: changes are lost and history no longer tells what happened', async () => {
  const isLost = (faults: readonly string[]) => faults.some((f) => f.startsWith('lost') || f.startsWith('history: 0 lines'))
  const isUntrue = (faults: readonly string[]) => kindsOf(faults).includes('history')
  const guards = { versions: false, keys: true, bits: true }
  const faults = await faultsOnce((f) => isUntrue(f) && isLost(f), { requests: 1500, guards })
  expect(kindsOf(faults)).toContain('history')
  expect(isLost(faults), faults.join('\n')).toBe(true)
})

test('under the version check the busy bits refuse what was booked: without both they are not what was booked', async () => {
  const one = await mix({ requests: 1200, guards: { versions: false, keys: true, bits: true } })
  expect(kindsOf(one.faults)).not.toContain('double booking')
  expect(kindsOf(one.faults)).not.toContain('bits are not the appointments')
  const otherwise = 'bits are not the appointments'
  const guards = { versions: false, keys: true, bits: false }
  const neither = await faultsOnce((faults) => kindsOf(faults).includes(otherwise), { requests: 1200, guards })
  expect(kindsOf(neither)).toContain(otherwise)
})

test('without the key check the same run goes red: a repeat is answered otherwise', async () => {
  const guards = { versions: true, keys: false, bits: true }
  const faults = await faultsOnce((f) => kindsOf(f).includes('repeat'), { requests: 1500, guards })
  expect(kindsOf(faults)).toContain('repeat')
})

test('an api process killed twenty times: nothing acknowledged is lost, nothing is done twice', async () => {
  const { asked, faults, blows } = await mix({
    requests: 10_000,
    thinkMs: 60,
    async trouble(world) {
      const blows: number[] = []
      for (let n = 0; n < 20; n++) {
        await pause(600)
        const run = world.runs[n % 2]!
        blows.push(performance.now())
        await run.kill()
        await run.begin()
      }
      return blows
    },
  })
  const outages = outagesOf(asked, blows).sort((a, b) => a - b)
  console.log(`outage ms p50 ${quantile(outages, 0.5)} max ${quantile(outages, 1)}`)
  expect(asked.length).toBeGreaterThanOrEqual(10_000)
  expect(faults).toEqual([])
  expect(quantile(outages, 1)).toBeLessThan(5000)
})

test('Postgres killed five times: nothing acknowledged is lost, nothing is done twice, and writes work again within five seconds', async () => {
  const { asked, faults, blows } = await mix({
    requests: 10_000,
    thinkMs: 60,
    async trouble(world) {
      const blows: number[] = []
      for (let n = 0; n < 5; n++) {
        await pause(2000)
        blows.push(performance.now())
        await world.killDatabase()
        await pause(1500)
      }
      return blows
    },
  })
  const outages = outagesOf(asked, blows).sort((a, b) => a - b)
  console.log(`outage ms p50 ${quantile(outages, 0.5)} max ${quantile(outages, 1)}`)
  expect(asked.length).toBeGreaterThanOrEqual(10_000)
  expect(faults).toEqual([])
  expect(quantile(outages, 1)).toBeLessThan(5000)
})

test('a connection of a commit that falls silent costs its own commit, and what it was given is not written when it wakes', async () => {
  const { asked, faults, blows } = await mix({
    requests: 0,
    thinkMs: 60,
    async trouble(world) {
      await pause(1500)
      const stopped = await stopCommitting(world)
      const at = performance.now()
      await pause(6000)
      process.kill(stopped, 'SIGCONT')
      await pause(1500)
      return [at]
    },
  })
  const [outage] = outagesOf(asked, blows)
  console.log(`outage ms ${Math.round(outage!)}`)
  expect(faults).toEqual([])
  expect(outage).toBeLessThan(5000)
  // Nobody waited for it to wake: the deadline of a commit is 2.5 s.
  expect(quantile(waitsOf(asked), 1)).toBeLessThan(5000)
})

/** Stops the backend of a connection that commits, between two commits: what is sent to it then is read when it wakes. */
async function stopCommitting({ sql }: World): Promise<number> {
  for (;;) {
    const [row] = await sql`select pid from pg_stat_activity where query like 'with part as%' and state = 'idle' order by random() limit 1`
    if (!row) continue
    process.kill(row.pid, 'SIGSTOP')
    const [now] = await sql`select state from pg_stat_activity where pid = ${row.pid}`
    if (now?.state === 'idle') return row.pid
    process.kill(row.pid, 'SIGCONT')
  }
}
