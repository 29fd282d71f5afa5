import { createEffect, createSignal, on, Show } from 'solid-js'
import type { Asker } from '../contract/ask.ts'
import { directionOf } from '../contract/language.ts'
import { Dialog } from '../ui/components/Dialog.tsx'
import { TextsProvider } from '../ui/texts.tsx'
import { createDesk, type Desk } from './desk.ts'
import { sizes } from './flow.ts'
import { listen } from './hands.ts'
import type { Idleness } from './idle.ts'
import { Here } from './pages/Here.tsx'
import { Words } from './pages/Words.tsx'
import { Foot } from './parts/Foot.tsx'
import { Head } from './parts/Head.tsx'
import { More } from './parts/More.tsx'
import { StillThere } from './parts/StillThere.tsx'
import { createIdleness } from './presence.ts'
import { useWords } from './words.ts'

/** An agent that starts anew is back sooner than this. */
const goneMs = 4000

export function App(props: { asker: Asker }) {
  const desk = createDesk(props.asker)
  const [help, setHelp] = createSignal(false)
  const language = () => desk.flow().language
  createEffect(() => {
    const root = document.documentElement
    root.lang = language()
    root.dir = directionOf(language())
    root.style.setProperty('--larger', String(sizes[desk.flow().size]))
    root.dataset.size = String(desk.flow().size)
    root.classList.toggle('low', desk.flow().low)
  })
  createEffect(
    on(
      () => desk.live.value()?.question?.ticketId,
      () => speakAsAsked(desk),
    ),
  )
  const { idle, stay, touch } = createIdleness(desk, () => setHelp(false))
  listen(desk, () => setHelp(true), touch)
  return (
    <TextsProvider language={language()} zone={desk.live.value()?.menu?.point.zone ?? 'UTC'}>
      <Room desk={desk} onHelp={() => setHelp(true)} />
      <Help open={help()} onClose={() => setHelp(false)} />
      <StillThere secondsLeft={secondsLeft(idle())} onMore={stay} onDone={() => desk.over()} />
    </TextsProvider>
  )
}

const secondsLeft = (idle: Idleness) => (idle.kind === 'warn' ? idle.secondsLeft : null)

function speakAsAsked(desk: Desk): void {
  const asked = desk.live.value()?.question
  const language = desk.offered().find((l) => l === asked?.language)
  if (asked && language && desk.flow().page.at === 'start') desk.act({ do: 'speak', language })
}

function Room(props: { desk: Desk; onHelp: () => void }) {
  const t = useWords()
  const state = () => props.desk.live.value()
  const isGone = () => {
    const lostAt = props.desk.live.lostAt()
    return props.desk.clock.now() > 0 && lostAt !== undefined && Date.now() - lostAt > goneMs
  }
  let main!: HTMLElement
  createEffect(
    on(
      props.desk.page,
      () => {
        main.scrollTop = 0
        main.querySelector<HTMLElement>('h1')?.focus()
      },
      { defer: true },
    ),
  )
  return (
    <div class="room">
      <Head place={state()?.menu?.point.name ?? ''} now={props.desk.clock.now()} />
      <main ref={main}>
        <Show when={state()}>
          {(known) => (
            <Show when={!isGone()} fallback={<Words heading={t().broken} say={t().askStaff} />}>
              <Show when={known().ready} fallback={<Words heading={t().notReady} say={t().askStaff} />}>
                <Here desk={props.desk} state={known()} now={props.desk.clock.now()} />
              </Show>
            </Show>
          )}
        </Show>
      </main>
      <More of={() => main} />
      <Foot desk={props.desk} onHelp={props.onHelp} />
    </div>
  )
}

function Help(props: { open: boolean; onClose: () => void }) {
  const t = useWords()
  return (
    <Dialog open={props.open} onClose={() => props.onClose()} heading={t().helpTitle}>
      <p>{t().helpSay}</p>
      <p>{t().helpKeys}</p>
    </Dialog>
  )
}
