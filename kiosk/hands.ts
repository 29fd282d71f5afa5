import { createEffect, on, onCleanup, onMount } from 'solid-js'
import { directionOf } from '../contract/language.ts'
import type { Desk } from './desk.ts'
import { hasBack } from './flow.ts'
import { keyAct, moveFocus } from './keys.ts'
import { noReading, readerAfter } from './reader.ts'

/** A second press so soon after the page changed is the same press of an unsteady hand. */
const settleMs = 350

/** Fingers, five keys, any keyboard, and a code reader that types. */
export function listen(desk: Desk, onHelp: () => void, touch: (event: Event) => void): void {
  let changedAt = Number.NEGATIVE_INFINITY
  let reading = noReading
  createEffect(on(desk.page, () => (changedAt = performance.now()), { defer: true }))
  const press = (event: Event) => {
    const byHand = event instanceof MouseEvent && event.detail > 0
    if (byHand && performance.now() - changedAt < settleMs) event.stopPropagation()
  }
  const key = (event: KeyboardEvent) => {
    touch(event)
    const { page, language } = desk.flow()
    const read = readerAfter(reading, event.key, performance.now())
    reading = read.reading
    if (read.scanned && (page.at === 'start' || page.at === 'code') && desk.live.value()?.open) {
      event.preventDefault()
      event.stopPropagation()
      return desk.arrive(read.scanned, true)
    }
    if (page.at === 'code' && /^[a-z0-9]$/i.test(event.key)) return desk.act({ do: 'type', sign: event.key.toUpperCase() })
    if (page.at === 'code' && event.key === 'Backspace') return desk.act({ do: 'erase' })
    const act = keyAct(event.key, directionOf(language) === 'rtl')
    if (act === null) return
    if (act === 'next' || act === 'before') moveFocus(document, act === 'next' ? 1 : -1)
    if (act === 'help') onHelp()
    if (act === 'back' && !document.querySelector('dialog[open]') && hasBack(desk.flow())) desk.act({ do: 'back' })
    if (act !== 'back') event.preventDefault()
  }
  onMount(() => {
    document.addEventListener('click', press, true)
    document.addEventListener('keydown', key, true)
    document.addEventListener('pointerdown', touch, true)
    onCleanup(() => {
      document.removeEventListener('click', press, true)
      document.removeEventListener('keydown', key, true)
      document.removeEventListener('pointerdown', touch, true)
    })
  })
}
