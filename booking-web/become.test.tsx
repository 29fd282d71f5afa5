import { afterEach, expect, test } from 'vitest'
import { becomeWithin } from './become.ts'

afterEach(() => document.body.replaceChildren())

const page = (html: string): Element => new DOMParser().parseFromString(`<main>${html}</main>`, 'text/html').querySelector('main')!
const waiting = (ahead: number, more = '') =>
  page(
    `<div class="turn waiting"><h1>A 042</h1><p>${ahead} ahead</p>${more}</div><details><summary>How</summary></details><a href="?seen=${ahead}">Again</a>`,
  )

test('what follows a ticket is drawn anew around what has the focus and what is folded open', () => {
  const room = document.body.appendChild(waiting(3))
  const link = room.querySelector('a')!
  const folded = room.querySelector('details')!
  folded.setAttribute('open', '')
  link.focus()
  const next = waiting(2, '<p>about 10 minutes</p>')
  const html = next.innerHTML
  becomeWithin(room, next)
  expect(room.innerHTML.replace(' open=""', '')).toBe(html)
  expect(document.activeElement).toBe(link)
  expect(room.querySelector('a')).toBe(link)
  expect(folded.hasAttribute('open')).toBe(true)
})

test('a part that goes, and one that comes, leave those before and after it where they are', () => {
  const room = document.body.appendChild(page('<p>Town hall</p><div>A 042</div><p>Sit down</p><p>10:42</p><a href="?">Again</a><p>Cut</p>'))
  const link = room.querySelector('a')!
  link.focus()
  for (const part of ['', '<p>Sit down</p>', '<p>Go</p><section>3</section>']) {
    const next = page(`<p>Town hall</p><div>A 042</div>${part}<p>10:43</p><a href="?">Again</a><p>Cut</p>`)
    const html = next.innerHTML
    becomeWithin(room, next)
    expect(room.innerHTML).toBe(html)
    expect(room.querySelector('a')).toBe(link)
    expect(document.activeElement).toBe(link)
  }
})

test('what is something else takes the place of what was there, and what is no more leaves', () => {
  const room = document.body.appendChild(waiting(1, '<p hidden id="cut">no connection</p>'))
  const next = page('<div class="turn called"><h1>A 042</h1><section><b>3</b></section></div><p>Go</p>')
  const html = next.innerHTML
  becomeWithin(room, next)
  expect(room.innerHTML).toBe(html)
})
