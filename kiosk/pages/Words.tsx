import type { ParentProps } from 'solid-js'

interface WordsProps extends ParentProps {
  heading: string
  say: string
}

/** A page that only says something, with what one can do below it. */
export function Words(props: WordsProps) {
  return (
    <div class="words">
      <h1 tabindex="-1">{props.heading}</h1>
      <p class="lead">{props.say}</p>
      <div class="acts">{props.children}</div>
    </div>
  )
}
