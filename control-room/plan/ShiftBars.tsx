import { For, Show } from 'solid-js'
import type { WallSpan } from '../../domain/openings.ts'
import { isWallTime, wallMinutesOf } from '../../domain/time.ts'
import { Icon } from '../../ui/components/Icon.tsx'
import { type Faults, hoursOf, type ShiftRow } from './draft.ts'
import { useWords } from './words.ts'

interface ShiftBarsProps {
  desks: readonly (readonly ShiftRow[])[]
  /** When the point is open on this day. */
  open: readonly WallSpan[]
  chosen: string | undefined
  faults: Faults
  onChoose: (id: string) => void
}

const isTold = ({ from, until }: WallSpan) => isWallTime(from) && isWallTime(until) && from < until

/** One row for each counter, one bar for each shift, over the opening hours. */
export function ShiftBars(props: ShiftBarsProps) {
  const t = useWords()
  const hours = () => hoursOf([...props.open, ...props.desks.flat()].filter(isTold))
  const part = (minutes: number) => `${((minutes - hours().from) / (hours().until - hours().from)) * 100}%`
  const place = ({ from, until }: WallSpan) => ({
    'inset-inline-start': part(wallMinutesOf(from)),
    'inset-inline-end': `${100 - Number.parseFloat(part(wallMinutesOf(until)))}%`,
  })
  const marks = () =>
    Array.from({ length: (hours().until - hours().from) / 120 + 1 }, (_, i) => hours().from + i * 120).filter((m) => m < hours().until)
  return (
    <div class="bars">
      <div class="scale" aria-hidden="true">
        <For each={marks()}>{(m) => <span style={{ 'inset-inline-start': part(m) }}>{m / 60}</span>}</For>
      </div>
      <ol class="plain">
        <For each={props.desks}>
          {(desk, i) => (
            <li class="desk">
              <span class="desk-name">{t().shifts.desk(i() + 1)}</span>
              <div class="lane">
                <For each={props.open.filter(isTold)}>{(span) => <span class="open" style={place(span)} />}</For>
                <For each={desk}>
                  {(shift) => (
                    <button
                      type="button"
                      class={`bar ${shift.kind}`}
                      style={isTold(shift) ? place(shift) : { 'inset-inline': '0' }}
                      aria-pressed={props.chosen === shift.id}
                      onClick={() => props.onChoose(shift.id)}
                    >
                      <Show when={props.faults.shifts.has(shift.id)}>
                        <Icon name="warn" label={t().shifts.wrong.until} />
                      </Show>
                      <b dir="ltr">
                        {shift.from}–{shift.until}
                      </b>
                      <span class="bar-more">{t().shifts.serves(shift.services.length)}</span>
                    </button>
                  )}
                </For>
              </div>
            </li>
          )}
        </For>
      </ol>
      <p class="soft legend">{t().shifts.openOnly}</p>
    </div>
  )
}
