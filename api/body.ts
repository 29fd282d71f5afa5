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

async function bytesOf(request: Request, limits: { bytesMax: number; deadlineMs: number }): Promise<Uint8Array> {
  const tooLarge = () => new Problem('body-too-large', { bytesMax: limits.bytesMax })
  if (Number(request.headers.get('content-length') ?? 0) > limits.bytesMax) throw tooLarge()
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Problem('body-too-slow')), limits.deadlineMs)
  })
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const chunk = await Promise.race([reader.read(), late])
      if (chunk.done) break
      size += chunk.value.byteLength
      if (size > limits.bytesMax) throw tooLarge()
      chunks.push(chunk.value)
    }
  } catch (error) {
    reader.cancel().catch(() => {})
    throw error instanceof Problem ? error : new Problem('not-json')
  } finally {
    clearTimeout(timer)
  }
  return join(chunks, size)
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
