import { Show } from 'solid-js'
import type { WaitRange } from '../../domain/hall.ts'
import { isLongest } from '../../domain/wait-range.ts'
import type { HallState } from '../hall-state.ts'
import { useWords } from '../words.ts'

interface ComingWaitProps {
  wait: WaitRange | null
  limit: number
  state: HallState
}

/** The limit stands at two fifths of the line, so that twice the limit still fits. */
const limitAt = 40

/** The wait of who comes now, as a bar against the limit of the hall, and in figures. */
export function ComingWait(props: ComingWaitProps) {
  const t = useWords()
  const at = (minutes: number) => Math.min(100, (minutes / props.limit) * limitAt)
  return (
    <Show when={props.wait}>
      {(wait) => (
        <span class="coming">
          <span class="axis" aria-hidden="true">
            <i style={{ 'inset-inline-start': `${limitAt}%` }} />
            <u
              class={props.state}
              style={{
                'inset-inline-start': `${Math.min(94, at(wait().fromMinutes))}%`,
                'inset-inline-end': `${100 - Math.max(6, at(wait().untilMinutes))}%`,
              }}
            />
          </span>
          <Show when={!isLongest(wait())} fallback={t().moreThanTwoHours}>
            <span class="range">
              <WaitFigures wait={wait()} />
            </span>
          </Show>
        </span>
      )}
    </Show>
  )
}

/** `10–20 min`: a range stays left to right, as a clock does. */
export function WaitFigures(props: { wait: WaitRange }) {
  const t = useWords()
  return <>{t().minutes(`\u2066${props.wait.fromMinutes}–${props.wait.untilMinutes}\u2069`)}</>
}
