import type { JSX } from 'solid-js'

export function Part(props: { heading: string; children: JSX.Element }) {
  return (
    <section class="part">
      <h3>{props.heading}</h3>
      {props.children}
    </section>
  )
}
