import { Show } from 'solid-js'
import { useFormat } from '../../ui/texts.tsx'

interface HeadProps {
  place: string
  now: number
}

/** Where one is, and what time it is there. */
export function Head(props: HeadProps) {
  const format = useFormat()
  return (
    <header class="head">
      <b>{props.place}</b>
      <Show when={props.place}>
        <time datetime={new Date(Math.floor(props.now / 60_000) * 60_000).toISOString()}>
          <b>
            <bdi dir="ltr">{format().time(props.now)}</bdi>
          </b>
          <span class="soft">{format().date(props.now)}</span>
        </time>
      </Show>
    </header>
  )
}
