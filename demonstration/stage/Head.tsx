import { Show } from 'solid-js'
import type { Language } from '../../contract/language.ts'
import { LanguagePicker } from '../../ui/components/LanguagePicker.tsx'
import { useFormat } from '../../ui/texts.tsx'
import { useWords } from './words.ts'

interface HeadProps {
  now: number | undefined
  lost: boolean
  onSpeak: (language: Language) => void
}

/** What this is, what of it is simulated, and in which language. */
export function Head(props: HeadProps) {
  const t = useWords()
  const format = useFormat()
  return (
    <header class="head">
      <div class="what">
        <h1>{t().title}</h1>
        <p>{t().lead}</p>
      </div>
      <div class="about">
        <p class="label">
          {t().simulated} <Show when={props.now}>{(now) => <>{t().clock(format().time(now()))}</>}</Show>
        </p>
        <LanguagePicker onPick={props.onSpeak} />
      </div>
      <p role="status" class="lost">
        <Show when={props.lost}>{t().lost}</Show>
      </p>
    </header>
  )
}
