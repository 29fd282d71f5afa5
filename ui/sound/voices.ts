import type { Language } from '../../contract/language.ts'
import { enClips } from './clips/en.ts'
import { nlClips } from './clips/nl.ts'

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

/** The languages that have clips; Arabic has none yet, an Arabic hall hears Dutch or English. */
export const recorded: Partial<Record<Language, Recorded>> = {
  nl: { clips: nlClips, address: new URL('./clips/nl.ogg', import.meta.url).href },
  en: { clips: enClips, address: new URL('./clips/en.ogg', import.meta.url).href },
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
