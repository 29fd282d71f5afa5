import { Show } from 'solid-js'
import { Icon } from '../../ui/components/Icon.tsx'

/** What went wrong with what was pressed beside it; nothing while all is well. */
export function Wrong(props: { says: string }) {
  return (
    <Show when={props.says}>
      <span class="wrong" role="alert">
        <Icon name="warn" />
        {props.says}
      </span>
    </Show>
  )
}
