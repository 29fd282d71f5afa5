import { linesOf, readJournal } from '../../kiosk/agent/journal.ts'
import type { Disk } from '../../kiosk/agent/ports.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'

/** A disk whose power can go: what was not synced is lost, and the record that was being written may be torn. */
export type SimulatedDisk = {
  /** The disk as one run of a machine has it; it never answers again once the power has gone. */
  plugged(): Disk
  /** What would be there after a power cut at this moment. */
  synced(): Uint8Array
  powerCut(): void
}

const syncMs = 4

/** Planted bugs: `lies` says that bytes are there before they are, `forgets` loses the kiosk's own numbers with the power. */
export function makeDisk(given: { scheduler: Scheduler; random: Random; lies: boolean; forgets: boolean }): SimulatedDisk {
  const { scheduler, random, lies, forgets } = given
  let synced = new Uint8Array()
  let unsynced: Uint8Array[] = []
  let files = new Map<string, string>()
  let power = 0

  /** Does something once the disk has had its time, if the power is still on. */
  const later = (act: () => void): Promise<void> => {
    const mine = power
    return new Promise((done) => {
      scheduler.after(random.around(syncMs), () => {
        if (mine !== power) return
        act()
        done()
      })
    })
  }

  return {
    synced: () => synced,
    powerCut() {
      power++
      const [first] = unsynced
      const torn = first?.subarray(0, random.below(first.length + 1)) ?? new Uint8Array()
      synced = joined(synced, torn)
      unsynced = []
      if (forgets) synced = joined(linesOf(readJournal(synced).entries.filter((e) => e.t !== 'emergency' && e.t !== 'floor')))
    },
    plugged: () => ({
      read: async () => joined(synced, ...unsynced),
      append(bytes) {
        unsynced.push(bytes)
        const written = later(() => {
          const at = unsynced.indexOf(bytes)
          synced = joined(synced, ...unsynced.splice(0, at + 1))
        })
        return lies ? Promise.resolve() : written
      },
      replace: (bytes) =>
        later(() => {
          synced = bytes.slice()
          unsynced = []
        }),
      load: async (name) => files.get(name) ?? null,
      keep: (name, text) =>
        later(() => {
          files = new Map(files).set(name, text)
        }),
    }),
  }
}

const joined = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
