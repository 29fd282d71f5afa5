import { Match, Switch } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import type { ActName } from '../acting.ts'
import { useDesk } from '../desk.ts'
import type { KeyAct } from '../keys.ts'
import { useWords } from '../words.ts'

interface KeyButtonProps {
  press: KeyAct
  act: ActName
  label: string
  main?: boolean
  class?: string
}

/** A button with its key; it does what the key does. */
export function KeyButton(props: KeyButtonProps) {
  const desk = useDesk()
  const busy = () => {
    const now = desk.busy()
    if (now?.act !== props.act) return false
    return props.act !== 'finish' || 'andNext' in now.input === (props.press === 'next')
  }
  return (
    <Button
      kind={props.main ? 'main' : 'quiet'}
      class={props.class}
      hint={desk.keys()[props.press]}
      busy={busy()}
      off={!desk.can(props.act)}
      onClick={(event) => event.detail < 2 && desk.press(props.press)}
    >
      {props.label}
    </Button>
  )
}

/** The one large act: open, go on, call the next, or done and next. */
export function NextAct() {
  const t = useWords()
  const desk = useDesk()
  const state = () => desk.counter()?.state
  const open = (label: string) => (
    <Button class="go" busy={desk.busy()?.act === 'open'} off={!desk.can('open')} onClick={() => void desk.act('open', {})}>
      {label}
    </Button>
  )
  return (
    <Switch
      fallback={<KeyButton class="go" press="next" act="finish" main={desk.current()?.state === 'serving'} label={t().acts.finishNext} />}
    >
      <Match when={!desk.current() && state() === 'closed'}>{open(t().acts.open)}</Match>
      <Match when={!desk.current() && state() === 'paused'}>{open(t().acts.goOn)}</Match>
      <Match when={!desk.current()}>
        <KeyButton class="go" press="next" act="callNext" main label={t().acts.callNext} />
      </Match>
    </Switch>
  )
}

/** Every act on who is here; each keeps its place, whether it can be done now or not. */
export function Acts() {
  const t = useWords()
  const desk = useDesk()
  return (
    <div class="acts">
      <NextAct />
      <KeyButton press="done" act="finish" label={t().acts.finish} />
      <KeyButton press="transfer" act="transfer" label={t().acts.transfer} />
      <KeyButton press="start" act="start" main={desk.current()?.state === 'called'} label={t().acts.start} />
      <KeyButton press="recall" act="recall" label={t().acts.recall} />
      <KeyButton press="missed" act="miss" label={t().acts.miss} />
      <KeyButton press="park" act="park" label={t().acts.park} />
    </div>
  )
}
