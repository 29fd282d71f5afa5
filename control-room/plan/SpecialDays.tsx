import { createSignal, For, Show } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { useFormat } from '../../ui/texts.tsx'
import { type Draft, type Faults, nextSpan, type SpecialDay } from './draft.ts'
import { SpanFields } from './SpanFields.tsx'
import { useWords } from './words.ts'

interface SpecialDaysProps {
  draft: Draft
  setDraft: SetStoreFunction<Draft>
  faults: Faults
  today: string
}

/** Days that are different, by date; those that are over only when asked for. */
export function SpecialDays(props: SpecialDaysProps) {
  const t = useWords()
  const [older, setOlder] = createSignal(false)
  const isOver = ({ day }: SpecialDay) => day !== '' && day < props.today
  const past = () => props.draft.special.filter(isOver).length
  const add = () => {
    props.setDraft('special', props.draft.special.length, { day: '', spans: [], note: '', holiday: false })
    document.querySelector<HTMLInputElement>('.special-day:last-child input[type=date]')?.focus()
  }
  return (
    <section class="card" aria-labelledby="plan-special">
      <h2 id="plan-special">{t().special.heading}</h2>
      <p class="soft">{t().special.hint}</p>
      <Show when={props.draft.special.some((s) => older() || !isOver(s))} fallback={<p>{t().special.none}</p>}>
        <ul class="plain">
          <For each={props.draft.special}>
            {(special, at) => (
              <Show when={older() || !isOver(special)}>
                <Special {...props} special={special} at={at()} />
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <div class="row">
        <Button kind="quiet" onClick={add}>
          {t().special.add}
        </Button>
        <Show when={past() > 0 && !older()}>
          <Button kind="plain" onClick={() => setOlder(true)}>
            {t().special.past(past())}
          </Button>
        </Show>
      </div>
    </section>
  )
}

function Special(props: SpecialDaysProps & { special: SpecialDay; at: number }) {
  const t = useWords()
  const format = useFormat()
  const name = () => (props.special.day ? format().day(props.special.day) : t().special.day)
  const set = (changed: Partial<SpecialDay>) => props.setDraft('special', props.at, changed)
  const fault = () => props.faults.special.get(props.at)
  const wrong = () => (fault() === 'day' ? t().special.noDay : fault() === 'twice' ? t().special.twice : undefined)
  return (
    <li class="special-day">
      <label>
        <span>{t().special.day}</span>
        <input
          type="date"
          value={props.special.day}
          aria-invalid={wrong() ? 'true' : undefined}
          aria-describedby={wrong() ? `special-${props.at}-wrong` : undefined}
          onChange={(event) => set({ day: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>{props.special.day ? t().special.how(name()) : t().special.howThen}</span>
        <select onChange={(event) => set({ spans: event.currentTarget.value === 'open' ? [nextSpan([])] : [] })}>
          <option value="shut" selected={props.special.spans.length === 0}>
            {t().special.shut}
          </option>
          <option value="open" selected={props.special.spans.length > 0}>
            {t().special.open}
          </option>
        </select>
      </label>
      <label>
        <span>{t().special.note}</span>
        <input
          type="text"
          maxlength="200"
          dir="auto"
          value={props.special.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </label>
      <Show when={props.special.spans.length > 0}>
        <div class="spans">
          <For each={props.special.spans}>
            {(span, i) => (
              <SpanFields
                id={`special-${props.at}-${i()}`}
                of={name()}
                span={span}
                onChange={(changed) => props.setDraft('special', props.at, 'spans', i(), changed)}
                onRemove={() => set({ spans: props.special.spans.filter((other) => other !== span) })}
              />
            )}
          </For>
          <Button
            kind="plain"
            aria-label={t().week.addTo(name())}
            onClick={() => set({ spans: [...props.special.spans, nextSpan(props.special.spans)] })}
          >
            {t().week.add}
          </Button>
        </div>
      </Show>
      <Button
        kind="plain"
        aria-label={t().removeOf(name())}
        onClick={() =>
          props.setDraft(
            'special',
            props.draft.special.filter((other) => other !== props.special),
          )
        }
      >
        {t().remove}
      </Button>
      <Show when={wrong()}>
        <span class="fault" id={`special-${props.at}-wrong`}>
          <Icon name="warn" />
          {wrong()}
        </span>
      </Show>
    </li>
  )
}
