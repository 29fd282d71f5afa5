import { type Call, piecesOf } from './sentence.ts'

/** One sound on the audio clock, in seconds. */
export interface Sample {
  key: string
  /** `chime`, or the language that speaks. */
  voice: string
  clip: string
  startsAt: number
  endsAt: number
}

export interface Sounds {
  chimeSeconds: number
  /** Spoken one after the other, each with the length of its clips in seconds. */
  voices: readonly { language: string; seconds: Readonly<Record<string, number>> }[]
}

export interface PlannedCall {
  samples: Sample[]
  /** When the next call may begin. */
  freeAt: number
}

const afterChime = 0.15
const betweenVoices = 0.5
const betweenCalls = 0.6
/** A call that had to wait longer than this is said by the first voice only, so that the hall catches up. */
export const hurryAfterSeconds = 12

/**
 * Lays one call on the clock, asked for at `askedAt` while the loudspeaker is taken until `freeAt`: chime, the first voice, and that of the
 * ticket's own language. What cannot be said whole is only chimed.
 */
export function planCall(call: Call, sounds: Sounds, askedAt: number, freeAt: number): PlannedCall {
  const startsAt = Math.max(askedAt, freeAt)
  const pieces = piecesOf(call)
  const able = sounds.voices.filter((voice) => pieces.every((piece) => voice.seconds[piece.clip] !== undefined))
  const wanted = able.filter(({ language }, nth) => nth === 0 || call.language === undefined || call.language === language)
  const voices = startsAt - askedAt > hurryAfterSeconds ? wanted.slice(0, 1) : wanted
  const chimeEnds = startsAt + sounds.chimeSeconds
  const samples: Sample[] = [{ key: call.key, voice: 'chime', clip: 'chime', startsAt, endsAt: chimeEnds }]
  let at = chimeEnds + afterChime
  for (const voice of voices) {
    for (const { clip, pause } of pieces) {
      const endsAt = at + (voice.seconds[clip] ?? 0)
      samples.push({ key: call.key, voice: voice.language, clip, startsAt: at, endsAt })
      at = endsAt + pause
    }
    at += betweenVoices
  }
  return { samples, freeAt: (samples.at(-1)?.endsAt ?? chimeEnds) + betweenCalls }
}

/** Lays many calls on the clock, each at or after the time it was asked for; in their order, never two at once. */
export function plan(calls: readonly (Call & { askedAt: number })[], sounds: Sounds): Sample[] {
  let freeAt = 0
  return calls.flatMap((call) => {
    const planned = planCall(call, sounds, call.askedAt, freeAt)
    freeAt = planned.freeAt
    return planned.samples
  })
}
