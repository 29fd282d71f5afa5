import { For } from 'solid-js'
import { useDesk } from '../desk.ts'
import { useNames } from '../names.ts'

interface ServicesProps {
  legend: string
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}

/** The services of this hall, to choose one or more of, in the order of the choosing. */
export function Services(props: ServicesProps) {
  const desk = useDesk()
  const names = useNames()
  const toggle = (id: string) =>
    props.onChange(props.chosen.includes(id) ? props.chosen.filter((each) => each !== id) : [...props.chosen, id])
  return (
    <fieldset class="choices">
      <legend>{props.legend}</legend>
      <For each={desk.list()?.services.map(({ id }) => id)}>
        {(id) => (
          <label>
            <input type="checkbox" checked={props.chosen.includes(id)} onChange={() => toggle(id)} />
            <span>{names.service(id)}</span>
          </label>
        )}
      </For>
    </fieldset>
  )
}
