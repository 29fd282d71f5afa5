import { makeAnnouncer } from '../announcer.ts'
import { loadVoices, recorded } from '../voices.ts'

/** What the slow test reaches from outside the page. */
export const trial = { makeAnnouncer, loadVoices, recorded }

declare global {
  var soundTrial: typeof trial
}

globalThis.soundTrial = trial
