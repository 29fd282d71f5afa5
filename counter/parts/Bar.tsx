import { createEffect, createMemo, on, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Clock } from '../../ui/components/Clock.tsx'
import { ConnectionState } from '../../ui/components/ConnectionState.tsx'
import { Tag } from '../../ui/components/Tag.tsx'
import { focusOn } from '../../ui/focus.ts'
import { useDesk } from '../desk.ts'
import { useNames } from '../names.ts'
import { useWords } from '../words.ts'

const paint = { open: 'good', paused: 'warn', closed: 'neutral' } as const

/** Above the work: which counter, its state, and the place and its time. */
export function Bar() {
  const t = useWords()
  const desk = useDesk()
  const names = useNames()
  const state = () => desk.counter()?.state ?? 'closed'
  // A manager may close it for the colleague who has it.
  const isLeft = () => desk.connected() && !!desk.counter()?.takenBy
  const atWork = createMemo(() => desk.opened()?.name !== 'appointments')
  let heading!: HTMLHeadingElement
  // At the start, and back from the page of appointments.
  createEffect(on(atWork, (here) => here && focusOn(heading)))
  const busy = (act: string) => desk.busy()?.act === act
  const isOff = () => !desk.can('close') && !isLeft()
  const close = () => {
    if (isLeft()) desk.open({ name: 'close' })
    else void desk.act('close', {})
  }
  return (
    <header class="bar night">
      <h1 ref={heading} tabindex="-1">
        {t().counter(desk.counterId)}
      </h1>
      <Tag kind={paint[state()]}>{t().states[state()]}</Tag>
      <span class="serves">{names.services(desk.counter()?.serviceIds ?? [])}</span>
      <Show when={state() === 'open'}>
        <Button kind="quiet" busy={busy('pause')} off={!desk.can('pause')} onClick={() => void desk.act('pause', {})}>
          {t().acts.pause}
        </Button>
      </Show>
      <Show when={state() === 'paused'}>
        <Button kind="quiet" busy={busy('open')} off={!desk.can('open')} onClick={() => void desk.act('open', {})}>
          {t().acts.goOn}
        </Button>
      </Show>
      <Show when={state() !== 'closed'}>
        <Button kind="quiet" busy={busy('close')} off={isOff()} aria-haspopup={isLeft() ? 'dialog' : undefined} onClick={close}>
          {t().acts.close}
        </Button>
      </Show>
      <span class="apart">
        <ConnectionState connected={desk.connected()} lostAt={desk.lostAt()} />
        <span class="place">{desk.list()?.point.name}</span>
        <Clock now={desk.now} />
      </span>
      <Button kind="quiet" onClick={() => desk.open({ name: 'more' })}>
        {t().acts.more}
      </Button>
    </header>
  )
}
