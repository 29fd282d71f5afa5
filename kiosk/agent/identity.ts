import { createHash } from 'node:crypto'
import { enrolDevice, reportDevice } from '../../contract/access.ts'
import type { PointId } from '../../domain/ids.ts'
import { within } from './effects.ts'
import type { Clock, Disk, Net } from './ports.ts'

const fileName = 'identity.json'
const againMs = 3000

/** Which kiosk this is, and what it shows to prove it. Kept with the rights of its owner alone. */
export type Identity = { pointId: PointId; kiosk: number; token: string; enrolledWith: string | null }

type Given = {
  disk: Disk
  net: Net
  clock: Clock
  /** A token handed in, or a code that works once; without either the kiosk is who it was. */
  token: string | null
  code: string | null
  setToken(token: string): void
  /** True while the hall has not heard of numbers on paper: they would be another kiosk's. */
  hasDebts(): boolean
  say(line: string): void
  signal: AbortSignal
}

/** Finds out which kiosk this is: at once where it is known, else as soon as the api says so. Null when it is stopped before. */
export async function findIdentity(given: Given): Promise<Identity | null> {
  const kept = parse(await given.disk.load(fileName))
  const mark = given.code === null ? null : createHash('sha256').update(given.code).digest('hex')
  const isNew = (given.token !== null && given.token !== kept?.token) || (mark !== null && mark !== kept?.enrolledWith)
  if (kept && !isNew) {
    given.setToken(kept.token)
    return kept
  }
  while (!given.signal.aborted) {
    const found = await (given.token === null ? enrol(given, mark, kept) : introduce(given, given.token))
    if (found) return settle(given, kept, found)
    await new Promise<void>((resolve) => given.clock.after(againMs, resolve))
  }
  return null
}

async function settle(given: Given, kept: Identity | null, found: Identity): Promise<Identity> {
  const moved = kept && (kept.pointId !== found.pointId || kept.kiosk !== found.kiosk)
  if (moved && given.hasDebts()) throw new Error('this kiosk still has numbers to hand in under its former place')
  await given.disk.keep(fileName, JSON.stringify(found))
  given.setToken(found.token)
  return found
}

async function introduce({ net, clock, setToken, say }: Given, token: string): Promise<Identity | null> {
  setToken(token)
  const answer = await within(clock, 5000, (signal) => net.ask(reportDevice, {}, { signal }))
  if (answer.kind === 'good') return { pointId: answer.value.pointId, kiosk: answer.value.number, token, enrolledWith: null }
  say(answer.kind === 'refused' ? `the api does not know this kiosk: ${answer.problem.detail}` : `the api does not answer: ${answer.cause}`)
  return null
}

/** A kiosk that was taken out and comes back shows who it was: what it has not handed in yet bears its number. */
async function enrol({ net, clock, code, say }: Given, mark: string | null, kept: Identity | null): Promise<Identity | null> {
  if (code === null) throw new Error('this kiosk needs a token, or a code to enrol with')
  const answer = await within(clock, 5000, (signal) => net.ask(enrolDevice, { code, former: kept?.token }, { signal }))
  if (answer.kind === 'good') {
    const { pointId, number, token } = answer.value
    return { pointId, kiosk: number, token, enrolledWith: mark }
  }
  if (answer.kind === 'refused') throw new Error(`the code does not work: ${answer.problem.detail}`)
  say(`the api does not answer: ${answer.cause}`)
  return null
}

function parse(text: string | null): Identity | null {
  try {
    const kept = JSON.parse(text ?? 'null')
    return typeof kept?.token === 'string' && typeof kept.pointId === 'string' && Number.isInteger(kept.kiosk) ? kept : null
  } catch {
    return null
  }
}
