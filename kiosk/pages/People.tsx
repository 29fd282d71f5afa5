import { For, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import type { Desk, Menu } from '../desk.ts'
import { About } from '../parts/About.tsx'
import { useWords } from '../words.ts'

interface PeopleProps {
  desk: Desk
  menu: Menu
  serviceId: string
}

/** What was chosen; and one press says how many come together. */
export function People(props: PeopleProps) {
  const t = useWords()
  const counts = () => Array.from({ length: Math.min(props.menu.peopleMax, 12) }, (_, n) => n + 1)
  const service = () => props.menu.services.find(({ id }) => id === props.serviceId)
  return (
    <>
      <h1 tabindex="-1">{t().people}</h1>
      <p class="lead">{t().peopleHint}</p>
      <Show when={service()}>{(chosen) => <About service={chosen()} />}</Show>
      <div class="counts">
        <For each={counts()}>
          {(count) => (
            <Button kind="quiet" class="count" onClick={() => props.desk.forPeople(props.serviceId, count)}>
              {count}
            </Button>
          )}
        </For>
      </div>
    </>
  )
}
