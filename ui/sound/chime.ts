export const chimeSeconds = 1.1

const notes = [
  { hertz: 659.26, at: 0, seconds: 0.75 },
  { hertz: 523.25, at: 0.32, seconds: 0.78 },
]

/** Two falling notes made by oscillators, from `startsAt` on the context's clock. */
export function chime(context: BaseAudioContext, output: AudioNode, startsAt: number): AudioScheduledSourceNode[] {
  return notes.flatMap(({ hertz, at, seconds }) =>
    [
      { hertz, level: 0.42 },
      { hertz: hertz * 2, level: 0.1 },
    ].map((tone) => {
      const oscillator = new OscillatorNode(context, { frequency: tone.hertz })
      const gain = new GainNode(context, { gain: 0 })
      const from = startsAt + at
      gain.gain.setValueAtTime(0, from)
      gain.gain.linearRampToValueAtTime(tone.level, from + 0.012)
      gain.gain.exponentialRampToValueAtTime(0.0005, from + seconds)
      oscillator.connect(gain).connect(output)
      oscillator.start(from)
      oscillator.stop(from + seconds)
      return oscillator
    }),
  )
}
