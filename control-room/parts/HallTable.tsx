import { createMemo, For, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
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
  ref: (body: HTMLTableSectionElement) => void
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

/** A row for each hall that is shown; only what moved is drawn again. */
export function HallTable(props: HallTableProps) {
  const t = useWords()
  const turn = (by: Column) => props.onOrder({ by, down: props.order.by === by ? !props.order.down : firstDown(by) })
  /** The limit of all halls, where it is one. */
  const oneLimit = createMemo(() => {
    const limits = new Set(props.shown.map((id) => props.halls.tile(id).waitLimitMinutes))
    return limits.size === 1 ? [...limits][0] : undefined
  })
  const sorted = (by: Column | 'diversions') => (props.order.by === by ? (props.order.down ? 'descending' : 'ascending') : undefined)
  return (
    // biome-ignore lint/a11y/useSemanticElements: what scrolls has to be reached by keyboard, and is no fieldset
    <div class="scroll" role="group" tabindex="0" aria-labelledby="halls">
      <table>
        <thead>
          <tr>
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
        <tbody ref={props.ref}>
          <For each={props.shown}>
            {(id) => (
              <HallRow tile={props.halls.tile(id)} now={props.halls.now()} open={props.openId === id} onOpen={() => props.onOpen(id)} />
            )}
          </For>
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
