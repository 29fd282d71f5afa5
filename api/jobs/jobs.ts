import { inTime } from '../../db/lines.ts'
import type { House } from '../house.ts'
import type { Mailer } from '../mail/mailer.ts'
import { sendMessages as sendMessagesDue } from '../mail/sending.ts'
import { closePastHalls } from './close-past-halls.ts'
import { compareBits } from './compare-bits.ts'
import { eraseContacts } from './erase-contacts.ts'
import { expireHolds } from './expire-holds.ts'
import { finishMoves } from './finish-moves.ts'
import { finishSendings } from './finish-sending.ts'
import { forgetAnswers } from './forget-answers.ts'
import type { Job } from './job.ts'
import { planAhead } from './plan-ahead.ts'
import { rollTotals } from './roll-totals.ts'
import { sealHistory } from './seal-history.ts'

export type Jobs = {
  /** Lets what is under way end, 5 s at most, and begins nothing more. */
  stop(): Promise<void>
  /** Runs one job, or all of them in order, now; answers how many things each did. Throws what a job throws. */
  runOnce(name?: string): Promise<Record<string, number>>
}

const patienceMs = 120_000
const stopMs = 5000

/** Starts what happens by itself. */
export function startJobs(house: House, mailer: Mailer): Jobs {
  const jobs = makeJobs(house, mailer)
  jobs.start()
  return jobs
}

/** What happens by itself. A job never runs twice at once; one that fails is logged once and tried again at its next turn. */
export function makeJobs(house: House, mailer: Mailer): Jobs & { start(): void } {
  const sendMessages: Job = {
    name: 'send-messages',
    everyMs: 1000,
    run: () => sendMessagesDue(house, mailer),
  }
  const jobs = [
    expireHolds,
    finishMoves,
    finishSendings,
    sendMessages,
    closePastHalls(),
    planAhead,
    compareBits(),
    eraseContacts,
    forgetAnswers,
    sealHistory,
    rollTotals(),
  ]
  const loops = jobs.map((job) => makeLoop(job, { house, mailer }))
  return {
    start() {
      for (const loop of loops) loop.plan()
    },
    async stop() {
      await inTime(Promise.all(loops.map((l) => l.stop())), stopMs).catch(() => {})
    },
    async runOnce(name) {
      const chosen = loops.filter((l) => name === undefined || l.job.name === name)
      if (chosen.length === 0) throw new Error(`there is no job ${name}`)
      const counts: Record<string, number> = {}
      for (const loop of chosen) counts[loop.job.name] = await loop.now()
      return counts
    },
  }
}

function makeLoop(job: Job, given: { house: House; mailer: Mailer }) {
  let timer: ReturnType<typeof setTimeout> | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let failing = false
  let stopped = false

  /** Waits for the turn before: a job never runs beside itself. */
  function now(): Promise<number> {
    const mine = turn.then(() => inTime(job.run(given), patienceMs))
    turn = mine.catch(() => {})
    return mine
  }

  async function tick(): Promise<void> {
    try {
      await now()
      failing = false
    } catch (error) {
      if (!failing && !stopped) given.house.log.fault(error, { job: job.name })
      failing = true
    }
    plan()
  }

  /** Some chance in the pause, so that processes that started together do not stay in step. */
  function plan(): void {
    if (!stopped) timer = setTimeout(() => void tick(), job.everyMs * (0.8 + Math.random() * 0.4))
  }

  return {
    job,
    now,
    plan,
    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await turn
    },
  }
}
