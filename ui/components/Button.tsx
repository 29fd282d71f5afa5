import { type JSX, type ParentProps, Show, splitProps } from 'solid-js'
import type { IconName } from '../icons.ts'
import { Icon } from './Icon.tsx'

interface Shared extends ParentProps {
  /** One main act on a screen; the rest quiet, the rare ones plain. */
  kind?: 'main' | 'quiet' | 'plain'
  icon?: IconName
  /** The key that does the same, shown beside the words: `F9`. */
  hint?: string
  wide?: boolean
}

type ButtonProps = Shared &
  JSX.ButtonHTMLAttributes<HTMLButtonElement> & {
    busy?: boolean
    /** Cannot be pressed now, but keeps the focus, so that who works by keyboard does not lose the place. */
    off?: boolean
  }
type LinkProps = Shared & JSX.AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }

const shared = ['kind', 'icon', 'hint', 'wide', 'class', 'children'] as const
const classOf = (props: Shared & { class?: string }) => `button ${props.kind ?? 'main'} ${props.wide ? 'wide' : ''} ${props.class ?? ''}`

function Inside(props: Shared) {
  return (
    <>
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      <span>{props.children}</span>
      <Show when={props.hint}>
        <span aria-hidden="true">
          <kbd>{props.hint}</kbd>
        </span>
      </Show>
    </>
  )
}

/** While busy it stays focusable and says so, but does nothing. */
export function Button(props: ButtonProps) {
  const [own, busy, rest] = splitProps(props, shared, ['busy', 'off', 'onClick'])
  const click: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (busy.busy || busy.off) event.preventDefault()
    else if (typeof busy.onClick === 'function') busy.onClick(event)
    else busy.onClick?.[0](busy.onClick[1], event)
  }
  return (
    <button
      type="button"
      {...rest}
      class={classOf(own)}
      aria-keyshortcuts={own.hint}
      aria-busy={busy.busy ? 'true' : undefined}
      aria-disabled={busy.busy || busy.off ? 'true' : undefined}
      onClick={click}
    >
      <Inside {...own} />
    </button>
  )
}

/** Looks like a button, goes to an address; works without JavaScript. */
export function ButtonLink(props: LinkProps) {
  const [own, rest] = splitProps(props, shared)
  return (
    <a {...rest} class={classOf(own)} aria-keyshortcuts={own.hint}>
      <Inside {...own} />
    </a>
  )
}
