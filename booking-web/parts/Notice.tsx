import type { ParentProps } from 'solid-js'
import { Icon } from '../../ui/components/Icon.tsx'

/** What somebody should know before all else. */
export function Notice(props: ParentProps & { kind: 'good' | 'warn' }) {
  return (
    <div class={`notice ${props.kind}`} role="status">
      <Icon name={props.kind === 'good' ? 'check' : 'warn'} />
      <div class="stack">{props.children}</div>
    </div>
  )
}
