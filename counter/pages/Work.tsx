import { createEffect, createSignal, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import type { Asker } from '../../contract/ask.ts'
import type { Language } from '../../contract/language.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Loading } from '../../ui/components/Loading.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import { createDesk, DeskContext } from '../desk.ts'
import { Dialogs } from '../dialogs/Dialogs.tsx'
import { actOfKey } from '../keys.ts'
import { Bar } from '../parts/Bar.tsx'
import { Cut } from '../parts/Cut.tsx'
import { Here } from '../parts/Here.tsx'
import { Line } from '../parts/Line.tsx'
import { Strip } from '../parts/Strip.tsx'
import type { Place } from '../place.ts'
import { useWords } from '../words.ts'
import { Appointments } from './Appointments.tsx'

interface WorkProps {
  asker: Asker
  place: Place
  storage: Pick<Storage, 'getItem' | 'setItem'>
  onSignedOut: () => void
  onLeave: () => void
  onElsewhere: () => void
  onSpeak: (language: Language) => void
}

const narrow = '(max-width: 400px)'

/** The working screen of one counter: who is here, what can be done, and who waits. */
export function Work(props: WorkProps) {
  const t = useWords()
  const language = useLanguage()
  const { pointId, counterId } = props.place
  const desk = createDesk({
    asker: props.asker,
    pointId,
    counterId,
    storage: props.storage,
    onElsewhere: props.onElsewhere,
    onSignedOut: props.onSignedOut,
  })
  const strip = createMatches(narrow)
  const problem = () => {
    const fault = desk.fault()
    return !desk.list() && fault instanceof Problem ? fault : undefined
  }
  const onKey = (event: KeyboardEvent) => {
    const isAway = desk.opened()?.name === 'appointments'
    if (isAway && event.key === 'Escape') desk.open(undefined)
    const act = actOfKey(desk.keys(), event)
    if (!act) return
    event.preventDefault()
    if (event.repeat || (desk.opened() && !isAway)) return
    // What is done by a key is seen where the work is.
    desk.open(undefined)
    desk.press(act)
  }
  onMount(() => {
    document.addEventListener('keydown', onKey)
    onCleanup(() => document.removeEventListener('keydown', onKey))
  })
  createEffect(() => {
    const label = desk.current()?.label
    document.title = [label, t().counter(counterId)].filter(Boolean).join(' · ')
  })
  const refused = (found: Problem) => (
    <main class="small">
      <div class="card">
        <p role="alert">{problemSentence(language(), found.code, found.details)}</p>
        <Button onClick={() => props.onElsewhere()}>{t().choose.other}</Button>
      </div>
    </main>
  )
  return (
    <DeskContext.Provider value={desk}>
      <Show
        when={desk.list()}
        fallback={
          <Show when={problem()} fallback={<Waiting />}>
            {(found) => refused(found())}
          </Show>
        }
      >
        <Switch>
          <Match when={strip()}>
            <Strip />
          </Match>
          <Match when={true}>
            <div class="work">
              <Bar />
              <Cut />
              <Show when={desk.opened()?.name === 'appointments'} fallback={<Floor />}>
                <Appointments />
              </Show>
            </div>
          </Match>
        </Switch>
        <Dialogs onLeave={props.onLeave} onSpeak={props.onSpeak} />
      </Show>
    </DeskContext.Provider>
  )
}

const Floor = () => (
  <main class="floor">
    <Here />
    <Line />
  </main>
)

const Waiting = () => (
  <main class="small">
    <Loading />
  </main>
)

/** Whether a media query holds, as a signal. */
function createMatches(query: string): () => boolean {
  const media = matchMedia(query)
  const [matches, setMatches] = createSignal(media.matches)
  const look = () => setMatches(media.matches)
  media.addEventListener('change', look)
  onCleanup(() => media.removeEventListener('change', look))
  return matches
}
