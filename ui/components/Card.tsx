import { type JSX, type ParentProps, Show, splitProps } from 'solid-js'
import { Dynamic } from 'solid-js/web'

interface CardProps extends ParentProps, Omit<JSX.HTMLAttributes<HTMLElement>, 'title'> {
  as?: 'div' | 'section' | 'article' | 'li'
  /** `best`: the one we advise; `signal`: it is about you; `calm`: aside, without an edge. */
  kind?: 'usual' | 'best' | 'signal' | 'calm'
  heading?: JSX.Element
  level?: 2 | 3
}

export function Card(props: CardProps) {
  const [own, rest] = splitProps(props, ['as', 'kind', 'heading', 'level', 'class', 'children'])
  return (
    <Dynamic component={own.as ?? 'div'} {...rest} class={`card ${own.kind ?? 'usual'} ${own.class ?? ''}`}>
      <Show when={own.heading}>
        <Dynamic component={`h${own.level ?? 2}`}>{own.heading}</Dynamic>
      </Show>
      {own.children}
    </Dynamic>
  )
}
