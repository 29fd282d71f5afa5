import { type Accessor, createEffect, createMemo, on, untrack } from 'solid-js'
import type { Language } from '../contract/language.ts'
import { type Filter, type Order, ordered } from './order.ts'
import type { Halls } from './tiles.ts'

interface Given {
  halls: Halls
  order: Accessor<Order>
  filter: Accessor<Filter>
  language: Accessor<Language>
  /** Whether somebody goes through the rows by keyboard. */
  isBusy: () => boolean
}

/** The halls that fit, in order. They change places every ten seconds at most, and not under the fingers of who goes through them by keyboard. */
export function createShown({ halls, order, filter, language, isBusy }: Given): Accessor<readonly string[]> {
  let waited = false
  const shown = createMemo<readonly string[]>((before) => {
    const given = { order: order(), filter: filter(), now: halls.now(), language: language() }
    halls.ids()
    const busy = waited && before.length > 0 && isBusy()
    waited = false
    return busy ? before : untrack(() => ordered(halls.all(), given))
  }, [])
  createEffect(on(halls.now, () => (waited = true), { defer: true }))
  return shown
}
