import { createSignal, For, Show } from 'solid-js'
import { type Asker, ask } from '../../contract/ask.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { Curves } from './Curves.tsx'
import { Now } from './Now.tsx'
import { type Act, acts, type StageState, stageAct } from './routes.ts'
import { useWords } from './words.ts'

const icons: Record<Act, IconName> = { network: 'noConnection', paper: 'printer', busy: 'people', divert: 'pin', leap: 'clock' }

const isOn: Record<Act, (state: StageState) => boolean> = {
  network: ({ cut }) => cut,
  paper: ({ paperOut }) => paperOut,
  busy: ({ busyUntil }) => busyUntil !== null,
  divert: ({ diversion }) => diversion !== null,
  leap: () => false,
}

/** Buttons that make things happen in the hall, what happens, and the waits that follow from it. */
export function Acts(props: { asker: Asker; state: StageState }) {
  const t = useWords()
  const [under, setUnder] = createSignal<Act>()
  const [failed, setFailed] = createSignal(false)
  const press = async (act: Act) => {
    if (under()) return
    setUnder(act)
    setFailed(false)
    await ask(props.asker, stageAct, { act, on: !isOn[act](props.state) }).catch(() => setFailed(true))
    setUnder(undefined)
  }
  return (
    <section class="acts" aria-labelledby="acts-title">
      <div class="press">
        <h2 id="acts-title">{t().acts.title}</h2>
        <ul>
          <For each={acts}>
            {(act) => (
              <li>
                <Button
                  kind={isOn[act](props.state) ? 'main' : 'quiet'}
                  icon={icons[act]}
                  busy={under() === act}
                  off={act === 'leap' && !props.state.canLeap}
                  onClick={() => void press(act)}
                >
                  {isOn[act](props.state) ? t().acts[act].off : t().acts[act].on}
                </Button>
              </li>
            )}
          </For>
        </ul>
        <p role="alert" class="failed">
          <Show when={failed()}>
            <Icon name="warn" /> {t().failed}
          </Show>
        </p>
        <Now state={props.state} />
      </div>
      <Curves curves={props.state.curves} at={props.state.at} />
    </section>
  )
}
