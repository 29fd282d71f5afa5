import type { Language } from '../../contract/language.ts'
import { deClips } from './clips/de.ts'
import { enClips } from './clips/en.ts'
import { frClips } from './clips/fr.ts'
import { nlClips } from './clips/nl.ts'
import { ptClips } from './clips/pt.ts'

export type ClipTable = Readonly<Record<string, readonly [startsAt: number, seconds: number]>>

/** A language that can be heard: its clips in one decoded recording, and where each stands in it. */
export interface Voice {
  language: Language
  clips: ClipTable
  recording: AudioBuffer
}

interface Recorded {
  clips: ClipTable
  address: string
}

/** The languages that have clips; Arabic has none yet, an Arabic hall hears its other languages. A recording is fetched only when it is needed. */
export const recorded: Partial<Record<Language, Recorded>> = {
  nl: { clips: nlClips, address: new URL('./clips/nl.ogg', import.meta.url).href },
  en: { clips: enClips, address: new URL('./clips/en.ogg', import.meta.url).href },
  fr: { clips: frClips, address: new URL('./clips/fr.ogg', import.meta.url).href },
  de: { clips: deClips, address: new URL('./clips/de.ogg', import.meta.url).href },
  pt: { clips: ptClips, address: new URL('./clips/pt.ogg', import.meta.url).href },
}

/** Fetches and decodes the voices of `languages` that exist, in that order; throws when one cannot be had. */
export async function loadVoices(context: BaseAudioContext, languages: readonly Language[]): Promise<Voice[]> {
  const loaded = languages.map(async (language) => {
    const found = recorded[language]
    if (!found) return []
    const answer = await fetch(found.address)
    if (!answer.ok) throw new Error(`the voice for ${language} answered ${answer.status}`)
    return [{ language, clips: found.clips, recording: await context.decodeAudioData(await answer.arrayBuffer()) }]
  })
  return (await Promise.all(loaded)).flat()
}
