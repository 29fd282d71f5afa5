import { createSignal, For, onMount, Show } from 'solid-js'
import { addDevice } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { showReference } from '../../domain/reference.ts'
import { Button } from '../../ui/components/Button.tsx'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import { newKey } from '../../ui/uuid.ts'
import { placeTime } from '../place-time.ts'
import type { Tile } from '../tiles.ts'
import { useWords } from '../words.ts'
import { useAlertWords } from './alert-words.ts'
import { Part } from './Part.tsx'
import { Wrong } from './Wrong.tsx'

const kinds = ['kiosk', 'display'] as const
type Kind = (typeof kinds)[number]
type Added = { kind: Kind; number: number; code: string; until: string }

interface DevicesProps {
  asker: Asker
  tile: Tile
  /** The present there, in milliseconds. */
  now: number
  mayAdd: boolean
}

/** What is wrong with the devices of a hall; whoever manages it gets the code for a new one. */
export function Devices(props: DevicesProps) {
  const t = useWords()
  const say = useAlertWords()
  return (
    <Show when={props.mayAdd || props.tile.alerts.length > 0}>
      <Part heading={t().detail.devices}>
        <Show when={props.tile.alerts.length > 0}>
          <ul class="plain">
            <For each={props.tile.alerts}>{(alert) => <li>{say(alert)}</li>}</For>
          </ul>
        </Show>
        <Show when={props.mayAdd}>
          <Add {...props} />
        </Show>
      </Part>
    </Show>
  )
}

function Add(props: DevicesProps) {
  const t = useWords()
  const language = useLanguage()
  const [busy, setBusy] = createSignal<Kind>()
  const [wrong, setWrong] = createSignal('')
  const [added, setAdded] = createSignal<Added>()
  // Asked once more after no answer it is the same device, with the same code.
  let keys: Partial<Record<Kind, string>> = {}
  const add = async (kind: Kind) => {
    if (busy()) return
    setBusy(kind)
    setWrong('')
    keys = { [kind]: keys[kind] ?? newKey() }
    try {
      setAdded({ ...(await ask(props.asker, addDevice, { point: props.tile.pointId, kind }, keys[kind]!)), kind })
      keys = {}
    } catch (error) {
      const { code, details } = error instanceof Problem ? error : new Problem('unexpected')
      setAdded(undefined)
      setWrong(problemSentence(language(), code, details))
    }
    setBusy(undefined)
  }
  return (
    <>
      <div class="adds">
        <For each={kinds}>
          {(kind) => (
            <Button kind="quiet" busy={busy() === kind} onClick={() => add(kind)}>
              {t().devices.add[kind]}
            </Button>
          )}
        </For>
      </div>
      <Wrong says={wrong()} />
      <div class="added" role="status">
        <Show when={added()}>
          {(device) => <Code device={device()} zone={props.tile.zone} over={props.now >= Date.parse(device().until)} />}
        </Show>
      </div>
    </>
  )
}

function Code(props: { device: Added; zone: string; over: boolean }) {
  const t = useWords()
  const format = useFormat()
  let last!: HTMLParagraphElement
  onMount(() => last?.scrollIntoView({ block: 'nearest' }))
  return (
    <Show when={!props.over} fallback={<p>{t().devices.codeOver}</p>}>
      <p>{t().devices.codeFor(t().device[props.device.kind](String(props.device.number)))}</p>
      <bdi class="number code" lang="en" dir="ltr">
        {showReference(props.device.code)}
      </bdi>
      <p>{t().devices.codeUntil(placeTime(props.device.until, props.zone, format(), t()))}</p>
      <p ref={last}>{t().devices.enter[props.device.kind]}</p>
    </Show>
  )
}
