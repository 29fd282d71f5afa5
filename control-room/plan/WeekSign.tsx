import { For, Show } from 'solid-js'
import { type SetStoreFunction, unwrap } from 'solid-js/store'
import { Button } from '../../ui/components/Button.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import { weekdayName } from './days.ts'
import { type Draft, nextSpan, weekdays, withDayCopied } from './draft.ts'
import { SpanFields } from './SpanFields.tsx'
import { useWords } from './words.ts'

interface WeekSignProps {
  draft: Draft
  setDraft: SetStoreFunction<Draft>
  onSaid: (sentence: string) => void
}

const workdays = [1, 2, 3, 4, 5]

/** The week as it hangs on the door, in fields. */
export function WeekSign(props: WeekSignProps) {
  const t = useWords()
  return (
    <section class="card sign" aria-labelledby="plan-week">
      <h2 id="plan-week">{t().week.heading}</h2>
      <p class="soft">{t().week.hint}</p>
      <ul class="plain">
        <For each={weekdays}>{(weekday) => <SignDay {...props} weekday={weekday} />}</For>
      </ul>
    </section>
  )
}

function SignDay(props: WeekSignProps & { weekday: number }) {
  const t = useWords()
  const language = useLanguage()
  const name = () => weekdayName(language(), props.weekday)
  const spans = () => props.draft.week.filter((w) => w.weekday === props.weekday)
  const put = (week: Draft['week']) => props.setDraft('week', week)
  const add = () => put([...props.draft.week, { weekday: props.weekday, ...nextSpan(spans()) }])
  const copy = (to: string) => {
    const days = to === 'workdays' ? workdays : to === 'all' ? [...weekdays] : [Number(to)]
    put(withDayCopied(structuredClone(unwrap(props.draft.week)), props.weekday, days))
    props.onSaid(t().week.copied(name()))
  }
  return (
    <li class="sign-day">
      <h3>{name()}</h3>
      <div class="spans">
        <Show when={spans().length > 0} fallback={<span class="soft">{t().closed}</span>}>
          <For each={spans()}>
            {(span) => {
              const at = () => props.draft.week.indexOf(span)
              return (
                <SpanFields
                  id={`week-${props.weekday}-${at()}`}
                  of={name()}
                  span={span}
                  onChange={(changed) => props.setDraft('week', at(), changed)}
                  onRemove={() => put(props.draft.week.filter((other) => other !== span))}
                />
              )
            }}
          </For>
        </Show>
      </div>
      <div class="day-acts">
        <Button kind="plain" aria-label={t().week.addTo(name())} onClick={add}>
          {t().week.add}
        </Button>
        <select
          aria-label={t().week.copyOf(name())}
          onChange={(event) => {
            copy(event.currentTarget.value)
            event.currentTarget.value = ''
          }}
        >
          <option value="" selected>
            {t().week.copy}
          </option>
          <option value="workdays">{t().week.workdays}</option>
          <option value="all">{t().week.everyDay}</option>
          <For each={weekdays.filter((day) => day !== props.weekday)}>
            {(day) => <option value={day}>{weekdayName(language(), day)}</option>}
          </For>
        </select>
      </div>
    </li>
  )
}
