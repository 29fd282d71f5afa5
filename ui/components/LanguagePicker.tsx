import { For, Show } from 'solid-js'
import { directionOf, type Language, languages } from '../../contract/language.ts'
import { ownNames } from '../language.ts'
import { useLanguage, useTexts } from '../texts.tsx'
import { Button, ButtonLink } from './Button.tsx'

interface LanguagePickerProps {
  offered?: readonly Language[]
  onPick?: (language: Language) => void
  /** The address of this page in a language: then these are links, and work without JavaScript. */
  hrefFor?: (language: Language) => string
  class?: string
}

/** Each language by its own name, never by a flag. */
export function LanguagePicker(props: LanguagePickerProps) {
  const t = useTexts()
  const present = useLanguage()
  const looks = (language: Language) => ({
    lang: language,
    dir: directionOf(language),
    kind: present() === language ? ('main' as const) : ('quiet' as const),
  })
  return (
    <nav aria-label={t().language}>
      <ul class={`languages ${props.class ?? ''}`}>
        <For each={props.offered ?? languages}>
          {(language) => (
            <li>
              <Show
                when={props.hrefFor}
                fallback={
                  <Button {...looks(language)} aria-pressed={present() === language} onClick={() => props.onPick?.(language)}>
                    {ownNames[language]}
                  </Button>
                }
              >
                {(hrefFor) => (
                  <ButtonLink
                    {...looks(language)}
                    href={hrefFor()(language)}
                    hreflang={language}
                    aria-current={present() === language ? 'true' : undefined}
                  >
                    {ownNames[language]}
                  </ButtonLink>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
