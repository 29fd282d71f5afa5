import { type Accessor, createContext, createMemo, type ParentProps, useContext } from 'solid-js'
import type { Language } from '../contract/language.ts'
import { type Format, makeFormat } from './format.ts'
import { ar } from './texts/ar.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { nl } from './texts/nl.ts'
import { pt } from './texts/pt.ts'

interface Spoken {
  language: Accessor<Language>
  format: Accessor<Format>
}

const SpokenContext = createContext<Spoken>()

interface TextsProviderProps extends ParentProps {
  language: Language
  /** IANA zone of the place whose times are shown. */
  zone: string
}

/** Gives the tree below its language and zone; the page itself sets `lang` and `dir` on its root. */
export function TextsProvider(props: TextsProviderProps) {
  const language = () => props.language
  const format = createMemo(() => makeFormat(props.language, props.zone))
  return <SpokenContext.Provider value={{ language, format }}>{props.children}</SpokenContext.Provider>
}

function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext)
  if (!spoken) throw new Error('this part stands outside a TextsProvider')
  return spoken
}

export const useLanguage = (): Accessor<Language> => useSpoken().language

export const useFormat = (): Accessor<Format> => useSpoken().format

/** Makes the hook with which the parts of one screen read that screen's own texts. */
export function makeTexts<T>(all: Record<Language, T>): () => Accessor<T> {
  return () => {
    const { language } = useSpoken()
    return () => all[language()]
  }
}

/** The words of the shared parts. */
export const useTexts = makeTexts({ nl, en, fr, de, pt, ar })
