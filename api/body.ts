import { Problem } from '../contract/problems.ts'

const deadlineMs = 15_000
export const bodyLimits = { bytesMax: 64 * 1024, deadlineMs }
/** Of a plan of many shifts, each with its services. */
export const largeLimits = { bytesMax: 1024 * 1024, deadlineMs }
const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The JSON of a request. No more is read than may be there, and not for longer than a slow phone takes. Throws `not-json`, `body-too-large`
 * or `body-too-slow`.
 */
export async function bodyOf(request: Request, limits = bodyLimits): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (!/^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i.test(type) || encoding !== 'identity') throw new Problem('not-json')
  try {
    return JSON.parse(utf8.decode(await bytesOf(request, limits)))
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('not-json')
  }
}

/** A body of a told and allowed length is read at once; one of untold length piece by piece, so that it can be stopped. */
function bytesOf(request: Request, limits: { bytesMax: number; deadlineMs: number }): Promise<Uint8Array | ArrayBuffer> {
  const length = request.headers.get('content-length')
  if (Number(length ?? 0) > limits.bytesMax) throw tooLarge(limits)
  if (length !== null) return inTime(request.arrayBuffer(), limits.deadlineMs)
  return request.body ? piecesOf(request.body, limits) : Promise.resolve(new Uint8Array())
}

/** What has not come yet, and when it is too late; looked through once a second, which costs a busy kiosk less than a timer for each. */
const awaited = new Set<{ until: number; late: () => void }>()
let looking: ReturnType<typeof setInterval> | null = null

function inTime<T>(coming: Promise<T>, deadlineMs: number): Promise<T> {
  return new Promise<T>((settle, fail) => {
    const one = { until: performance.now() + deadlineMs, late: () => fail(new Problem('body-too-slow')) }
    awaited.add(one)
    looking ??= setInterval(lookForLate, Math.min(1000, deadlineMs))
    const ended = (how: () => void) => {
      awaited.delete(one)
      how()
    }
    coming.then(
      (value) => ended(() => settle(value)),
      (error) => ended(() => fail(error)),
    )
  })
}

function lookForLate(): void {
  for (const one of awaited) if (one.until <= performance.now() && awaited.delete(one)) one.late()
  if (awaited.size > 0 || !looking) return
  clearInterval(looking)
  looking = null
}

const tooLarge = (limits: { bytesMax: number }) => new Problem('body-too-large', { bytesMax: limits.bytesMax })

async function piecesOf(body: ReadableStream<Uint8Array>, limits: { bytesMax: number; deadlineMs: number }): Promise<Uint8Array> {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  const until = performance.now() + limits.deadlineMs
  try {
    for (;;) {
      const chunk = await inTime(reader.read(), until - performance.now())
      if (chunk.done) return join(chunks, size)
      size += chunk.value.byteLength
      if (size > limits.bytesMax) throw tooLarge(limits)
      chunks.push(chunk.value)
    }
  } catch (error) {
    reader.cancel().catch(() => {})
    throw error
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
