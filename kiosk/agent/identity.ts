import { createHash, randomBytes } from 'node:crypto'
import { enrolDevice, reportDevice } from '../../contract/access.ts'
import type { PointId } from '../../domain/ids.ts'
import { within } from './effects.ts'
import type { Clock, Disk, Net } from './ports.ts'

const fileName = 'identity.json'
const tokenName = 'enrolling.json'
const againMs = 3000
const deadlineMs = 5000
/** So many times the former kiosk is found to be listened to and still to owe before it becomes another all the same. */
const patience = 10

/** Which kiosk this is, and what it shows to prove it. Kept with the rights of its owner alone. */
export type Identity = { pointId: PointId; kiosk: number; token: string; enrolledWith: string | null }

type Given = {
  disk: Disk
  net: Net
  clock: Clock
  /** A token handed in, or a code that works once; without either the kiosk is who it was. */
  token: string | null
  code: string | null
  /** Shows itself as this kiosk, and serves as it, from now on. */
  become(identity: Identity): Promise<void>
  /** True while the hall of a point has not heard of numbers on paper. */
  owesTo(pointId: PointId): boolean
  say(line: string): void
  signal: AbortSignal
}

/**
 * Finds out which kiosk this is. It serves as who it was at once, and a token or code that it has not had before makes it another as soon as
 * the api says so. What it owes is handed in before that where it can be, and keeps it from nothing: it bears the number on paper.
 */
export async function findIdentity(given: Given): Promise<void> {
  const { disk, code, token, signal, become, say } = given
  const kept = parse(await disk.load(fileName).catch(() => null))
  const mark = code === null ? null : createHash('sha256').update(code).digest('hex')
  if (kept) await become(kept)
  else if (token === null && code === null) say('this kiosk needs a token, or a code to enrol with')
  const isNew = (token !== null && token !== kept?.token) || (mark !== null && mark !== kept?.enrolledWith)
  if (!isNew) return
  for (let left = patience; !signal.aborted; await pause(given)) {
    const owing = kept !== null && left > 0 && given.owesTo(kept.pointId) ? await isKnown(given) : 'no'
    if (owing === 'yes') left--
    if (owing !== 'no') continue
    const found = await prove(given, kept, mark).catch((error) => say(`the disk fails: ${error}`))
    if (found === 'refused') return
    if (!found) continue
    await disk.keep(fileName, JSON.stringify(found)).catch((error) => say(`the disk fails: ${error}`))
    return become(found)
  }
}

function pause({ clock, signal }: Given): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(signal.aborted ? 0 : againMs, resolve)
    const end = () => {
      cancel()
      resolve()
    }
    signal.addEventListener('abort', end, { once: true })
  })
}

/** Whether the api still listens to the kiosk as who it was. */
async function isKnown({ net, clock }: Given): Promise<'yes' | 'no' | 'silent'> {
  const { kind } = await within(clock, deadlineMs, (signal) => net.ask(reportDevice, {}, { signal }))
  return kind === 'good' ? 'yes' : kind === 'refused' ? 'no' : 'silent'
}

const prove = (given: Given, kept: Identity | null, mark: string | null) =>
  given.token === null ? enrol(given, kept, mark!) : introduce(given, given.token)

async function introduce({ net, clock, say }: Given, token: string): Promise<Identity | undefined> {
  const answer = await within(clock, deadlineMs, (signal) => net.ask(reportDevice, {}, { token, signal }))
  if (answer.kind === 'good') return { pointId: answer.value.pointId, kiosk: answer.value.number, token, enrolledWith: null }
  say(answer.kind === 'refused' ? `the api does not know this kiosk: ${answer.problem.detail}` : `the api does not answer: ${answer.cause}`)
}

/** Shows with the code who it was, so that it keeps its number where it still has it. */
async function enrol(
  { disk, net, clock, code, say }: Given,
  kept: Identity | null,
  mark: string,
): Promise<Identity | 'refused' | undefined> {
  const token = await tokenFor(disk, mark)
  const wanted = { code: code!, token, former: kept?.token }
  const answer = await within(clock, deadlineMs, (signal) => net.ask(enrolDevice, wanted, { signal }))
  if (answer.kind === 'good') return { pointId: answer.value.pointId, kiosk: answer.value.number, token, enrolledWith: mark }
  say(answer.kind === 'refused' ? `the code does not work: ${answer.problem.detail}` : `the api does not answer: ${answer.cause}`)
  return answer.kind === 'refused' ? 'refused' : undefined
}

/** The token it wants to be known by under a code: on disk before it is sent, so that whoever asks again is the same machine. */
async function tokenFor(disk: Disk, mark: string): Promise<string> {
  const kept = read(await disk.load(tokenName).catch(() => null))
  if (kept?.mark === mark && typeof kept.token === 'string') return kept.token
  const token = randomBytes(32).toString('base64url')
  await disk.keep(tokenName, JSON.stringify({ mark, token }))
  return token
}

function parse(text: string | null): Identity | null {
  const kept = read(text)
  return typeof kept?.token === 'string' && typeof kept.pointId === 'string' && Number.isInteger(kept.kiosk) ? kept : null
}

function read(text: string | null) {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
