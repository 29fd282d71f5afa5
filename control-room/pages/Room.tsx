import { createEffect, createMemo, createSignal, Show } from 'solid-js'
import type { Asker } from '../../contract/ask.ts'
import type { Language } from '../../contract/language.ts'
import { Problem } from '../../contract/problems.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { Loading } from '../../ui/components/Loading.tsx'
import type { Me } from '../../ui/entry.ts'
import { useFormat, useLanguage, useTexts } from '../../ui/texts.tsx'
import { createShown } from '../create-shown.ts'
import { HallMap } from '../map/HallMap.tsx'
import { noFilter, type Order, worstFirst } from '../order.ts'
import { Detail } from '../parts/Detail.tsx'
import { Divert } from '../parts/Divert.tsx'
import { Faces } from '../parts/Faces.tsx'
import { Filters } from '../parts/Filters.tsx'
import { HallTable, type TableHandle } from '../parts/HallTable.tsx'
import { Head } from '../parts/Head.tsx'
import { ListHead } from '../parts/ListHead.tsx'
import { Totals } from '../parts/Totals.tsx'
import { createOpenPoint } from '../route.ts'
import { createStates } from '../states.ts'
import { createHalls, type Halls } from '../tiles.ts'
import { useWords } from '../words.ts'

interface RoomProps {
  asker: Asker
  who: Me
  onSpeak: (language: Language) => void
  onLeave: () => void
  onSignedOut: () => void
}

/** All halls beside each other, live: on a map and in a table, and one of them from nearby. */
export function Room(props: RoomProps) {
  const t = useWords()
  const language = useLanguage()
  const shared = useTexts()
  const halls = createHalls(props.asker)
  const stateOf = createStates(halls)
  const [order, setOrder] = createSignal<Order>(worstFirst)
  const [filter, setFilter] = createSignal(noFilter)
  const [face, setFace] = createSignal<'list' | 'map'>('list')
  const [asked, go] = createOpenPoint()
  const [diverting, setDiverting] = createSignal<string>()
  const [said, setSaid] = createSignal('')
  let table: TableHandle | undefined
  let cameFrom: Element | null = null
  const openId = createMemo(() => halls.ids().find((id) => id === asked()))
  const several = createMemo(() => new Set(halls.all().map(({ zone }) => zone)).size > 1)
  const shown = createShown({ halls, order, filter, language, isBusy: () => table?.isBusy() ?? false })
  createEffect(() => {
    const fault = halls.live.fault()
    if (fault instanceof Problem && fault.code === 'sign-in-needed') props.onSignedOut()
  })
  createEffect(() => {
    document.title = t().title
  })
  const open = (id: string) => {
    cameFrom = document.activeElement
    go(id)
  }
  const close = () => {
    const id = openId()
    go(undefined)
    if (cameFrom instanceof SVGElement && cameFrom.isConnected) cameFrom.focus()
    else if (id !== undefined) table?.focus(id)
  }
  /** The notice goes with its button: who works by keyboard goes on from the hall that is open, or the list. */
  const hush = () => {
    setSaid('')
    ;(document.getElementById('hall-name') ?? document.getElementById('halls'))?.focus()
  }
  return (
    <div class="room">
      <Head
        asker={props.asker}
        who={props.who}
        now={halls.clock}
        connected={halls.live.connected()}
        lostAt={halls.lostAt()}
        several={several()}
        onSpeak={props.onSpeak}
        onLeave={props.onLeave}
      />
      <Cut halls={halls} />
      <Show
        when={halls.now() > 0}
        fallback={
          <main class="small">
            <Loading text={t().signIn.noAnswer} />
          </main>
        }
      >
        <Totals tiles={halls.all()} now={halls.now()} />
        <main classList={{ beside: openId() !== undefined, [`face-${face()}`]: true }}>
          <Filters halls={halls} filter={filter()} onFilter={setFilter} />
          <Faces face={face()} onFace={setFace} />
          <HallMap asker={props.asker} halls={halls} stateOf={stateOf} shown={shown()} openId={openId()} onOpen={open} />
          <section class="card halls" aria-labelledby="halls">
            <ListHead shown={shown().length} all={halls.ids().length} toCome={halls.toCome()} />
            <HallTable
              halls={halls}
              shown={shown()}
              order={order()}
              openId={openId()}
              onOrder={setOrder}
              onOpen={open}
              onAll={() => setFilter(noFilter)}
              ref={(handle) => (table = handle)}
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
        <Show when={said()}>
          <span>{said()}</span>
          <Button kind="plain" icon="close" aria-label={shared().close} onClick={hush} />
        </Show>
      </div>
      <Show when={diverting()} keyed>
        {(id) => <Divert asker={props.asker} halls={halls} id={id} onClose={() => setDiverting(undefined)} onSaid={setSaid} />}
      </Show>
    </div>
  )
}

/** Since when what is shown is old, while the connection is cut. */
function Cut(props: { halls: Halls }) {
  const shared = useTexts()
  const format = useFormat()
  return (
    <Show when={props.halls.lostAt()}>
      {(lostAt) => (
        <div class="cut" role="status">
          <Icon name="noConnection" />
          <span>
            {shared().lostSince(format().time(lostAt()))}. {shared().lastKnown}
          </span>
        </div>
      )}
    </Show>
  )
}
