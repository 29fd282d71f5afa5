import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { useWords } from '../words.ts'

/** Where a page is longer than the screen a press shows the rest: nobody has to swipe. */
export function More(props: { of: () => HTMLElement }) {
  const t = useWords()
  const [below, setBelow] = createSignal(false)
  const [above, setAbove] = createSignal(false)
  const look = () => {
    const { scrollTop, scrollHeight, clientHeight } = props.of()
    setBelow(scrollHeight - clientHeight - scrollTop > 8)
    setAbove(scrollTop > 8)
  }
  onMount(() => {
    const page = props.of()
    const sizes = new ResizeObserver(look)
    // Larger letters make what is in the page higher, and the page itself no larger.
    const watch = () => {
      sizes.disconnect()
      for (const one of [page, ...page.children]) sizes.observe(one)
    }
    const parts = new MutationObserver(() => {
      watch()
      look()
    })
    watch()
    parts.observe(page, { childList: true, subtree: true, characterData: true })
    page.addEventListener('scroll', look)
    onCleanup(() => {
      sizes.disconnect()
      parts.disconnect()
      page.removeEventListener('scroll', look)
    })
  })
  const move = (by: 1 | -1) => props.of().scrollBy({ top: by * props.of().clientHeight * 0.8 })
  return (
    <Show when={below() || above()}>
      <div class="more">
        <Button kind="quiet" disabled={!above()} onClick={() => move(-1)}>
          {t().upward}
        </Button>
        <Button kind="quiet" disabled={!below()} onClick={() => move(1)}>
          {t().downward}
        </Button>
      </div>
    </Show>
  )
}
