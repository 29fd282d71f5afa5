import { createEffect, createSignal, on, onCleanup, onMount } from 'solid-js'
import type { Desk } from './desk.ts'
import { isFresh } from './flow.ts'
import { type Idleness, idleness } from './idle.ts'

/** Watches whether somebody is there, and begins anew when nobody is. */
export function createIdleness(desk: Desk, onOver: () => void) {
  const [touchedAt, setTouchedAt] = createSignal(performance.now())
  const [idle, setIdle] = createSignal<Idleness>({ kind: 'here' })
  const stay = () => {
    setTouchedAt(performance.now())
    setIdle({ kind: 'here' })
  }
  const look = () => {
    const { page } = desk.flow()
    if (isFresh(desk.flow(), desk.first()) || page.at === 'busy') return stay()
    const onPaper = page.at === 'ticket' && desk.live.value()?.ticket?.print === 'printed'
    const next = idleness(performance.now() - touchedAt(), onPaper)
    setIdle(next)
    if (next.kind !== 'over') return
    onOver()
    desk.over()
    stay()
  }
  createEffect(on(desk.page, stay))
  onMount(() => {
    const timer = setInterval(look, 500)
    onCleanup(() => clearInterval(timer))
  })
  /** Somebody is there, unless they are just answering whether they are. */
  const touch = (event: Event) => {
    const inDialog = event instanceof KeyboardEvent || (event.target as Element | null)?.closest?.('dialog')
    if (idle().kind !== 'warn' || !inDialog) stay()
  }
  return { idle, stay, touch }
}
