type Send = (request: Request) => Promise<Response>

/** A way to the api that can be cut: whoever asks then hears nothing, and what was under way breaks off. Mended, whoever still waits has to ask again. */
export function makeLine(send: Send) {
  let isCut = false
  let breakOff = new AbortController()
  return {
    isCut: () => isCut,
    cut(): void {
      if (isCut) return
      isCut = true
      breakOff.abort(new Error('the line is cut'))
      breakOff = new AbortController()
    },
    mend(): void {
      if (!isCut) return
      isCut = false
      breakOff.abort(new Error('the line is back'))
      breakOff = new AbortController()
    },
    async send(request: Request): Promise<Response> {
      const signal = AbortSignal.any([request.signal, breakOff.signal])
      if (isCut) return silence(signal)
      return send(new Request(request, { signal }))
    },
  }
}
export type Line = ReturnType<typeof makeLine>

const silence = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
