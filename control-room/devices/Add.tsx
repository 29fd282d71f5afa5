import { createEffect, createSignal, Match, onMount, Show, Switch } from 'solid-js'
import { addDevice } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { newKey } from '../../contract/uuid.ts'
import { showReference } from '../../domain/reference.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import type { DeviceList, Kind } from './device.ts'
import { useDeviceName, useTimes } from './One.tsx'
import { useWords } from './words.ts'

type Added = { id: string; kind: Kind; number: number; code: string; until: string }

/** So near its end nobody took a device out: its code is over. */
const nearlyOverMs = 5000

interface AddProps {
  asker: Asker
  pointId: string
  kind: Kind
  list: DeviceList
  /** The present there, in milliseconds. */
  now: number
}

/** One more kiosk or display: the code that makes it one of this point, and whether it has come. */
export function Add(props: AddProps) {
  const t = useWords()
  const language = useLanguage()
  const name = useDeviceName()
  const [busy, setBusy] = createSignal(false)
  const [wrong, setWrong] = createSignal('')
  const [added, setAdded] = createSignal<Added>()
  // Asked once more after no answer it is the same device, with the same code.
  let key = newKey()
  const add = async () => {
    setBusy(true)
    setWrong('')
    try {
      const made = await ask(props.asker, addDevice, { point: props.pointId, kind: props.kind }, key)
      setAdded({ ...made, kind: props.kind })
      key = newKey()
    } catch (error) {
      const { code, details } = error instanceof Problem ? error : new Problem('unexpected')
      setAdded(undefined)
      setWrong(problemSentence(language(), code, details))
    }
    setBusy(false)
  }
  const listed = () => props.list.devices.find(({ id }) => id === added()?.id)
  const isOver = () => props.now >= Date.parse(added()!.until)
  createEffect((before?: string) => {
    const present = listed()?.id
    const isGone = before !== undefined && before === added()?.id && present === undefined
    if (isGone && props.now < Date.parse(added()!.until) - nearlyOverMs) setAdded(undefined)
    return present
  })
  return (
    <>
      <Button kind="quiet" icon="plus" busy={busy()} onClick={add}>
        {t().add[props.kind]}
      </Button>
      <Show when={wrong()}>
        <span class="wrong" role="alert">
          <Icon name="warn" />
          {wrong()}
        </span>
      </Show>
      <div class="added" role="status">
        <Show when={added()} keyed>
          {(device) => (
            <Switch fallback={<Code device={device} zone={props.list.zone} now={props.now} />}>
              <Match when={listed()?.codeUntil === null}>
                <p class="joined">
                  <Icon name="check" />
                  <span>{t().joined(name(listed() ?? device))}</span>
                </p>
              </Match>
              <Match when={isOver()}>
                <p>{t().codeOver}</p>
              </Match>
            </Switch>
          )}
        </Show>
      </div>
    </>
  )
}

function Code(props: { device: Added; zone: string; now: number }) {
  const t = useWords()
  const name = useDeviceName()
  const time = useTimes(() => props.zone)
  let last!: HTMLParagraphElement
  onMount(() => last.scrollIntoView({ block: 'nearest' }))
  return (
    <>
      <p>{t().codeFor(name(props.device))}</p>
      <bdi class="number code" lang="en" dir="ltr">
        {showReference(props.device.code)}
      </bdi>
      <p>{t().codeUntil(time(props.device.until, props.now))}</p>
      <p>{t().enter[props.device.kind]}</p>
      <p ref={last}>
        <bdi class="where" lang="en" dir="ltr">
          {props.device.kind === 'display' ? `${location.origin}/display/` : `BEURT_KIOSK_CODE=${props.device.code}`}
        </bdi>
      </p>
    </>
  )
}
