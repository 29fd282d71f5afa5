import type { BrowserContext, Page } from 'playwright-core'

/** One sound as the display laid it on its audio clock. */
export type Sample = { key: string; voice: string; clip: string; startsAt: number; endsAt: number }

type Loudness = { at: number; level: number }

/** Puts an ear between every sound and the loudspeaker of the pages that will be opened here. */
export async function listenIn(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const heard: Loudness[] = []
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode
    Object.assign(globalThis, { heard })
    Object.assign(AudioNode.prototype, {
      connect(this: AudioNode, to: AudioNode, ...rest: []) {
        if (to instanceof AudioDestinationNode) {
          const ear = new AnalyserNode(this.context, { fftSize: 4096 })
          connect.call(this, ear)
          const wave = new Float32Array(ear.fftSize)
          setInterval(() => {
            ear.getFloatTimeDomainData(wave)
            heard.push({ at: ear.context.currentTime, level: Math.max(...wave.map(Math.abs)) })
          }, 60)
        }
        return connect.call(this, to, ...rest)
      },
    })
  })
}

/** What the display has laid on its audio clock so far. */
export const samplesOf = (page: Page): Promise<Sample[]> => page.evaluate(() => [...(globalThis.beurtSamples?.() ?? [])])

/** The loudest moment between two times of the audio clock. */
export const loudest = (page: Page, { startsAt, endsAt }: Pick<Sample, 'startsAt' | 'endsAt'>): Promise<number> =>
  page.evaluate(
    ({ from, till }) => {
      const { heard } = globalThis as unknown as { heard: Loudness[] }
      return Math.max(0, ...heard.filter(({ at }) => at > from && at < till + 0.1).map(({ level }) => level))
    },
    { from: startsAt, till: endsAt },
  )

/** True once the audio clock is past this time. */
export const isPast = (page: Page, seconds: number): Promise<boolean> =>
  page.evaluate((till) => {
    const { heard } = globalThis as unknown as { heard: Loudness[] }
    return (heard.at(-1)?.at ?? 0) > till + 0.2
  }, seconds)

/** The pairs of sounds that are heard at once; there must be none. */
export const overlaps = (samples: readonly Sample[]): [Sample, Sample][] =>
  samples
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .flatMap((sample, n, all): [Sample, Sample][] => {
      const next = all[n + 1]
      return next && next.startsAt < sample.endsAt - 0.001 ? [[sample, next]] : []
    })
