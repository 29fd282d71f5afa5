import { Show } from 'solid-js'
import { Icon } from '../../ui/components/Icon.tsx'
import type { KioskState } from '../desk.ts'
import { useWords } from '../words.ts'

/** True where something is different today. */
export const hasNotice = (state: KioskState): boolean => !state.connected || (state.printer !== 'ok' && state.printer !== 'low')

/** What is different today, said calmly: the connection is gone, no paper comes out, or both. */
export function Notice(props: { state: KioskState }) {
  const t = useWords()
  const paper = () => {
    if (props.state.printer === 'paper-out') return t().noPaper
    return props.state.printer === 'cover-open' || props.state.printer === 'no-printer' ? t().noPrinterNow : ''
  }
  const words = () => [props.state.connected ? '' : t().cutOff, paper()].filter(Boolean).join(' ')
  return (
    <div role="status">
      <Show when={words()}>
        <p class="notice">
          <Icon name={props.state.connected ? 'printer' : 'noConnection'} />
          <span>{words()}</span>
        </p>
      </Show>
    </div>
  )
}
