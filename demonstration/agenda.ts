import type { Instant } from '../domain/time.ts'

type Entry = { at: Instant; order: number; act: () => Promise<void> | void }

/** What simulated people are going to do, by time. */
export function makeAgenda(onFault: (error: unknown) => void) {
  const entries: Entry[] = []
  let order = 0

  /** The earliest entry, if it is due; entries are few hundreds, so a scan does. */
  function due(until: Instant): Entry | null {
    let best = -1
    for (let i = 0; i < entries.length; i++) {
      const e = entries[i]!
      const b = entries[best]
      if (e.at <= until && (!b || e.at < b.at || (e.at === b.at && e.order < b.order))) best = i
    }
    return best < 0 ? null : entries.splice(best, 1)[0]!
  }

  const run = async (entry: Entry): Promise<void> => {
    try {
      await entry.act()
    } catch (error) {
      onFault(error)
    }
  }

  return {
    plan(at: Instant, act: Entry['act']): void {
      order += 1
      entries.push({ at: Math.round(at), order, act })
    },
    /** Plays everything up to `until`, one after another, setting the clock as it goes. */
    async play(until: Instant, setClock: (at: Instant) => void): Promise<void> {
      for (let entry = due(until); entry; entry = due(until)) {
        setClock(entry.at)
        await run(entry)
      }
      setClock(until)
    },
    /** Starts everything that is due now. */
    runDue(now: Instant): void {
      for (let entry = due(now); entry; entry = due(now)) void run(entry)
    },
  }
}
export type Agenda = ReturnType<typeof makeAgenda>
