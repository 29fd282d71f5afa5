import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Language } from '../contract/language.ts'
import { type Announcer, makeAnnouncer } from '../ui/sound/announcer.ts'
import type { Call } from '../ui/sound/sentence.ts'
import { loadVoices, recorded, type Voice } from '../ui/sound/voices.ts'

export interface Sound {
  /** Undefined until the first voice is there, or where the device has no sound at all. */
  announcer: Accessor<Announcer | undefined>
  /** Says calls in their order, each also in the language of whoever is called; a voice that is not there yet is fetched first. */
  say: (calls: readonly Call[]) => void
  /** The browser waits for a touch before it lets anything sound. */
  blocked: Accessor<boolean>
  unlock: () => Promise<void>
}

const again = 30_000
/** A call waits no longer than this for the voice of its language. */
const patience = 1500

interface SoundOptions {
  languages: readonly Language[]
  muted: boolean
  makeContext?: () => AudioContext
  load?: typeof loadVoices
}

/** Readies the first voice of a hall, and the others as they are needed. Without them there is still the chime, and they are asked for again. */
export function createSound({ languages, muted, makeContext = () => new AudioContext(), load = loadVoices }: SoundOptions): Sound {
  const [announcer, setAnnouncer] = createSignal<Announcer>()
  const [blocked, setBlocked] = createSignal(false)
  const context = contextOf(makeContext)
  if (!context) return { announcer, say: () => {}, blocked, unlock: async () => {} }

  const made = makeAnnouncer({ context })
  made.setMuted(muted)
  const voices = createVoices({
    languages: languages.filter((language) => recorded[language]),
    load: (language) => load(context, [language]),
    onVoices: (present) => made.setVoices(present),
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const begin = async () => {
    const there = await voices.need(voices.first)
    setAnnouncer(made)
    if (!there) timer = setTimeout(begin, again)
    await unlock()
  }
  const unlock = async () => {
    const free = await announcer()?.unlock()
    setBlocked(!muted && !free)
  }
  let said = Promise.resolve()
  const say = (calls: readonly Call[]) => {
    for (const call of calls)
      said = said.then(async () => {
        if (!muted) await Promise.race([voices.need(call.language), new Promise((resolve) => setTimeout(resolve, patience))])
        made.announce(call)
      })
  }
  const look = () => setBlocked(!muted && context.state !== 'running')
  context.addEventListener('statechange', look)
  onCleanup(() => {
    clearTimeout(timer)
    context.removeEventListener('statechange', look)
    void context.close()
  })
  void begin()
  return { announcer, say, blocked, unlock }
}

interface VoicesOptions {
  languages: readonly Language[]
  load: (language: Language) => Promise<readonly Voice[]>
  onVoices: (voices: readonly Voice[]) => void
}

/** The voices of a hall, each fetched once, when it is needed; told in the order of the hall's languages. */
export function createVoices({ languages, load, onVoices }: VoicesOptions) {
  const present = new Map<Language, Voice>()
  const coming = new Map<Language, Promise<boolean>>()
  const fetched = async (language: Language): Promise<boolean> => {
    try {
      for (const voice of await load(language)) present.set(voice.language, voice)
      onVoices(languages.flatMap((each) => present.get(each) ?? []))
      return true
    } catch {
      coming.delete(language)
      return false
    }
  }
  return {
    first: languages[0],
    /** True when the voice is there, or the hall has none in this language; false when it could not be had now. */
    need(wanted: string | undefined): Promise<boolean> {
      const language = languages.find((each) => each === wanted)
      if (!language) return Promise.resolve(true)
      const one = coming.get(language) ?? fetched(language)
      coming.set(language, one)
      return one
    },
  }
}

function contextOf(make: () => AudioContext): AudioContext | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}
