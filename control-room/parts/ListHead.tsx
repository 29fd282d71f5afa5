import { Show } from 'solid-js'
import { useWords } from '../words.ts'

/** The heading of the table, and how many halls it shows. */
export function ListHead(props: { shown: number; all: number; toCome: number }) {
  const t = useWords()
  return (
    <div class="list-head">
      <h2 id="halls" tabindex="-1">
        {t().halls}
      </h2>
      <span class="soft" role="status">
        {t().count(props.shown, props.all)} <Show when={props.toCome > 0}>{t().toCome(props.toCome)}</Show>
      </span>
    </div>
  )
}
