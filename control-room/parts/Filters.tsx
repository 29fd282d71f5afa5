import { createMemo, type JSX } from 'solid-js'
import { Field } from '../../ui/components/Field.tsx'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { localeOf } from '../../ui/language.ts'
import { useLanguage } from '../../ui/texts.tsx'
import { hallStates } from '../hall-state.ts'
import { alertKinds, type Filter } from '../order.ts'
import type { Halls } from '../tiles.ts'
import { useWords } from '../words.ts'

interface FiltersProps {
  halls: Halls
  filter: Filter
  onFilter: (filter: Filter) => void
}

/** What narrows the halls, in the table and on the map. */
export function Filters(props: FiltersProps) {
  const t = useWords()
  const language = useLanguage()
  const sorted = (options: readonly Option[]) => {
    const { compare } = new Intl.Collator(localeOf(language()))
    return options.toSorted((a, b) => compare(a.says, b.says))
  }
  const organisations = createMemo(() =>
    sorted([...props.halls.organisations()].map(([id, names]) => ({ id, says: names[language()] ?? Object.values(names)[0] ?? id }))),
  )
  const districtsOf = createMemo(
    () => {
      const own = props.filter.organisation
      const tiles = props.halls.all().filter(({ organisationId }) => !own || organisationId === own)
      return [...new Set(tiles.map(({ district }) => district))].filter(Boolean).sort()
    },
    [],
    { equals: (a, b) => a.join() === b.join() },
  )
  const districts = createMemo(() => sorted(districtsOf().map((district) => ({ id: district, says: district }))))
  const set = (more: Partial<Filter>) => props.onFilter({ ...props.filter, ...more })
  return (
    <search class="card filters">
      <Field
        name="find"
        type="search"
        label={t().find}
        autocomplete="off"
        value={props.filter.text}
        onInput={(event) => set({ text: event.currentTarget.value })}
      />
      <Choice
        name="organisation"
        label={t().organisation}
        all={t().allOrganisations}
        options={organisations()}
        chosen={props.filter.organisation}
        onChoose={(organisation) => set({ organisation, district: '' })}
      />
      <Choice
        name="district"
        label={t().district}
        all={t().allDistricts}
        options={districts()}
        chosen={props.filter.district}
        onChoose={(district) => set({ district })}
      />
      <Choice
        name="state"
        label={t().state}
        all={t().allStates}
        options={hallStates.map((id) => ({ id, says: t().states[id] }))}
        chosen={props.filter.state}
        onChoose={(state) => set({ state: state as Filter['state'] })}
      />
      <Choice
        name="alerts"
        label={t().alerts}
        all={t().allAlerts}
        options={alertKinds.map((id) => ({ id, says: t().alertKinds[id] }))}
        chosen={props.filter.alert}
        onChoose={(alert) => set({ alert: alert as Filter['alert'] })}
      />
    </search>
  )
}

interface Option {
  id: string
  says: string
}
interface ChoiceProps {
  name: string
  label: string
  all: string
  options: readonly Option[]
  chosen: string
  onChoose: (id: string) => void
}

function Choice(props: ChoiceProps): JSX.Element {
  return (
    <Field name={props.name} label={props.label}>
      {(control) => (
        <select {...control} onChange={(event) => props.onChoose(event.currentTarget.value)}>
          <option value="" selected={props.chosen === ''}>
            {props.all}
          </option>
          <Keyed each={props.options} by={({ id }) => id}>
            {(option) => (
              <option value={option().id} selected={option().id === props.chosen}>
                {option().says}
              </option>
            )}
          </Keyed>
        </select>
      )}
    </Field>
  )
}
