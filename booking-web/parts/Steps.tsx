import { type ParentProps, Show } from 'solid-js'
import { useWords } from '../texts.ts'

const last = 3

/** Where somebody is among the steps, and the way back. */
export function Steps(props: { back: string; step?: number }) {
  const t = useWords()
  return (
    <p class="steps">
      <a href={props.back}>
        <span aria-hidden="true" class="arrow" /> {t().back}
      </a>
      <Show when={props.step}>{(step) => <span class="soft">{t().step(step(), last)}</span>}</Show>
    </p>
  )
}

/** What was chosen before, with the link to choose again. */
export function Aside(props: ParentProps & { link?: string; href?: string }) {
  return (
    <div class="chosen">
      <div>{props.children}</div>
      <Show when={props.href}>
        <a href={props.href}>{props.link}</a>
      </Show>
    </div>
  )
}
