import { type Accessor, createMemo, For, type JSX } from 'solid-js'

interface KeyedProps<T> {
  each: readonly T[] | undefined
  /** What makes one of them the same one when it comes again; unlike for each. */
  by: (one: T) => string | number
  children: (one: Accessor<T>, at: Accessor<number>) => JSX.Element
}

/** A list that comes anew with each value: what has the same key stays in the page, with the focus, an open menu and what is half typed. */
export function Keyed<T>(props: KeyedProps<T>): JSX.Element {
  const byKey = createMemo(() => new Map((props.each ?? []).map((one) => [props.by(one), one])))
  const keys = createMemo(() => {
    if (typeof document !== 'undefined') keepFocus(document.activeElement)
    return [...byKey().keys()]
  })
  return (
    <For each={keys()}>
      {(key, at) => {
        // While it leaves it is read once more.
        const one = createMemo<T>((last) => byKey().get(key) ?? last, byKey().get(key)!)
        return props.children(one, at)
      }}
    </For>
  )
}

/** A browser takes the focus from what is moved to another place in the page. */
function keepFocus(had: Element | null): void {
  if (!(had instanceof HTMLElement || had instanceof SVGElement) || had === document.body) return
  queueMicrotask(() => {
    if (had.isConnected && document.activeElement === document.body) had.focus({ preventScroll: true })
  })
}
