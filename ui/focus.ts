import { onMount } from 'solid-js'

/** A `ref` that takes the focus as soon as it is shown: who works by keyboard, or listens, is where the page has gone. Headings can take it too. */
export function takeFocus(element: HTMLElement): void {
  if (!element.matches('a, button, input, select')) element.tabIndex = -1
  onMount(() => element.focus())
}
