import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js'
import type { Asker } from '../contract/ask.ts'
import { directionOf } from '../contract/language.ts'
import { Dialog } from '../ui/components/Dialog.tsx'
import { TextsProvider } from '../ui/texts.tsx'
import { createDesk, type Desk } from './desk.ts'
import { hasBack, isFresh, sizes } from './flow.ts'
import { type Idleness, idleness } from './idle.ts'
import { keyAct, moveFocus } from './keys.ts'
import { Here } from './pages/Here.tsx'
import { Words } from './pages/Words.tsx'
import { Foot } from './parts/Foot.tsx'
import { Head } from './parts/Head.tsx'
import { More } from './parts/More.tsx'
import { StillThere } from './parts/StillThere.tsx'
import { noReading, readerAfter } from './reader.ts'
import { useWords } from './words.ts'

/** A second press so soon after the page changed is the same press of an unsteady hand. */
const settleMs = 350

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

/** Watches whether somebody is there, and begins anew when nobody is. */
function createIdleness(desk: Desk, onOver: () => void) {
  const [touchedAt, setTouchedAt] = createSignal(performance.now())
  const [idle, setIdle] = createSignal<Idleness>({ kind: 'here' })
  const stay = () => {
    setTouchedAt(performance.now())
    setIdle({ kind: 'here' })
  }
  const look = () => {
    const { page } = desk.flow()
    if (isFresh(desk.flow(), desk.first()) || page.at === 'busy') return stay()
    const onPaper = page.at === 'ticket' && desk.live.value()?.ticket?.print === 'printed'
    const next = idleness(performance.now() - touchedAt(), onPaper)
    setIdle(next)
    if (next.kind !== 'over') return
    onOver()
    desk.over()
    stay()
  }
  createEffect(on(desk.page, stay))
  onMount(() => {
    const timer = setInterval(look, 500)
    onCleanup(() => clearInterval(timer))
  })
  /** Somebody is there, unless they are just answering whether they are. */
  const touch = (event: Event) => {
    const inDialog = event instanceof KeyboardEvent || (event.target as Element | null)?.closest?.('dialog')
    if (idle().kind !== 'warn' || !inDialog) stay()
  }
  return { idle, stay, touch }
}

/** Fingers, five keys, any keyboard, and a code reader that types. */
function listen(desk: Desk, onHelp: () => void, touch: (event: Event) => void): void {
  let changedAt = Number.NEGATIVE_INFINITY
  let reading = noReading
  createEffect(on(desk.page, () => (changedAt = performance.now()), { defer: true }))
  const press = (event: Event) => {
    const byHand = event instanceof MouseEvent && event.detail > 0
    if (byHand && performance.now() - changedAt < settleMs) event.stopPropagation()
  }
  const key = (event: KeyboardEvent) => {
    touch(event)
    const { page, language } = desk.flow()
    const read = readerAfter(reading, event.key, performance.now())
    reading = read.reading
    if (read.scanned && (page.at === 'start' || page.at === 'code') && desk.live.value()?.open) {
      event.preventDefault()
      event.stopPropagation()
      return desk.arrive(read.scanned, true)
    }
    if (page.at === 'code' && /^[a-z0-9]$/i.test(event.key)) return desk.act({ do: 'type', sign: event.key.toUpperCase() })
    if (page.at === 'code' && event.key === 'Backspace') return desk.act({ do: 'erase' })
    const act = keyAct(event.key, directionOf(language) === 'rtl')
    if (act === null) return
    if (act === 'next' || act === 'before') moveFocus(document, act === 'next' ? 1 : -1)
    if (act === 'help') onHelp()
    if (act === 'back' && !document.querySelector('dialog[open]') && hasBack(desk.flow())) desk.act({ do: 'back' })
    if (act !== 'back') event.preventDefault()
  }
  onMount(() => {
    document.addEventListener('click', press, true)
    document.addEventListener('keydown', key, true)
    document.addEventListener('pointerdown', touch, true)
    onCleanup(() => {
      document.removeEventListener('click', press, true)
      document.removeEventListener('keydown', key, true)
      document.removeEventListener('pointerdown', touch, true)
    })
  })
}
