import { chime, chimeSeconds } from './chime.ts'
import { planCall, type Sample, type Sounds } from './plan.ts'
import type { Call } from './sentence.ts'
import type { Voice } from './voices.ts'

export interface Announcement {
  /** True when nothing will sound; `why` says so. */
  silent: boolean
  why?: 'muted' | 'blocked' | 'known'
  /** On the context's clock, in seconds. */
  startsAt?: number
  endsAt?: number
}

export interface Announcer {
  /** Chime, then the sentence in each voice; after whatever sounds now; once per key. */
  announce(call: Call): Announcement
  /** From now on these speak, the hall's first one first; what is laid on the clock already stays. */
  setVoices(voices: readonly Voice[]): void
  setMuted(muted: boolean): void
  /** 0 to 1. */
  setLevel(level: number): void
  /** Asks the browser to let sound through; true when it does. Call it on a tap, and at the start for a browser set to allow it. */
  unlock(): Promise<boolean>
  /** What was laid on the audio clock and not taken off it, oldest first; the last thousand. */
  samples(): readonly Sample[]
}

interface AnnouncerOptions {
  context: AudioContext
  /** None means chime only. */
  voices?: readonly Voice[]
  level?: number
}

interface Laid {
  sample: Sample
  sources: AudioScheduledSourceNode[]
}

const remembered = 1000

export function makeAnnouncer({ context, voices = [], level = 1 }: AnnouncerOptions): Announcer {
  const output = new GainNode(context, { gain: level })
  output.connect(context.destination)
  const known = new Set<string>()
  let speaking = voices
  let sounds = soundsOf(voices)
  let laid: Laid[] = []
  let muted = false
  let freeAt = 0

  const lay = (sample: Sample): Laid => {
    if (sample.voice === 'chime') return { sample, sources: chime(context, output, sample.startsAt) }
    const voice = speaking.find(({ language }) => language === sample.voice)
    const source = new AudioBufferSourceNode(context, { buffer: voice?.recording ?? null })
    source.connect(output)
    source.start(sample.startsAt, voice?.clips[sample.clip]?.[0], sample.endsAt - sample.startsAt)
    return { sample, sources: [source] }
  }

  const hush = () => {
    const now = context.currentTime
    for (const { sample, sources } of laid) if (sample.endsAt > now) for (const source of sources) source.stop()
    laid = laid.filter(({ sample }) => sample.startsAt < now)
    for (const { sample } of laid) sample.endsAt = Math.min(sample.endsAt, now)
    freeAt = now
  }

  return {
    announce(call) {
      if (known.has(call.key)) return { silent: true, why: 'known' }
      remember(known, call.key)
      if (muted) return { silent: true, why: 'muted' }
      if (context.state !== 'running') return { silent: true, why: 'blocked' }
      const planned = planCall(call, sounds, context.currentTime + 0.05, freeAt)
      freeAt = planned.freeAt
      laid = [...laid, ...planned.samples.map(lay)].slice(-remembered)
      return { silent: false, startsAt: planned.samples[0]?.startsAt, endsAt: planned.samples.at(-1)?.endsAt }
    },
    setVoices(next) {
      speaking = next
      sounds = soundsOf(next)
    },
    setMuted(next) {
      if (next && !muted) hush()
      muted = next
    },
    setLevel: (next) => void output.gain.setTargetAtTime(next, context.currentTime, 0.02),
    async unlock() {
      // A browser that blocks sound leaves this promise open until a tap, so it is not waited for longer than a moment.
      await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 300))])
      return context.state === 'running'
    },
    samples: () => laid.map(({ sample }) => sample),
  }
}

const soundsOf = (voices: readonly Voice[]): Sounds => ({
  chimeSeconds,
  voices: voices.map(({ language, clips }) => ({ language, seconds: lengths(clips) })),
})

function lengths(clips: Voice['clips']): Record<string, number> {
  return Object.fromEntries(Object.entries(clips).map(([clip, [, seconds]]) => [clip, seconds]))
}

function remember(known: Set<string>, key: string) {
  known.add(key)
  const [oldest] = known
  if (known.size > remembered && oldest !== undefined) known.delete(oldest)
}
