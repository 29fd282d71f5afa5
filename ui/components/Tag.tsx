import { type ParentProps, Show } from 'solid-js'

interface TagProps extends ParentProps {
  kind?: 'good' | 'warn' | 'bad' | 'neutral'
  class?: string
}

/** The shape of each state, on a field of 10 by 10; a neutral one has none. */
export const stateShapes = {
  good: 'M5 0a5 5 0 110 10A5 5 0 015 0z',
  warn: 'M5 0l5 5-5 5-5-5z',
  bad: 'M5 .5L10 9.5H0z',
  neutral: undefined,
}

/** A state in a word, with a shape of its own (circle, diamond, triangle), so that colour comes last. */
export function Tag(props: TagProps) {
  const shape = () => stateShapes[props.kind ?? 'neutral']
  return (
    <span class={`tag ${props.kind ?? 'neutral'} ${props.class ?? ''}`}>
      <Show when={shape()}>
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path d={shape()} />
        </svg>
      </Show>
      <span>{props.children}</span>
    </span>
  )
}
