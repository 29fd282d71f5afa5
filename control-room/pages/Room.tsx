import { createEffect, createMemo, createSignal, on, Show, untrack } from 'solid-js'
import type { Asker } from '../../contract/ask.ts'
import type { Language } from '../../contract/language.ts'
import { Problem } from '../../contract/problems.ts'
import { Icon } from '../../ui/components/Icon.tsx'
import { Loading } from '../../ui/components/Loading.tsx'
import type { Me } from '../../ui/entry.ts'
import { useFormat, useLanguage, useTexts } from '../../ui/texts.tsx'
import { noFilter, type Order, ordered, worstFirst } from '../order.ts'
import { Detail } from '../parts/Detail.tsx'
import { Divert } from '../parts/Divert.tsx'
import { Filters } from '../parts/Filters.tsx'
import { HallTable } from '../parts/HallTable.tsx'
import { Head } from '../parts/Head.tsx'
import { Totals } from '../parts/Totals.tsx'
import { createHalls } from '../tiles.ts'
import { useWords } from '../words.ts'

interface RoomProps {
  asker: Asker
  who: Me
  onSpeak: (language: Language) => void
  onLeave: () => void
  onSignedOut: () => void
}

/** All halls beside each other, live. */
export function Room(props: RoomProps) {
  const t = useWords()
  const shared = useTexts()
  const format = useFormat()
  const language = useLanguage()
  const halls = createHalls(props.asker)
  const [order, setOrder] = createSignal<Order>(worstFirst)
  const [filter, setFilter] = createSignal(noFilter)
  const [openId, setOpenId] = createSignal<string>()
  const [diverting, setDiverting] = createSignal<string>()
  const [said, setSaid] = createSignal('')
  const tiles = createMemo(() => halls.ids().map(halls.tile))
  let body: HTMLTableSectionElement | undefined
  let waited = false
  // Rows change places every ten seconds at most, and not under the fingers of who goes through them by keyboard.
  const shown = createMemo<string[]>((before) => {
    const given = { order: order(), filter: filter(), now: halls.now(), language: language() }
    const all = tiles()
    const busy = waited && before.length > 0 && body?.contains(document.activeElement)
    waited = false
    return busy ? before : untrack(() => ordered(all, given))
  }, [])
  createEffect(on(halls.now, () => (waited = true), { defer: true }))
  createEffect(() => {
    const fault = halls.live.fault()
    if (fault instanceof Problem && fault.code === 'sign-in-needed') props.onSignedOut()
  })
  createEffect(() => {
    document.title = t().title
  })
  const close = () => {
    const id = openId()
    setOpenId(undefined)
    document.getElementById(`hall-${id}`)?.focus()
  }
  return (
    <div class="room">
      <Head
        who={props.who}
        now={halls.clock}
        connected={halls.live.connected()}
        lostAt={halls.lostAt()}
        several={new Set(tiles().map(({ zone }) => zone)).size > 1}
        onSpeak={props.onSpeak}
        onLeave={props.onLeave}
      />
      <Show when={halls.lostAt()}>
        {(lostAt) => (
          <div class="cut" role="status">
            <Icon name="noConnection" />
            <span>
              {shared().lostSince(format().time(lostAt()))}. {shared().lastKnown}
            </span>
          </div>
        )}
      </Show>
      <Show
        when={halls.now() > 0}
        fallback={
          <main class="small">
            <Loading text={t().signIn.noAnswer} />
          </main>
        }
      >
        <Totals tiles={tiles()} now={halls.now()} />
        <main classList={{ beside: openId() !== undefined }}>
          <section class="card halls" aria-labelledby="halls">
            <Filters tiles={tiles()} shown={shown().length} filter={filter()} onFilter={setFilter} />
            <HallTable
              halls={halls}
              shown={shown()}
              order={order()}
              openId={openId()}
              onOrder={setOrder}
              onOpen={setOpenId}
              onAll={() => setFilter(noFilter)}
              ref={(element) => (body = element)}
            />
          </section>
          <Show when={openId()} keyed>
            {(id) => (
              <Detail
                asker={props.asker}
                who={props.who}
                halls={halls}
                id={id}
                onClose={close}
                onDivert={() => setDiverting(id)}
                onSaid={setSaid}
              />
            )}
          </Show>
        </main>
      </Show>
      <div class="said" role="status">
        {said()}
      </div>
      <Show when={diverting()} keyed>
        {(id) => <Divert asker={props.asker} halls={halls} id={id} onClose={() => setDiverting(undefined)} onSaid={setSaid} />}
      </Show>
    </div>
  )
}
