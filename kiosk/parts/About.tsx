import { For, Show } from 'solid-js'
import { inLanguage, Named } from '../../ui/components/Named.tsx'
import { useServiceWords } from '../../ui/service-words.ts'
import { useLanguage } from '../../ui/texts.tsx'
import type { Menu } from '../desk.ts'
import { useWords } from '../words.ts'
import { QrCode } from './QrCode.tsx'

/** What was chosen, in a few words: what it is, what to have ready, what it costs, for whom it is, and whether one could have stayed at home. */
export function About(props: { service: Menu['services'][number] }) {
  const t = useWords()
  const language = useLanguage()
  const words = useServiceWords()
  const about = () => props.service.about
  const inShort = () => {
    const { price = null, ageFrom = null, ageUntil = null, languages = [] } = about() ?? {}
    return [words.price(price), words.ages(ageFrom, ageUntil), words.onlyIn(languages)].filter(Boolean).join(' · ')
  }
  const things = () => inLanguage(props.service.bring, language())
  const link = () => inLanguage(about()?.links ?? {}, language())
  return (
    <section class="about" aria-labelledby="about">
      <div>
        <h2 id="about">
          <Named names={props.service.names} else={props.service.id} />
        </h2>
        <Show when={Object.keys(about()?.explanations ?? {}).length}>
          <p>
            <Named names={about()!.explanations} />
          </p>
        </Show>
        <Show when={things()?.is.length}>
          <p>{t().bring}</p>
          <ul lang={things()!.language === language() ? undefined : things()!.language} dir="auto">
            <For each={things()!.is}>{(thing) => <li>{thing}</li>}</For>
          </ul>
        </Show>
        <Show when={inShort()}>
          <p class="soft">{inShort()}</p>
        </Show>
      </div>
      <Show when={link()}>
        {(one) => (
          <div class="online">
            <QrCode content={one().is} label={words.online()} />
            <small>{words.online()}</small>
          </div>
        )}
      </Show>
    </section>
  )
}
