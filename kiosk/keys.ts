const pressable = 'button:not(:disabled), a[href], input:not(:disabled)'

/** Where the focus goes on an arrow key: along what can be pressed, round at the end. In an open dialog only within it. */
export function moveFocus(root: ParentNode, by: 1 | -1): void {
  const dialog = root.querySelector('dialog[open]')
  const all = [...(dialog ?? root).querySelectorAll<HTMLElement>(pressable)].filter((one) => one.closest('[hidden], [inert]') === null)
  if (all.length === 0) return
  const at = all.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? (by === 1 ? 0 : all.length - 1) : (at + by + all.length) % all.length
  all[next]?.focus()
  all[next]?.scrollIntoView?.({ block: 'nearest' })
}

export type KeyAct = 'next' | 'before' | 'back' | 'help' | null

/** What a key of the five-key pad, or of any keyboard, does. Enter and the space bar press what has the focus by themselves. */
export function keyAct(key: string, rightToLeft: boolean): KeyAct {
  if (key === 'ArrowDown') return 'next'
  if (key === 'ArrowUp') return 'before'
  if (key === 'ArrowRight') return rightToLeft ? 'before' : 'next'
  if (key === 'ArrowLeft') return rightToLeft ? 'next' : 'before'
  if (key === 'Escape' || key === 'BrowserBack') return 'back'
  return key === 'F1' || key === 'Help' ? 'help' : null
}
