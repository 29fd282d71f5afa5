import { createMemo, createSignal, Show } from 'solid-js'
import { problemSentence } from '../../contract/texts/problems.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { UndoBar } from '../../ui/components/UndoBar.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import type { Trouble } from '../acting.ts'
import { useDesk } from '../desk.ts'
import { useWords } from '../words.ts'

/** Beside the acts, in a place of their own: what went wrong and what to do, and the last act to be undone. */
export function Messages() {
  const t = useWords()
  const desk = useDesk()
  const vain = () => {
    const { vain, current, keys } = desk
    if (vain() === undefined || !desk.connected()) return undefined
    const label = current()?.label
    return vain() === 'next' && label ? t().vain.start(label, keys().start) : t().vain.general
  }
  return (
    <div class="messages">
      <Show when={desk.counter()?.taken && desk.current()}>
        <p class="soft">{t().here.taken}</p>
      </Show>
      <div role="alert">
        <Show when={desk.trouble()} fallback={<Show when={vain()}>{(words) => <p class="trouble">{words()}</p>}</Show>}>
          {(trouble) => <Refused trouble={trouble()} />}
        </Show>
      </div>
      <Undo />
    </div>
  )
}

function Refused(props: { trouble: Trouble }) {
  const t = useWords()
  const language = useLanguage()
  const desk = useDesk()
  const words = () => {
    const { code, details, again } = props.trouble
    return again ? t().trouble.unknown : problemSentence(language(), code, { ...details, zone: desk.list()?.point.zone })
  }
  return (
    <div class="trouble">
      <Icon name="warn" />
      <span>{words()}</span>
      <Show
        when={props.trouble.again}
        fallback={
          <Button onClick={() => desk.clear()} kind="quiet">
            {t().trouble.close}
          </Button>
        }
      >
        {(again) => <Button onClick={() => void again()()}>{t().trouble.again}</Button>}
      </Show>
    </div>
  )
}

function Undo() {
  const t = useWords()
  const desk = useDesk()
  const last = createMemo(() => (desk.connected() && desk.list()?.canUndo) || undefined, undefined, {
    equals: (a, b) => a?.act === b?.act && a?.until === b?.until,
  })
  const seconds = (until: string) => Math.ceil((Date.parse(until) - desk.now()) / 1000)
  const words = (act: string) => {
    const all: Record<string, string> = t().undone
    return all[act] ?? t().undone.other
  }
  return (
    <Show when={last()} keyed>
      {(act) => {
        const left = seconds(act.until)
        const [over, setOver] = createSignal(left <= 0)
        return (
          <Show when={!over()}>
            <UndoBar
              text={words(act.act)}
              seconds={left}
              hint={desk.keys().undo}
              onUndo={() => desk.press('undo')}
              onDone={() => setOver(true)}
            />
          </Show>
        )
      }}
    </Show>
  )
}
