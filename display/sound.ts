import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Language } from '../contract/language.ts'
import { type Announcer, makeAnnouncer } from '../ui/sound/announcer.ts'
import { loadVoices, type Voice } from '../ui/sound/voices.ts'

export interface Sound {
  /** Undefined until the voices are there, or where the device has no sound at all. */
  announcer: Accessor<Announcer | undefined>
  /** The browser waits for a touch before it lets anything sound. */
  blocked: Accessor<boolean>
  unlock: () => Promise<void>
}

const again = 30_000

interface SoundOptions {
  languages: readonly Language[]
  muted: boolean
  makeContext?: () => AudioContext
  load?: typeof loadVoices
}

/** Readies the voices of a hall. Without them there is still the chime, and they are asked for again. */
export function createSound({ languages, muted, makeContext = () => new AudioContext(), load = loadVoices }: SoundOptions): Sound {
  const [announcer, setAnnouncer] = createSignal<Announcer>()
  const [blocked, setBlocked] = createSignal(false)
  const context = contextOf(makeContext)
  if (!context) return { announcer, blocked, unlock: async () => {} }

  let timer: ReturnType<typeof setTimeout> | undefined
  const make = (voices: readonly Voice[]) => {
    const made = makeAnnouncer({ context, voices })
    made.setMuted(muted)
    setAnnouncer(made)
    return made
  }
  const begin = async () => {
    const voices = await load(context, languages).catch(() => undefined)
    if (voices || !announcer()) make(voices ?? [])
    if (!voices) timer = setTimeout(begin, again)
    await unlock()
  }
  const unlock = async () => {
    const free = await announcer()?.unlock()
    setBlocked(!muted && !free)
  }
  const look = () => setBlocked(!muted && context.state !== 'running')
  context.addEventListener('statechange', look)
  onCleanup(() => {
    clearTimeout(timer)
    context.removeEventListener('statechange', look)
    void context.close()
  })
  void begin()
  return { announcer, blocked, unlock }
}

function contextOf(make: () => AudioContext): AudioContext | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}
