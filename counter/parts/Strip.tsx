import { Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Tag } from '../../ui/components/Tag.tsx'
import { useDesk } from '../desk.ts'
import { Appointments } from '../pages/Appointments.tsx'
import { useWords } from '../words.ts'
import { KeyButton, NextAct } from './Acts.tsx'
import { Cut } from './Cut.tsx'
import { Nobody, Who } from './Here.tsx'
import { Messages } from './Messages.tsx'

/** Beside another program: number, next, begin, done and once more. */
export function Strip() {
  const t = useWords()
  const desk = useDesk()
  const state = () => desk.counter()?.state ?? 'closed'
  return (
    <div class="strip">
      <header class="bar night">
        <h1>{t().counter(desk.counterId)}</h1>
        <Tag kind={state() === 'open' ? 'good' : 'neutral'}>{t().states[state()]}</Tag>
        <Button kind="quiet" onClick={() => desk.open({ name: 'more' })}>
          {t().acts.more}
        </Button>
      </header>
      <Cut />
      <Show when={desk.opened()?.name === 'appointments'} fallback={<Here />}>
        <Appointments />
      </Show>
    </div>
  )
}

function Here() {
  const t = useWords()
  const desk = useDesk()
  return (
    <main>
      <div aria-live="polite">
        <Show when={desk.current()} fallback={<Nobody />}>
          {(ticket) => <Who ticket={ticket()} />}
        </Show>
      </div>
      <div class="acts">
        <NextAct />
        <KeyButton press="start" act="start" main={desk.current()?.state === 'called'} label={t().acts.start} />
        <KeyButton press="done" act="finish" label={t().acts.finish} />
        <KeyButton press="recall" act="recall" label={t().acts.recall} />
        <KeyButton press="missed" act="miss" label={t().acts.miss} />
      </div>
      <Messages />
      <p class="soft">{t().line.waiting(desk.list()?.waiting.length ?? 0)}</p>
    </main>
  )
}
