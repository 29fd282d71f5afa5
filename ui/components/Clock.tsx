import { Show } from 'solid-js'
import { useFormat } from '../texts.tsx'

interface ClockProps {
  /** The present, as a signal: `createNow(…)`. */
  now: () => number
  withDate?: boolean
  /** The name of the place, where its time can differ from the viewer's. */
  place?: string
  class?: string
}

export function Clock(props: ClockProps) {
  const format = useFormat()
  return (
    <time class={`clock ${props.class ?? ''}`} datetime={new Date(Math.floor(props.now() / 60_000) * 60_000).toISOString()}>
      <Show when={props.withDate}>
        <span>{format().date(props.now())}</span>
      </Show>{' '}
      <b>
        <bdi dir="ltr">{format().time(props.now())}</bdi>
      </b>
      <Show when={props.place}> {props.place}</Show>
    </time>
  )
}
