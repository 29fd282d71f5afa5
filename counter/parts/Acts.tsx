import { Button } from '../../ui/components/Button.tsx'
import type { ActName } from '../acting.ts'
import { useDesk } from '../desk.ts'
import type { KeyAct } from '../keys.ts'
import { useWords } from '../words.ts'

interface KeyButtonProps {
  press: Exclude<KeyAct, 'next'>
  act: ActName
  label: string
  main?: boolean
}

/** A button with its key; it does what the key does. */
export function KeyButton(props: KeyButtonProps) {
  const desk = useDesk()
  const busy = () => {
    const now = desk.busy()
    return now?.act === props.act && (props.act !== 'finish' || !('andNext' in now.input))
  }
  return (
    <Button
      kind={props.main ? 'main' : 'quiet'}
      hint={desk.keys()[props.press]}
      busy={busy()}
      off={!desk.can(props.act)}
      onClick={(event) => event.detail < 2 && desk.press(props.press)}
    >
      {props.label}
    </Button>
  )
}

const large = { elsewhere: null, open: 'open', goOn: 'open', callNext: 'callNext', finishNext: 'finish' } as const

/** The one large act: open, go on, call the next, or done and next. One button, so that who pressed it has the focus on what comes next. */
export function NextAct() {
  const t = useWords()
  const desk = useDesk()
  const what = (): keyof typeof large => {
    const counter = desk.counter()
    if (counter?.taken) return 'elsewhere'
    if (desk.current()) return 'finishNext'
    return counter?.state === 'closed' ? 'open' : counter?.state === 'paused' ? 'goOn' : 'callNext'
  }
  const act = () => large[what()]
  const busy = () => {
    const now = desk.busy()
    return now?.act === act() && (now?.act !== 'finish' || 'andNext' in now.input)
  }
  const isOff = () => {
    const needed = act()
    return needed !== null && !desk.can(needed)
  }
  const label = () => {
    const now = what()
    return now === 'elsewhere' ? t().choose.other : t().acts[now]
  }
  const press = () => {
    if (act() === null) desk.elsewhere()
    else if (act() === 'open') void desk.act('open', {})
    else desk.press('next')
  }
  return (
    <Button
      class="go"
      kind={what() === 'finishNext' && desk.current()?.state !== 'serving' ? 'quiet' : 'main'}
      hint={act() === 'callNext' || act() === 'finish' ? desk.keys().next : undefined}
      busy={busy()}
      off={isOff()}
      onClick={(event) => event.detail < 2 && press()}
    >
      {label()}
    </Button>
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
