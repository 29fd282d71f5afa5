import { createMemo, For } from 'solid-js'
import { Field } from '../../ui/components/Field.tsx'
import { localeOf } from '../../ui/language.ts'
import { useLanguage } from '../../ui/texts.tsx'
import { type HallState, hallStates } from '../hall-state.ts'
import type { Filter } from '../order.ts'
import type { Tile } from '../tiles.ts'
import { useWords } from '../words.ts'

interface FiltersProps {
  tiles: readonly Tile[]
  shown: number
  filter: Filter
  onFilter: (filter: Filter) => void
}

/** The heading of the table, how many it shows, and what narrows it. */
export function Filters(props: FiltersProps) {
  const t = useWords()
  const language = useLanguage()
  const districts = createMemo(() =>
    [...new Set(props.tiles.map(({ district }) => district))].filter(Boolean).sort(new Intl.Collator(localeOf(language())).compare),
  )
  const set = (more: Partial<Filter>) => props.onFilter({ ...props.filter, ...more })
  return (
    <div class="filters">
      <div>
        <h2 id="halls">{t().halls}</h2>
        <span class="soft" role="status">
          {t().count(props.shown, props.tiles.length)}
        </span>
      </div>
      <Field
        name="find"
        type="search"
        label={t().find}
        autocomplete="off"
        value={props.filter.text}
        onInput={(event) => set({ text: event.currentTarget.value })}
      />
      <Field name="district" label={t().district}>
        {(control) => (
          <select {...control} onChange={(event) => set({ district: event.currentTarget.value })}>
            <option value="" selected={props.filter.district === ''}>
              {t().allDistricts}
            </option>
            <For each={districts()}>
              {(district) => (
                <option value={district} selected={district === props.filter.district}>
                  {district}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <Field name="state" label={t().state}>
        {(control) => (
          <select {...control} onChange={(event) => set({ state: event.currentTarget.value as HallState | '' })}>
            <option value="" selected={props.filter.state === ''}>
              {t().allStates}
            </option>
            <For each={hallStates}>
              {(state) => (
                <option value={state} selected={state === props.filter.state}>
                  {t().states[state]}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
    </div>
  )
}
