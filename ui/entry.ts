import { createEffect, createSignal, onMount } from 'solid-js'
import { me as meRoute, signOut } from '../contract/access.ts'
import { type Asker, ask } from '../contract/ask.ts'
import { directionOf, type Language, languages } from '../contract/language.ts'
import { Problem } from '../contract/problems.ts'
import type { ResultOf } from '../contract/route.ts'

/** Who works here, as the api tells it. */
export type Me = ResultOf<typeof meRoute>

const againMs = 3000
const spoken = 'beurt.language'

/** Who is signed in on a screen of the staff, and the language of the page: the one picked last, or the person's own. */
export function createEntry(asker: Asker, storage: Pick<Storage, 'getItem' | 'setItem'>) {
  const [person, setPerson] = createSignal<Me | 'nobody'>()
  const [language, setLanguage] = createSignal<Language>(languageOf(storage.getItem(spoken) ?? navigator.language))
  const enter = (who: Me) => {
    if (!storage.getItem(spoken)) setLanguage(languageOf(who.language))
    setPerson(who)
  }
  const forget = () => setPerson('nobody')
  const look = async () => {
    try {
      enter(await ask(asker, meRoute, {}))
    } catch (error) {
      if (error instanceof Problem && error.code === 'sign-in-needed') forget()
      else setTimeout(look, againMs)
    }
  }
  onMount(() => void look())
  createEffect(() => {
    document.documentElement.lang = language()
    document.documentElement.dir = directionOf(language())
  })
  return {
    /** Undefined before the first answer, and while nobody is signed in. */
    known: () => {
      const who = person()
      return who === 'nobody' ? undefined : who
    },
    nobody: () => person() === 'nobody',
    language,
    speak(next: Language) {
      storage.setItem(spoken, next)
      setLanguage(next)
    },
    enter,
    /** The sign-in is over, whatever ended it. */
    forget,
    async leave() {
      await ask(asker, signOut, {}).catch(() => {})
      forget()
    },
  }
}

const languageOf = (text: string): Language => languages.find((each) => text.startsWith(each)) ?? 'nl'
