import { createMemo, For, Show } from 'solid-js'
import { Tag } from '../../ui/components/Tag.tsx'
import { isStranded, longestMinutes, stateOf } from '../hall-state.ts'
import { isolated } from '../isolated.ts'
import type { Tile } from '../tiles.ts'
import { useWords } from '../words.ts'
import { useAlertWords } from './alert-words.ts'
import { ComingWait } from './ComingWait.tsx'
import { useMinutesLeft } from './minutes-left.ts'
import { StateTag } from './StateTag.tsx'

interface HallRowProps {
  tile: Tile
  now: number
  /** Which row of the table it is, the heading being the first. */
  nth: number
  open: boolean
  onOpen: () => void
}

export function HallRow(props: HallRowProps) {
  const t = useWords()
  const left = useMinutesLeft()
  const state = createMemo(() => stateOf(props.tile, props.now))
  const longest = createMemo(() => longestMinutes(props.tile, props.now))
  const counters = () => {
    const { countersOpen, countersPlanned } = props.tile
    return countersOpen < countersPlanned ? t().counters(countersOpen, countersPlanned) : String(countersOpen)
  }
  const noneOpen = () => props.tile.open && props.tile.countersOpen === 0
  const some = (n: number) => (props.tile.open || n > 0 ? String(n) : '')
  return (
    <tr classList={{ opened: props.open, [state()]: true }} data-id={props.tile.pointId} aria-rowindex={props.nth}>
      <th scope="row" class="name">
        <button
          type="button"
          class="hall"
          id={`hall-${props.tile.pointId}`}
          aria-expanded={props.open}
          aria-controls="hall"
          onClick={() => props.onOpen()}
        >
          <bdi>{props.tile.name}</bdi>
        </button>
        <span class="under">
          <bdi class="district">{props.tile.district}</bdi>
          <span class="small-state">
            <StateTag state={state()} />
          </span>
          <span class="small-alerts">
            <Alerts alerts={props.tile.alerts} />
          </span>
          <For each={props.tile.diversions}>
            {(diversion) => <span class="small-diversions line">{t().to(isolated(diversion.toName))}</span>}
          </For>
        </span>
      </th>
      <td class="state">
        <StateTag state={state()} />
      </td>
      <td class="waiting figure">{some(props.tile.waiting)}</td>
      <td class="longest figure">
        <Show when={longest() !== null}>{t().minutes(longest()!)}</Show>
      </td>
      <td class="wait">
        <Show when={!isStranded(props.tile) && !noneOpen()} fallback={t().noCounter}>
          <ComingWait wait={props.tile.wait} limit={props.tile.waitLimitMinutes} state={state()} />
        </Show>
      </td>
      <td class="counters figure">
        <Show when={props.tile.open || props.tile.countersOpen > 0}>{counters()}</Show>
      </td>
      <td class="serving figure">{some(props.tile.serving)}</td>
      <td class="finished figure">{some(props.tile.finishedToday)}</td>
      <td class="alerts">
        <Alerts alerts={props.tile.alerts} />
      </td>
      <td class="diversions">
        <For each={props.tile.diversions}>
          {(diversion) => <span class="line">{t().both(t().to(isolated(diversion.toName)), left(diversion.until, props.now))}</span>}
        </For>
      </td>
    </tr>
  )
}

function Alerts(props: { alerts: Tile['alerts'] }) {
  const t = useWords()
  const alertWords = useAlertWords()
  return (
    <Show when={props.alerts[0]}>
      {(first) => <Tag kind="bad">{props.alerts.length > 1 ? t().someAlerts(props.alerts.length) : alertWords(first())}</Tag>}
    </Show>
  )
}
