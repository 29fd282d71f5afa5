import { createMemo, For, onMount, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { createRows } from '../create-rows.ts'
import { type Column, firstDown, type Order } from '../order.ts'
import type { Halls } from '../tiles.ts'
import { useWords } from '../words.ts'
import { HallRow } from './HallRow.tsx'

interface HallTableProps {
  halls: Halls
  shown: readonly string[]
  order: Order
  openId: string | undefined
  onOrder: (order: Order) => void
  onOpen: (id: string) => void
  onAll: () => void
  ref: (table: TableHandle) => void
}

export interface TableHandle {
  /** Whether the keyboard is within the rows. */
  isBusy: () => boolean
  /** Brings the keyboard to a hall. */
  focus: (id: string) => void
}

const columns: readonly (Column | 'diversions')[] = [
  'name',
  'state',
  'waiting',
  'longest',
  'wait',
  'counters',
  'serving',
  'finished',
  'alerts',
  'diversions',
]

/** So many rows are gone on by a page. */
const pageRows = 10

/** A row for each hall that is shown; only those that are seen are in the page, and only what moved is drawn again. */
export function HallTable(props: HallTableProps) {
  const t = useWords()
  let scroller!: HTMLDivElement
  let body!: HTMLTableSectionElement
  const { rows, reveal } = createRows({ ids: () => props.shown, scroller: () => scroller, body: () => body })
  const inPage = createMemo(() => props.shown.slice(rows().from, rows().until))
  const focus = (id: string | undefined) => {
    if (id === undefined) return
    reveal(id)
    document.getElementById(`hall-${id}`)?.focus({ preventScroll: true })
  }
  onMount(() => props.ref({ isBusy: () => body.contains(document.activeElement), focus }))
  const key = (event: KeyboardEvent) => {
    const from = props.shown.indexOf((event.target as Element).closest('tr')?.dataset.id ?? '')
    const last = props.shown.length - 1
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: pageRows,
      PageUp: -pageRows,
      Home: -from,
      End: last - from,
    }
    const step = steps[event.key]
    if (from < 0 || step === undefined) return
    event.preventDefault()
    focus(props.shown[Math.max(0, Math.min(last, from + step))])
  }
  const turn = (by: Column) => props.onOrder({ by, down: props.order.by === by ? !props.order.down : firstDown(by) })
  /** The limit of all halls, where it is one. */
  const oneLimit = createMemo(() => {
    const limits = new Set(props.shown.map((id) => props.halls.tile(id).waitLimitMinutes))
    return limits.size === 1 ? [...limits][0] : undefined
  })
  const sorted = (by: Column | 'diversions') => (props.order.by === by ? (props.order.down ? 'descending' : 'ascending') : undefined)
  return (
    // biome-ignore lint/a11y/useSemanticElements: what scrolls has to be reached by keyboard, and is no fieldset
    <div class="scroll" role="group" tabindex="0" aria-labelledby="halls" ref={scroller}>
      <table aria-rowcount={props.shown.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <For each={columns}>
              {(column) => (
                <th scope="col" class={column} aria-sort={sorted(column)}>
                  <Show when={column !== 'diversions' && column} keyed fallback={t().columns[column]}>
                    {(by) => (
                      <button type="button" class="sort" title={t().sortBy(t().columns[by])} onClick={() => turn(by)}>
                        <span>
                          {t().columns[by]}
                          <Show when={by === 'wait' && oneLimit()}>{(limit) => <span class="limit"> ({t().limit(limit())})</span>}</Show>
                        </span>
                        <svg viewBox="0 0 10 10" aria-hidden="true">
                          <path d={props.order.by === by && !props.order.down ? 'M1 7l4-5 4 5z' : 'M1 3l4 5 4-5z'} />
                        </svg>
                      </button>
                    )}
                  </Show>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={key}>
          <Gap height={rows().before} />
          <For each={inPage()}>
            {(id, i) => (
              <HallRow
                tile={props.halls.tile(id)}
                now={props.halls.now()}
                nth={rows().from + i() + 2}
                open={props.openId === id}
                onOpen={() => props.onOpen(id)}
              />
            )}
          </For>
          <Gap height={rows().after} />
        </tbody>
      </table>
      <Show when={props.shown.length === 0}>
        <div class="none">
          <p>{t().noneFits}</p>
          <Button kind="quiet" onClick={() => props.onAll()}>
            {t().showAll}
          </Button>
        </div>
      </Show>
    </div>
  )
}

/** The room of rows that are not in the page. */
function Gap(props: { height: number }) {
  return (
    <Show when={props.height > 0}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be reached */}
      <tr class="gap" aria-hidden="true">
        <td style={{ 'block-size': `${props.height}px` }} />
      </tr>
    </Show>
  )
}
