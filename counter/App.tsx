import { type ComponentProps, createSignal, Match, Show, Switch } from 'solid-js'
import type { Asker } from '../contract/ask.ts'
import { Loading } from '../ui/components/Loading.tsx'
import { SignIn } from '../ui/components/SignIn.tsx'
import { createEntry } from '../ui/entry.ts'
import { TextsProvider } from '../ui/texts.tsx'
import { Choose } from './pages/Choose.tsx'
import { Work } from './pages/Work.tsx'
import { keepPlace, type Place, readPlace } from './place.ts'
import { useWords } from './words.ts'

interface AppProps {
  address: URL
  storage: Pick<Storage, 'getItem' | 'setItem'>
  send?: Asker['send']
}

/** Somebody waits at the counter: an answer that takes longer is asked for again, under the same key. */
const deadlineMs = 4000

/** Who works here, at which counter; then the work itself. */
export function App(props: AppProps) {
  const asker: Asker = { send: props.send ?? ((request) => fetch(request)), base: props.address.origin, deadlineMs }
  const entry = createEntry(asker, props.storage)
  const [place, setPlace] = createSignal<Place | undefined>(readPlace(props.address, props.storage))
  const zone = () => entry.known()?.points.find(({ id }) => id === place()?.pointId)?.zone ?? entry.known()?.points[0]?.zone ?? 'UTC'
  const mine = () => {
    const at = place()
    return at && entry.known()?.points.some(({ id }) => id === at.pointId) ? at : undefined
  }
  const go = (next: Place | undefined) => {
    keepPlace(props.storage, next)
    setPlace(next)
  }
  return (
    <TextsProvider language={entry.language()} zone={zone()}>
      <Switch fallback={<Begin />}>
        <Match when={entry.nobody()}>
          <Enter asker={asker} onSignedIn={entry.enter} onSpeak={entry.speak} />
        </Match>
        <Match when={entry.known()}>
          {(who) => (
            <Show when={mine()} keyed fallback={<Choose asker={asker} points={who().points} onChosen={go} onLeave={entry.leave} />}>
              {(at) => (
                <Work
                  asker={asker}
                  place={at}
                  storage={props.storage}
                  onSignedOut={entry.forget}
                  onLeave={entry.leave}
                  onElsewhere={() => go(undefined)}
                  onSpeak={entry.speak}
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

function Enter(props: Omit<ComponentProps<typeof SignIn>, 'texts'>) {
  const t = useWords()
  return <SignIn {...props} texts={t().signIn} />
}
