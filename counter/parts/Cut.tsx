import { Show } from 'solid-js'
import { Icon } from '../../ui/components/Icon.tsx'
import { useFormat } from '../../ui/texts.tsx'
import { useDesk } from '../desk.ts'
import { useWords } from '../words.ts'

/** Why nothing can be pressed: the connection is gone. */
export function Cut() {
  const t = useWords()
  const format = useFormat()
  const desk = useDesk()
  return (
    <div role="status">
      <Show when={desk.lostAt()}>
        {(at) => (
          <p class="cut">
            <Icon name="noConnection" />
            <span>{t().cut(format().time(at()))}</span>
          </p>
        )}
      </Show>
    </div>
  )
}
