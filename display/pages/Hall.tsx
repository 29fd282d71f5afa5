import { createEffect, createMemo, createSignal, For, type JSX, Match, onCleanup, onMount, type ParentProps, Show, Switch } from 'solid-js'
import { reportDevice } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import { directionOf, type Language } from '../../contract/language.ts'
import { board as boardRoute } from '../../contract/points.ts'
import { Problem } from '../../contract/problems.ts'
import { watch } from '../../contract/watch.ts'
import { Icon } from '../../ui/components/Icon.tsx'
import { createHallClock } from '../../ui/hall-clock.ts'
import { createLive } from '../../ui/live.ts'
import { createNow } from '../../ui/now.ts'
import type { Sample } from '../../ui/sound/plan.ts'
import { TextsProvider } from '../../ui/texts.tsx'
import { type Board, isOlder, makeChimes } from '../chimes.ts'
import { isCut } from '../cut.ts'
import { Called } from '../parts/Called.tsx'
import { Head } from '../parts/Head.tsx'
import { createSound } from '../sound.ts'
import { stayAwake } from '../stay-awake.ts'
import { languagesOf, wordsIn } from '../words.ts'

interface HallProps {
  asker: Asker
  pointId: string
  muted: boolean
  /** Tells the api that this screen is there; only an enrolled one can. */
  reports: boolean
  /** The api no longer knows it. */
  onTakenOut: () => void
}

declare global {
  /** What this screen has sounded: for whoever tests it. */
  var beurtSamples: (() => readonly Sample[]) | undefined
}

const reportMs = 60_000

/** The screen in the hall: who is called, and where to. */
export function Hall(props: HallProps) {
  const live = createLive((signal, onState) => watch(props.asker, boardRoute, { point: props.pointId }, signal, onState), {
    keepWhenHidden: true,
  })
  const clock = createHallClock()
  const device = createNow()
  const [cameAt, setCameAt] = createSignal(Date.now())
  const board = createMemo<Board | undefined>((shown) => {
    const next = live.value()
    return next && !(shown && isOlder(next, shown)) ? next : shown
  })
  createEffect(() => {
    const next = live.value()
    if (!next) return
    clock.hear(next.at)
    setCameAt(Date.now())
  })
  stayAwake()
  if (props.reports) report(props.asker, () => props.onTakenOut())

  const spoken = createMemo(() => languagesOf(board()?.point.languages ?? []), undefined, { equals: same })
  const cut = () => isCut({ now: device(), cameAt: cameAt(), lostAt: live.lostAt() })
  const unknown = () => live.fault() instanceof Problem && (live.fault() as Problem).code === 'not-found'
  createEffect(() => {
    document.documentElement.lang = spoken()[0]!
    document.documentElement.dir = directionOf(spoken()[0]!)
    document.title = board()?.point.name ?? 'Beurt'
  })
  const say = (what: (words: ReturnType<typeof wordsIn>) => string) => <Said languages={spoken()} what={what} />
  return (
    <TextsProvider language={spoken()[0]!} zone={board()?.point.zone ?? 'UTC'}>
      <Show when={board()} fallback={<Unready>{say((t) => (unknown() ? t.unknownPoint : cut() ? t.lost : t.connecting))}</Unready>}>
        {(known) => (
          <div class="hall">
            <Head name={known().point.name} now={clock.now}>
              <Show when={known().point.id} keyed>
                {(_) => <Voice board={known} languages={spoken()} muted={props.muted} />}
              </Show>
            </Head>
            <Switch>
              <Match when={known().called.length > 0}>
                <Called called={known().called} languages={spoken()} withEarlier={!cut()} />
              </Match>
              <Match when={true}>
                <main class="still">{say((t) => t.yourNumber)}</main>
              </Match>
            </Switch>
            <Show when={cut()}>
              <div class="cut" role="status">
                <Icon name="noConnection" />
                <div>{say((t) => t.lost)}</div>
              </div>
            </Show>
          </div>
        )}
      </Show>
    </TextsProvider>
  )
}

/** Before the first board came: never a blank screen. */
function Unready(props: ParentProps) {
  return (
    <main class="still">
      <h1 class="unseen">Beurt</h1>
      {props.children}
    </main>
  )
}

/** The voice of the hall; where the browser waits for a touch, a button to give it. */
function Voice(props: { board: () => Board; languages: readonly Language[]; muted: boolean }) {
  const sound = createSound({ languages: props.languages, muted: props.muted })
  const chimes = makeChimes()
  createEffect(() => {
    const board = props.board()
    if (sound.announcer()) sound.say(chimes(board))
  })
  const samples = () => sound.announcer()?.samples() ?? []
  globalThis.beurtSamples = samples
  const touch = () => void sound.unlock()
  onMount(() => {
    for (const kind of ['pointerdown', 'keydown'] as const) document.addEventListener(kind, touch)
    onCleanup(() => {
      for (const kind of ['pointerdown', 'keydown'] as const) document.removeEventListener(kind, touch)
      if (globalThis.beurtSamples === samples) globalThis.beurtSamples = undefined
    })
  })
  return (
    <Show when={sound.blocked()}>
      <button type="button" class="button quiet sound" onClick={touch}>
        <Icon name="speak" />
        <span>{wordsIn(props.languages[0]!).soundOn}</span>
      </button>
    </Show>
  )
}

/** One sentence in each language of the hall, under each other. */
function Said(props: { languages: readonly Language[]; what: (words: ReturnType<typeof wordsIn>) => string }): JSX.Element {
  return (
    <For each={props.languages}>
      {(language) => (
        <p lang={language} dir={directionOf(language)}>
          {props.what(wordsIn(language))}
        </p>
      )}
    </For>
  )
}

function report(asker: Asker, onTakenOut: () => void): void {
  onMount(() => {
    const tell = () =>
      void ask(asker, reportDevice, {}).catch((error) => {
        if (error instanceof Problem && error.code === 'sign-in-needed') onTakenOut()
      })
    const timer = setInterval(tell, reportMs)
    tell()
    onCleanup(() => clearInterval(timer))
  })
}

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((each, i) => each === b[i])
