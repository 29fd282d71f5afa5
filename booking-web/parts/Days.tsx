import { For, Show } from 'solid-js'
import { useFormat } from '../../ui/texts.tsx'
import type { DayOut } from '../ask-slots.ts'
import type { TimesFound } from '../ask-times.ts'
import { useWords } from '../texts.ts'
import { type Picking, PickPartOfDay } from './Picking.tsx'

/** The days with how much is free on each, and the times of the one that was chosen. */
export function Days(props: { found: TimesFound; picking: Picking }) {
  const t = useWords()
  const format = useFormat()
  return (
    <section class="stack" aria-labelledby="days">
      <h2 id="days">{t().times.otherDay}</h2>
      <nav aria-label={t().times.days}>
        <ol class="days">
          <For each={props.found.days}>{(day) => <OneDay day={day} found={props.found} picking={props.picking} />}</For>
        </ol>
        <p class="more-days">
          <Show when={props.found.earlierFrom}>
            {(from) => <a href={`${props.picking.onDay({ from: from() })}#days`}>{t().times.earlier}</a>}
          </Show>
          <Show when={props.found.laterFrom}>
            {(from) => <a href={`${props.picking.onDay({ from: from() })}#days`}>{t().times.later}</a>}
          </Show>
        </p>
      </nav>
      <Show when={props.found.chosen}>
        {(chosen) => (
          <div class="stack" id="times">
            <h2>{t().times.on(format().day(chosen().day))}</h2>
            <Show when={chosen().slots.length} fallback={<p>{t().times.noneOn}</p>}>
              <PickPartOfDay picking={props.picking} slots={chosen().slots} say={(slot) => format().time(slot.startsAt)} />
            </Show>
          </div>
        )}
      </Show>
    </section>
  )
}

function OneDay(props: { day: DayOut; found: TimesFound; picking: Picking }) {
  const t = useWords()
  const format = useFormat()
  const chosen = () => props.found.chosen?.day === props.day.day
  const firstOfPage = () => props.found.days[0]?.day
  const note = () => (props.day.slots > 0 ? t().times.free(props.day.slots) : props.day.open ? t().times.full : t().times.closed)
  const inside = () => (
    <>
      <span class="unseen">{format().day(props.day.day)}: </span>
      <span aria-hidden="true">{format().weekdayShort(props.day.day)}</span>
      <b aria-hidden="true">{format().dayOfMonth(props.day.day)}</b>
      <span>{note()}</span>
    </>
  )
  return (
    <li>
      <Show when={props.day.slots > 0} fallback={<span class="day none">{inside()}</span>}>
        <a
          class="day"
          href={`${props.picking.onDay({ day: props.day.day, from: firstOfPage() })}#times`}
          aria-current={chosen() ? 'date' : undefined}
        >
          {inside()}
        </a>
      </Show>
    </li>
  )
}
