import { createMemo, For, Show } from 'solid-js'
import { directionOf, type Language } from '../../contract/language.ts'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { NumberLabel } from '../../ui/components/NumberLabel.tsx'
import { splitLabel } from '../../ui/label.ts'
import type { Board } from '../chimes.ts'
import { emsOf } from '../fit.ts'
import { wordsIn } from '../words.ts'

type Call = Board['called'][number]

interface CalledProps {
  /** Also those before in the foot; where this screen is cut off, the foot says so instead. */
  withEarlier: boolean
  called: readonly Call[]
  languages: readonly Language[]
}

const labelText = (call: Call) => {
  const { series, digits } = splitLabel(call.label)
  return series ? `${series} ${digits}` : digits
}

/** The newest call as large as the screen allows, the one before, and those before in the foot. */
export function Called(props: CalledProps) {
  const large = createMemo(() => props.called.slice(0, 2))
  const ids = createMemo(() => large().map(({ ticketId }) => ticketId), undefined, { equals: (a, b) => a.join() === b.join() })
  const one = (id: string) => large().find(({ ticketId }) => ticketId === id) ?? large()[0]!
  const widest = (text: (call: Call) => string) => Math.max(...large().map((call) => emsOf(text(call))))
  // Both rows share one measure, so that their columns stand under each other.
  const measure = () => ({
    '--label': String(widest(labelText)),
    '--counter': String(
      Math.max(
        0.9,
        widest(({ counter }) => String(counter)),
      ),
    ),
  })
  return (
    <>
      <main class="called" style={measure()}>
        <h2 class="unseen">{wordsIn(props.languages[0]!).title}</h2>
        <Show when={ids()[0]} keyed>
          {(id) => <Row call={one(id)} newest languages={props.languages} />}
        </Show>
        <Show when={ids()[1]} keyed>
          {(id) => <Row call={one(id)} languages={props.languages} />}
        </Show>
      </main>
      <Show when={props.withEarlier && props.called.length > 2}>
        <Earlier called={props.called.slice(2)} languages={props.languages} />
      </Show>
    </>
  )
}

function Row(props: { call: Call; newest?: boolean; languages: readonly Language[] }) {
  const first = () => props.languages[0]!
  return (
    <section class={props.newest ? 'call newest' : 'call'}>
      <div class="line">
        <NumberLabel label={props.call.label} class="label" />
        <Arrow />
        <div class="to">
          <div class="words">
            <span class="first" lang={first()}>
              {wordsIn(first()).counter}
            </span>
            <Show when={props.languages.length > 1}>
              <span class="others">
                <For each={props.languages.slice(1)}>
                  {(language) => (
                    <bdi lang={language} dir={directionOf(language)}>
                      {wordsIn(language).counter}
                    </bdi>
                  )}
                </For>
              </span>
            </Show>
          </div>
          <bdi class="number" lang="en" dir="ltr">
            {props.call.counter}
          </bdi>
        </div>
      </div>
    </section>
  )
}

/** Points from the number to the counter beside it, wherever the language puts that; in portrait, below it. */
function Arrow() {
  return (
    <svg class="arrow" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 12h17M13.5 5.5L20 12l-6.5 6.5" />
    </svg>
  )
}

function Earlier(props: { called: readonly Call[]; languages: readonly Language[] }) {
  return (
    <footer class="earlier">
      <h2>
        <For each={props.languages}>
          {(language) => (
            <bdi lang={language} dir={directionOf(language)}>
              {wordsIn(language).earlier}
            </bdi>
          )}
        </For>
      </h2>
      <ol>
        <Keyed each={props.called} by={({ ticketId }) => ticketId}>
          {(call) => (
            <li>
              <NumberLabel label={call().label} />
              <Arrow />
              <bdi class="number counter" lang="en" dir="ltr">
                {call().counter}
              </bdi>
            </li>
          )}
        </Keyed>
      </ol>
    </footer>
  )
}
