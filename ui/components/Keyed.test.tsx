import { createSignal } from 'solid-js'
import { render } from 'solid-js/web'
import { afterEach, expect, test } from 'vitest'
import { Keyed } from './Keyed.tsx'

let dispose = () => {}
afterEach(() => {
  dispose()
  document.body.replaceChildren()
})

const named = (...ids: string[]) => ids.map((id) => ({ id, says: id }))

function shown(first: ReturnType<typeof named> | undefined) {
  const [list, push] = createSignal(first)
  dispose = render(
    () => (
      <Keyed each={list()} by={({ id }) => id}>
        {(one, at) => (
          <button type="button" id={one().id}>
            {at()} {one().says}
          </button>
        )}
      </Keyed>
    ),
    document.body,
  )
  const says = () => [...document.body.querySelectorAll('button')].map(({ textContent }) => textContent)
  return { push, says, button: (id: string) => document.getElementById(id) as HTMLButtonElement }
}

test('what comes again under the same key is the same part of the page, keeps the focus and says what is new', () => {
  const { push, says, button } = shown(named('a', 'b'))
  const had = button('b')
  had.focus()
  push([
    { id: 'a', says: 'one' },
    { id: 'b', says: 'two' },
  ])
  expect(says()).toEqual(['0 one', '1 two'])
  expect(button('b')).toBe(had)
  expect(document.activeElement).toBe(had)
})

test('what moves takes the focus along', async () => {
  const { push, says, button } = shown(named('a', 'b', 'c', 'd'))
  const had = button('c')
  had.focus()
  push(named('c', 'b', 'd', 'a', 'e'))
  await Promise.resolve()
  expect(says()).toEqual(['0 c', '1 b', '2 d', '3 a', '4 e'])
  expect(button('c')).toBe(had)
  expect(document.activeElement).toBe(had)
})

test('what leaves is gone, and what comes instead is new', () => {
  const { push, says, button } = shown(named('a', 'b'))
  const had = button('a')
  push(named('b', 'a2'))
  expect(says()).toEqual(['0 b', '1 a2'])
  expect(had.isConnected).toBe(false)
  push(undefined)
  expect(says()).toEqual([])
})
