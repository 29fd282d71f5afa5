import { Problem } from '../contract/problems.ts'

const bytesMax = 64 * 1024
const deadlineMs = 15_000

/**
 * The JSON of a request. No more is read than may be there, and not for longer than a slow phone takes. Throws `not-json`, `body-too-large`
 * or `body-too-slow`.
 */
export async function bodyOf(request: Request, limits = { bytesMax, deadlineMs }): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (!/^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i.test(type) || encoding !== 'identity') throw new Problem('not-json')
  const bytes = await bytesOf(request, limits)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Problem('not-json')
  }
}

/** A body of a told and allowed length is read at once; one of untold length piece by piece, so that it can be stopped. */
async function bytesOf(request: Request, limits: { bytesMax: number; deadlineMs: number }): Promise<Uint8Array> {
  const length = request.headers.get('content-length')
  if (Number(length ?? 0) > limits.bytesMax) throw tooLarge(limits)
  if (!request.body) return new Uint8Array()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Problem('body-too-slow')), limits.deadlineMs)
  })
  try {
    if (length === null) return await piecesOf(request.body, late, limits)
    return new Uint8Array(await Promise.race([request.arrayBuffer(), late]))
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('not-json')
  } finally {
    clearTimeout(timer)
  }
}

const tooLarge = (limits: { bytesMax: number }) => new Problem('body-too-large', { bytesMax: limits.bytesMax })

async function piecesOf(body: ReadableStream<Uint8Array>, late: Promise<never>, limits: { bytesMax: number }): Promise<Uint8Array> {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const chunk = await Promise.race([reader.read(), late])
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
