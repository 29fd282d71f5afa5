import { For, Show } from 'solid-js'
import { Named } from '../../ui/components/Named.tsx'
import { useServiceWords } from '../../ui/service-words.ts'
import { useWords } from '../texts.ts'
import type { VisitOut } from './Facts.tsx'

/** For which ages the chosen services are: said before somebody comes for nothing, never asked. */
export function ForWhom(props: { visit: VisitOut }) {
  const t = useWords()
  const words = useServiceWords()
  const rules = () =>
    props.visit.services.flatMap((service) => {
      const said = words.ages(service.about?.ageFrom ?? null, service.about?.ageUntil ?? null)
      return said ? [{ service, said }] : []
    })
  return (
    <Show when={rules().length}>
      <section class="aside stack" aria-labelledby="for-whom">
        <h2 id="for-whom">{t().visit.forWhom}</h2>
        <For each={rules()}>
          {({ service, said }) => (
            <p>
              <b>
                <Named names={service.names} else={service.id} />
              </b>
              : {said}.
            </p>
          )}
        </For>
        <p class="soft">{t().details.ages}</p>
      </section>
    </Show>
  )
}
