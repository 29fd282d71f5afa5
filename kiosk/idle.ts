/** How long nobody may do anything before the kiosk asks whether they are there, and then before it begins anew. */
export const idleMs = 60_000
export const warnMs = 25_000
/** A ticket whose paper came out stays for so long. */
export const ticketMs = 30_000

export type Idleness = { kind: 'here' } | { kind: 'warn'; secondsLeft: number } | { kind: 'over' }

/** What to do when nobody has touched the kiosk for so long. A ticket that is on paper goes away by itself; all else is asked about first. */
export function idleness(silentMs: number, onPaper: boolean): Idleness {
  if (onPaper) return silentMs >= ticketMs ? { kind: 'over' } : { kind: 'here' }
  if (silentMs < idleMs) return { kind: 'here' }
  if (silentMs >= idleMs + warnMs) return { kind: 'over' }
  return { kind: 'warn', secondsLeft: Math.ceil((idleMs + warnMs - silentMs) / 1000) }
}
