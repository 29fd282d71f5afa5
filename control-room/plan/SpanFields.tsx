import { Show } from 'solid-js'
import { faultOfSpan, type WallSpan } from '../../domain/openings.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { timeOf } from './draft.ts'
import { useWords } from './words.ts'

interface SpanFieldsProps {
  id: string
  /** What it is of, for who does not see where it stands. */
  of: string
  span: WallSpan
  onChange: (span: WallSpan) => void
  onRemove?: () => void
}

/** From and until, in fields that show 24 hours whatever the browser speaks, and take `9`, `930` and `9.30` for what they are. */
export function SpanFields(props: SpanFieldsProps) {
  const t = useWords()
  const wrong = () => faultOfSpan(props.span) !== null
  const field = (name: 'from' | 'until') => (
    <input
      type="text"
      inputmode="numeric"
      class="time"
      size="5"
      maxlength="5"
      autocomplete="off"
      aria-label={`${props.of}: ${t()[name]}`}
      aria-invalid={wrong() ? 'true' : undefined}
      aria-describedby={wrong() ? `${props.id}-wrong` : undefined}
      value={props.span[name]}
      onChange={(event) => {
        const time = timeOf(event.currentTarget.value)
        event.currentTarget.value = time
        props.onChange({ ...props.span, [name]: time })
      }}
    />
  )
  return (
    <span class="times">
      {field('from')}
      <span aria-hidden="true">–</span>
      {field('until')}
      <Show when={props.onRemove}>
        {(remove) => (
          <Button
            kind="plain"
            class="shut"
            aria-label={t().removeOf(`${props.of}, ${t().span(props.span.from, props.span.until)}`)}
            onClick={() => remove()()}
          >
            <Icon name="close" />
          </Button>
        )}
      </Show>
      <Show when={wrong()}>
        <span class="fault" id={`${props.id}-wrong`}>
          <Icon name="warn" />
          {t().wrongOrder}
        </span>
      </Show>
    </span>
  )
}
