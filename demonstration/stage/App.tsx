import { createEffect, createSignal, on, Show } from 'solid-js'
import type { Asker } from '../../contract/ask.ts'
import { directionOf, type Language, languages } from '../../contract/language.ts'
import { watch } from '../../contract/watch.ts'
import { Loading } from '../../ui/components/Loading.tsx'
import { createHallClock } from '../../ui/hall-clock.ts'
import { createLive } from '../../ui/live.ts'
import { TextsProvider } from '../../ui/texts.tsx'
import { Acts } from './Acts.tsx'
import { addressesFrom } from './addresses.ts'
import { Enter } from './Enter.tsx'
import { HallScenes } from './HallScenes.tsx'
import { Head } from './Head.tsx'
import { type StageState, stageState } from './routes.ts'
import { words } from './texts/every-language.ts'

interface AppProps {
  address: URL
  storage: Pick<Storage, 'getItem' | 'setItem'>
}

const spoken = 'beurt.language'

/** One hall with everything in it, live, and buttons that make things happen. */
export function App(props: AppProps) {
  const asker: Asker = { send: (request) => fetch(request), base: props.address.origin, deadlineMs: 30_000 }
  const live = createLive<StageState>((signal, onState) => watch(asker, stageState, {}, signal, onState), { againAfterMs: 1000 })
  const clock = createHallClock()
  createEffect(on(live.value, (value) => value && clock.hear(value.at)))
  const [language, setLanguage] = createSignal(
    languageOf([props.address.searchParams.get('language'), props.storage.getItem(spoken), ...navigator.languages]),
  )
  const speak = (next: Language) => {
    props.storage.setItem(spoken, next)
    setLanguage(next)
  }
  createEffect(() => {
    document.documentElement.lang = language()
    document.documentElement.dir = directionOf(language())
    document.title = words[language()].title
  })
  return (
    <TextsProvider language={language()} zone={live.value()?.zone ?? 'UTC'}>
      <Head now={live.value() && clock.now()} lost={live.lostAt() !== undefined} onSpeak={speak} />
      <main>
        <Show when={live.value()} fallback={<Loading />}>
          {(state) => {
            const addresses = () => addressesFrom(props.address, state().addresses)
            return (
              <>
                <Acts asker={asker} state={state()} />
                <HallScenes state={state()} addresses={addresses()} />
                <Enter addresses={addresses()} />
              </>
            )
          }}
        </Show>
      </main>
    </TextsProvider>
  )
}

const languageOf = (wanted: readonly (string | null)[]): Language =>
  wanted.flatMap((one) => languages.filter((language) => one?.startsWith(language)))[0] ?? 'nl'
