import type { ParentProps } from 'solid-js'
import { Clock } from '../../ui/components/Clock.tsx'

interface HeadProps extends ParentProps {
  name: string
  now: () => number
}

/** The place, its date and its time. */
export function Head(props: HeadProps) {
  return (
    <header class="head">
      <h1>{props.name}</h1>
      {props.children}
      <Clock now={props.now} withDate />
    </header>
  )
}
