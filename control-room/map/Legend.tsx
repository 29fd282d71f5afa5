import { For } from 'solid-js'
import { stateShapes } from '../../ui/components/Tag.tsx'
import { type HallState, hallStates } from '../hall-state.ts'
import { kindOf } from '../parts/StateTag.tsx'
import { closedShape } from './Mark.tsx'
import { useWords } from './words.ts'

/** What shapes, sizes and rings mean. */
export function Legend(props: { words: Record<HallState, string> }) {
  const t = useWords()
  return (
    <div class="legend">
      <ul>
        <For each={hallStates}>
          {(state) => (
            <li>
              <svg viewBox="-1 -1 12 12" class={`mark ${state}`} aria-hidden="true">
                <path d={stateShapes[kindOf[state]] ?? closedShape} />
              </svg>
              {props.words[state]}
            </li>
          )}
        </For>
      </ul>
      <details>
        <summary>{t().legend}</summary>
        <p>
          {t().size} {t().ring}
        </p>
      </details>
    </div>
  )
}
