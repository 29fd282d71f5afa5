import { useTexts } from '../texts.tsx'

interface CounterMarkProps {
  /** The number on the sign above the counter. */
  counter: number | string
  /** `stacked` puts the word above the number, as on the display. */
  layout?: 'line' | 'stacked'
  size?: 'line' | 'big' | 'huge'
  class?: string
}

export function CounterMark(props: CounterMarkProps) {
  const t = useTexts()
  return (
    <span class={`counter-mark ${props.layout ?? 'line'} ${props.class ?? ''}`}>
      <span class="word">{t().counter}</span>{' '}
      <bdi class={`number ${props.size ?? ''}`} lang="en" dir="ltr">
        {props.counter}
      </bdi>
    </span>
  )
}
