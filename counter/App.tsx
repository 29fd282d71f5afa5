import { createEffect, createSignal, Match, onMount, Show, Switch } from 'solid-js'
import { me as meRoute, signOut } from '../contract/access.ts'
import { type Asker, ask } from '../contract/ask.ts'
import { directionOf, type Language, languages } from '../contract/language.ts'
import { Problem } from '../contract/problems.ts'
import { Loading } from '../ui/components/Loading.tsx'
import { TextsProvider } from '../ui/texts.tsx'
import type { Me } from './me.ts'
import { Choose } from './pages/Choose.tsx'
import { SignIn } from './pages/SignIn.tsx'
import { Work } from './pages/Work.tsx'
import { keepPlace, type Place, readPlace } from './place.ts'
import { useWords } from './words.ts'

interface AppProps {
  address: URL
  storage: Pick<Storage, 'getItem' | 'setItem'>
  send?: Asker['send']
}

const againMs = 3000
/** Somebody waits at the counter: an answer that takes longer is asked for again, under the same key. */
const deadlineMs = 4000
const spoken = 'beurt.language'

/** Who works here, at which counter; then the work itself. */
export function App(props: AppProps) {
  const asker: Asker = { send: props.send ?? ((request) => fetch(request)), base: props.address.origin, deadlineMs }
  const [person, setPerson] = createSignal<Me | 'nobody' | undefined>()
  const [place, setPlace] = createSignal<Place | undefined>(readPlace(props.address, props.storage))
  const [language, setLanguage] = createSignal<Language>(languageOf(props.storage.getItem(spoken) ?? navigator.language))
  const known = () => {
    const who = person()
    return who === 'nobody' ? undefined : who
  }
  const zone = () => known()?.points.find(({ id }) => id === place()?.pointId)?.zone ?? known()?.points[0]?.zone ?? 'UTC'
  const mine = () => {
    const at = place()
    return at && known()?.points.some(({ id }) => id === at.pointId) ? at : undefined
  }
  const speak = (next: Language) => {
    props.storage.setItem(spoken, next)
    setLanguage(next)
  }
  const enter = (who: Me) => {
    if (!props.storage.getItem(spoken)) setLanguage(languageOf(who.language))
    setPerson(who)
  }
  const go = (next: Place | undefined) => {
    keepPlace(props.storage, next)
    setPlace(next)
  }
  const look = async () => {
    try {
      enter(await ask(asker, meRoute, {}))
    } catch (error) {
      if (error instanceof Problem && error.code === 'sign-in-needed') setPerson('nobody')
      else setTimeout(look, againMs)
    }
  }
  const leave = async () => {
    await ask(asker, signOut, {}).catch(() => {})
    setPerson('nobody')
  }
  onMount(() => void look())
  createEffect(() => {
    document.documentElement.lang = language()
    document.documentElement.dir = directionOf(language())
  })
  return (
    <TextsProvider language={language()} zone={zone()}>
      <Switch fallback={<Begin />}>
        <Match when={person() === 'nobody'}>
          <SignIn asker={asker} onSignedIn={enter} onSpeak={speak} />
        </Match>
        <Match when={known()}>
          {(who) => (
            <Show when={mine()} keyed fallback={<Choose asker={asker} points={who().points} onChosen={go} onLeave={leave} />}>
              {(at) => (
                <Work
                  asker={asker}
                  place={at}
                  storage={props.storage}
                  onSignedOut={() => setPerson('nobody')}
                  onLeave={leave}
                  onElsewhere={() => go(undefined)}
                  onSpeak={speak}
                />
              )}
            </Show>
          )}
        </Match>
      </Switch>
    </TextsProvider>
  )
}

function Begin() {
  const t = useWords()
  return (
    <main class="small">
      <Loading text={t().signIn.noAnswer} />
    </main>
  )
}

const languageOf = (text: string): Language => languages.find((each) => text.startsWith(each)) ?? 'nl'
