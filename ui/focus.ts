import { onMount } from 'solid-js'

/** Takes the focus to a part, unless the reader is elsewhere: a screen in a frame takes it from no other. */
export function focusOn(element: HTMLElement): void {
  if (document.hasFocus()) element.focus()
}

/** A `ref` that takes the focus as soon as it is shown: who works by keyboard, or listens, is where the page has gone. Headings can take it too. */
export function takeFocus(element: HTMLElement): void {
  if (!element.matches('a, button, input, select')) element.tabIndex = -1
  onMount(() => focusOn(element))
}
