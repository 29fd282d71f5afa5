import { For, type ParentProps, Show } from 'solid-js'
import { directionOf, languages } from '../../contract/language.ts'
import { Icon } from '../../ui/components/Icon.tsx'
import { ownNames } from '../../ui/language.ts'
import { useTexts } from '../../ui/texts.tsx'
import type { Asked } from '../asked.ts'
import { assets } from '../assets.ts'
import { useWords } from '../texts.ts'

interface FrameProps extends ParentProps {
  asked: Asked
  title: string
  wrong: boolean
  phone: string
  live: string | undefined
  /** What the browser may do beside: ask where somebody is. The page works without. */
  script: boolean
  /** With room for a map beside the list. */
  wide: boolean
}

const againAfterSeconds = 20

export function Frame(props: FrameProps) {
  const t = useWords()
  const title = () => `${props.wrong ? t().wrong(props.title) : props.title} | ${t().site}`
  /** A form that has to be mended. Its page came of a press, and cannot be gone back to as it is. */
  const mended = () => (props.wrong && props.asked.method === 'POST' ? '' : undefined)
  return (
    <html lang={props.asked.language} dir={directionOf(props.asked.language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title()}</title>
        <meta name="robots" content={props.asked.parts.length > 1 ? 'noindex' : 'index'} />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assets.style} />
        <Show when={props.live}>
          <noscript>
            <meta http-equiv="refresh" content={String(againAfterSeconds)} />
          </noscript>
        </Show>
        <Show when={props.live || props.script || mended() !== undefined}>
          <script type="module" nonce={props.asked.nonce} src={assets.script} />
        </Show>
      </head>
      <body>
        <a class="skip" href="#main">
          {t().skip}
        </a>
        <header class="site">
          <a class="home" href={props.asked.to('/')}>
            <Icon name="ticket" />
            <span>{t().site}</span>
          </a>
          <LanguageLinks asked={props.asked} />
        </header>
        <main id="main" tabindex="-1" data-live={props.live} data-posted={mended()} class={props.wide ? 'wide' : undefined}>
          {props.children}
        </main>
        <Show when={props.phone}>
          <footer class="site">
            <a href={`tel:${props.phone.replace(/[^+\d]/g, '')}`}>
              <Icon name="call" />
              <span>
                {t().call} <bdi dir="ltr">{props.phone}</bdi>
              </span>
            </a>
          </footer>
        </Show>
      </body>
    </html>
  )
}

/** The other languages, each by its own name: nobody has to read this one to leave it. */
function LanguageLinks(props: { asked: Asked }) {
  const own = useTexts()
  return (
    <nav class="languages-of-site" aria-label={own().language}>
      <For each={languages.filter((language) => language !== props.asked.language)}>
        {(language) => (
          <a href={props.asked.inLanguage(language)} hreflang={language} lang={language} dir={directionOf(language)}>
            {ownNames[language]}
          </a>
        )}
      </For>
    </nav>
  )
}
