import { createSignal, For, Show } from 'solid-js'
import { type SetStoreFunction, unwrap } from 'solid-js/store'
import { newKey } from '../../contract/uuid.ts'
import { Button } from '../../ui/components/Button.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import { weekdayName } from './days.ts'
import { type Draft, desksOf, type Faults, type SavedPlan, type ShiftRow, weekdays } from './draft.ts'
import { ShiftBars } from './ShiftBars.tsx'
import { ShiftForm } from './ShiftForm.tsx'
import { useWords } from './words.ts'

interface ShiftsProps {
  draft: Draft
  setDraft: SetStoreFunction<Draft>
  faults: Faults
  plan: SavedPlan
}

/** Who is planned: a day as bars by counter, and the one that was chosen in fields. */
export function Shifts(props: ShiftsProps) {
  const t = useWords()
  const language = useLanguage()
  const [weekday, setWeekday] = createSignal(1)
  const [chosen, setChosen] = createSignal<string>()
  const desks = () => desksOf(props.draft.shifts, weekday(), props.plan.today)
  const at = () => props.draft.shifts.findIndex((s) => s.id === chosen())
  const choose = (id: string) => {
    setChosen(id)
    document.getElementById('plan-shift')?.focus()
  }
  const put = (shift: ShiftRow) => {
    props.setDraft('shifts', props.draft.shifts.length, shift)
    choose(shift.id)
  }
  const fresh = (): ShiftRow => {
    const hours = props.draft.week.filter((w) => w.weekday === weekday())
    const [first, last] = [
      hours.map((w) => w.from).sort()[0] ?? '09:00',
      hours
        .map((w) => w.until)
        .sort()
        .at(-1) ?? '17:00',
    ]
    const services = props.plan.services.filter((s) => s.bookable).map((s) => s.id)
    const { today } = props.plan
    return {
      id: newKey(),
      kind: 'counter',
      weekdays: [weekday()],
      from: first,
      until: last,
      firstDay: today,
      lastDay: null,
      services,
      channels: [],
      seats: 0,
    }
  }
  const another = (shift: ShiftRow): ShiftRow => ({ ...structuredClone(unwrap(shift)), id: newKey() })
  return (
    <section class="card" aria-labelledby="plan-shifts">
      <h2 id="plan-shifts">{t().shifts.heading}</h2>
      <p class="soft">{t().shifts.hint}</p>
      <fieldset class="week-days">
        <legend class="unseen">{t().shifts.weekday}</legend>
        <For each={weekdays}>
          {(day) => (
            <label>
              <input type="radio" name="plan-weekday" checked={weekday() === day} onChange={() => setWeekday(day)} />
              <span>{weekdayName(language(), day)}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={desks().length > 0} fallback={<p>{t().shifts.none}</p>}>
        <ShiftBars
          desks={desks()}
          open={props.draft.week.filter((w) => w.weekday === weekday())}
          chosen={chosen()}
          faults={props.faults}
          onChoose={choose}
        />
      </Show>
      <div class="row">
        <Button kind="quiet" onClick={() => put(fresh())}>
          {t().shifts.add}
        </Button>
      </div>
      <Show when={at() >= 0 && chosen()} keyed>
        {(id) => (
          <ShiftForm
            shift={props.draft.shifts.find((s) => s.id === id)!}
            services={props.plan.services}
            fault={props.faults.shifts.get(id)}
            onChange={(changed) => {
              props.setDraft('shifts', at(), changed)
              if (changed.id) setChosen(changed.id)
            }}
            onAnother={(shift) => put(another(shift))}
            onRemove={() => {
              props.setDraft(
                'shifts',
                props.draft.shifts.filter((s) => s.id !== id),
              )
              setChosen(undefined)
            }}
          />
        )}
      </Show>
    </section>
  )
}
