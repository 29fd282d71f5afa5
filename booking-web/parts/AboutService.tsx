import { For, Show } from 'solid-js'
import { inLanguage, Named } from '../../ui/components/Named.tsx'
import { useServiceWords } from '../../ui/service-words.ts'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import type { ServiceOut } from '../ask-slots.ts'
import { useWords } from '../texts.ts'
import { Things } from './Bring.tsx'

/** How long, what it costs, for whom, and that it is there in another language only: one quiet line. */
export function InShort(props: { service: ServiceOut }) {
  const t = useWords()
  const format = useFormat()
  const words = useServiceWords()
  const minutes = () => format().duration(props.service.baseMinutes)
  const parts = () => {
    const { extraMinutes, price, ageFrom, ageUntil, languages } = props.service
    const duration = extraMinutes ? t().services.from(minutes()) : minutes()
    return [duration, words.price(price), words.ages(ageFrom, ageUntil), words.onlyIn(languages)].filter(Boolean)
  }
  return (
    <span class="soft">
      <For each={parts()}>
        {(part, at) => (
          <>
            {at() > 0 ? ' · ' : ''}
            <bdi>{part}</bdi>
          </>
        )}
      </For>
    </span>
  )
}

/** What to bring, where it can be done online, and who gives it; opened by whoever wants to know. */
export function MoreOf(props: { service: ServiceOut }) {
  const t = useWords()
  return (
    <details class="more-of">
      <summary>
        {t().services.more}
        <span class="unseen">
          : <Named names={props.service.names} else={props.service.id} />
        </span>
      </summary>
      <div class="stack">
        <Show when={Object.keys(props.service.bring).length}>
          <p>
            <b>{t().visit.bring}</b>
          </p>
          <Things services={[props.service]} />
        </Show>
        <Online links={props.service.links} />
        <Show when={Object.keys(props.service.provider.names).length}>
          <p class="soft">
            {t().services.givenBy} <Named names={props.service.provider.names} />
          </p>
        </Show>
      </div>
    </details>
  )
}

export function Online(props: { links: Readonly<Record<string, string>> }) {
  const language = useLanguage()
  const words = useServiceWords()
  return (
    <Show when={inLanguage(props.links, language())}>
      {(link) => (
        <p>
          <a href={link().is} hreflang={link().language} rel="external noopener">
            {words.online()}
          </a>
        </p>
      )}
    </Show>
  )
}
