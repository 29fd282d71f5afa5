import { createEffect, createSignal, Match, onMount, Switch } from 'solid-js'
import { me as meRoute, signOut } from '../contract/access.ts'
import { type Asker, ask } from '../contract/ask.ts'
import { directionOf, type Language, languages } from '../contract/language.ts'
import { Problem } from '../contract/problems.ts'
import { Loading } from '../ui/components/Loading.tsx'
import { TextsProvider } from '../ui/texts.tsx'
import { NotYours } from './pages/NotYours.tsx'
import { Room } from './pages/Room.tsx'
import { SignIn } from './pages/SignIn.tsx'
import { type Me, maySee } from './person.ts'
import { mainZone } from './zones.ts'

interface AppProps {
  address: URL
  storage: Pick<Storage, 'getItem' | 'setItem'>
  send?: Asker['send']
}

const againMs = 3000
const spoken = 'beurt.language'

/** Who watches; then the network. */
export function App(props: AppProps) {
  const asker: Asker = { send: props.send ?? ((request) => fetch(request)), base: props.address.origin }
  const [person, setPerson] = createSignal<Me | 'nobody' | undefined>()
  const [language, setLanguage] = createSignal<Language>(languageOf(props.storage.getItem(spoken) ?? navigator.language))
  const known = () => {
    const who = person()
    return who === 'nobody' ? undefined : who
  }
  const speak = (next: Language) => {
    props.storage.setItem(spoken, next)
    setLanguage(next)
  }
  const enter = (who: Me) => {
    if (!props.storage.getItem(spoken)) setLanguage(languageOf(who.language))
    setPerson(who)
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
    <TextsProvider language={language()} zone={mainZone(known()?.points.map(({ zone }) => zone) ?? [])}>
      <Switch
        fallback={
          <main class="small">
            <Loading />
          </main>
        }
      >
        <Match when={person() === 'nobody'}>
          <SignIn asker={asker} onSignedIn={enter} onSpeak={speak} />
        </Match>
        <Match when={known() && !maySee(known()!)}>
          <NotYours onLeave={leave} />
        </Match>
        <Match when={known()}>
          {(who) => <Room asker={asker} who={who()} onSpeak={speak} onLeave={leave} onSignedOut={() => setPerson('nobody')} />}
        </Match>
      </Switch>
    </TextsProvider>
  )
}

const languageOf = (text: string): Language => languages.find((each) => text.startsWith(each)) ?? 'nl'
