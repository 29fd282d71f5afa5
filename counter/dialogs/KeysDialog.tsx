import { createSignal, For } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { useTexts } from '../../ui/texts.tsx'
import { useDesk } from '../desk.ts'
import { assignKey, type KeyAct, keyActs, keyNameOf, usualKeys } from '../keys.ts'
import { useWords } from '../words.ts'

/** Which function key does what, on this computer. */
export function KeysDialog() {
  const t = useWords()
  const shared = useTexts()
  const desk = useDesk()
  const [waiting, setWaiting] = createSignal<KeyAct>()
  const close = () => desk.open(undefined)
  const listen = (event: KeyboardEvent) => {
    const act = waiting()
    const name = keyNameOf(event)
    if (!act || !name) return
    event.preventDefault()
    desk.setKeys(assignKey(desk.keys(), act, name))
    setWaiting(undefined)
  }
  const acts = (
    <>
      <Button kind="plain" onClick={() => desk.setKeys(usualKeys)}>
        {t().keys.usual}
      </Button>
      <Button onClick={close}>{shared().close}</Button>
    </>
  )
  return (
    <Dialog open onClose={close} heading={t().keys.title} acts={acts} class="wide">
      <p>{t().keys.help}</p>
      <ul class="keys">
        <For each={keyActs}>
          {(act) => (
            <li>
              <span id={`key-${act}`}>{t().keyActs[act]}</span>
              <Button
                kind="quiet"
                aria-describedby={`key-${act}`}
                aria-pressed={waiting() === act}
                onClick={() => setWaiting(act)}
                onKeyDown={listen}
              >
                {waiting() === act ? t().keys.waiting : desk.keys()[act]}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </Dialog>
  )
}
