/** What a code reader that poses as a keyboard has typed so far. */
export type Reading = { text: string; lastMs: number }

export const noReading: Reading = { text: '', lastMs: Number.NEGATIVE_INFINITY }

/** Nobody types two signs so soon after each other, and none of these readers is slower. */
const togetherMs = 60
const shortest = 6

/**
 * One more key. `scanned` is a whole code, when Enter or Tab ends a run of signs that only a machine types; until then the keys may as well
 * be a person's.
 */
export function readerAfter(reading: Reading, key: string, atMs: number): { reading: Reading; scanned: string | null } {
  const together = atMs - reading.lastMs <= togetherMs
  if (key === 'Enter' || key === 'Tab') {
    const whole = together && reading.text.length >= shortest
    return { reading: noReading, scanned: whole ? reading.text : null }
  }
  if ([...key].length !== 1) return { reading, scanned: null }
  return { reading: { text: (together ? reading.text : '') + key, lastMs: atMs }, scanned: null }
}
