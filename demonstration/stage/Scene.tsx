import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { useWords } from './words.ts'

interface SceneProps {
  kind: 'kiosk' | 'paper' | 'display' | 'counter' | 'phone'
  name: string
  say: string
  /** The screen's own size, in pixels. */
  size: readonly [width: number, height: number]
  /** Null while there is nothing to show. */
  address: string | null
  /** Where it opens at full size. */
  full: string | null
}

/** A real screen, drawn at its own size and then made smaller: it can be pressed as it is. */
export function Scene(props: SceneProps) {
  const t = useWords()
  const [scale, setScale] = createSignal(0.3)
  let room!: HTMLDivElement
  onMount(() => {
    const observer = new ResizeObserver(() => setScale(room.clientWidth / props.size[0]))
    observer.observe(room)
    onCleanup(() => observer.disconnect())
  })
  return (
    <section class={`scene ${props.kind}`} aria-label={props.name}>
      <div class="caption">
        <h2>{props.name}</h2>
        <Show when={props.full}>
          {(address) => (
            <a href={address()} target="_blank" rel="noopener">
              {t().full}
              <span class="unseen"> {props.name}</span>
            </a>
          )}
        </Show>
        <p>{props.say}</p>
      </div>
      <div class="screen" ref={room} style={{ 'aspect-ratio': `${props.size[0]} / ${props.size[1]}` }}>
        <Show when={props.address}>
          {(address) => (
            <iframe
              title={props.name}
              src={address()}
              style={{ width: `${props.size[0]}px`, height: `${props.size[1]}px`, transform: `scale(${scale()})` }}
            />
          )}
        </Show>
      </div>
    </section>
  )
}
