import { For, Show } from 'solid-js'
import { inLanguage } from '../../ui/components/Named.tsx'
import { useServiceWords } from '../../ui/service-words.ts'
import { useLanguage } from '../../ui/texts.tsx'
import { useWords } from '../texts.ts'

interface Brought {
  bring: Readonly<Record<string, readonly string[]>>
}

/** What to have ready, each thing once; what is not in the visitor's language says which it is in. */
export function Things(props: { services: readonly Brought[] }) {
  const language = useLanguage()
  return (
    <ul>
      <For each={thingsOf(props.services, language())}>
        {(one) => (
          <li lang={one.language === language() ? undefined : one.language} dir={one.language === language() ? undefined : 'auto'}>
            {one.thing}
          </li>
        )}
      </For>
    </ul>
  )
}

/** The same under a heading. */
export function Bring(props: { services: readonly Brought[] }) {
  const t = useWords()
  const words = useServiceWords()
  const language = useLanguage()
  const foreign = () => {
    const others = thingsOf(props.services, language()).map((one) => one.language)
    return [...new Set(others)].filter((one) => one !== language())
  }
  return (
    <Show when={thingsOf(props.services, language()).length}>
      <section class="bring" aria-labelledby="bring">
        <h2 id="bring">{t().visit.bring}</h2>
        <Things services={props.services} />
        <Show when={foreign().length}>
          <p class="soft">{words.onlyIn(foreign())}</p>
        </Show>
      </section>
    </Show>
  )
}

function thingsOf(services: readonly Brought[], wanted: Parameters<typeof inLanguage>[1]) {
  const lists = services.flatMap(({ bring }) => inLanguage(bring, wanted) ?? [])
  const things = lists.flatMap((list) => list.is.map((thing) => ({ thing, language: list.language })))
  return things.filter(({ thing }, at) => things.findIndex((other) => other.thing === thing) === at)
}
