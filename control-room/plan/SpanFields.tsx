import { Show } from 'solid-js'
import { faultOfSpan, type WallSpan } from '../../domain/openings.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { useWords } from './words.ts'

interface SpanFieldsProps {
  id: string
  /** What it is of, for who does not see where it stands. */
  of: string
  span: WallSpan
  onChange: (span: WallSpan) => void
  onRemove?: () => void
}

// A field for times knows no 24:00: there the end of a day is 00:00.
const shown = (time: string) => (time === '24:00' ? '00:00' : time)

/** From and until, as two fields for times. */
export function SpanFields(props: SpanFieldsProps) {
  const t = useWords()
  const wrong = () => faultOfSpan(props.span) !== null
  const field = (name: 'from' | 'until') => (
    <input
      type="time"
      step="300"
      required
      aria-label={`${props.of}: ${t()[name]}`}
      aria-invalid={wrong() ? 'true' : undefined}
      aria-describedby={wrong() ? `${props.id}-wrong` : undefined}
      value={shown(props.span[name])}
      onChange={(event) => {
        const { value } = event.currentTarget
        props.onChange({ ...props.span, [name]: name === 'until' && value === '00:00' ? '24:00' : value })
      }}
    />
  )
  return (
    <span class="times" dir="ltr">
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
        <span class="fault" id={`${props.id}-wrong`} dir="auto">
          <Icon name="warn" />
          {t().wrongOrder}
        </span>
      </Show>
    </span>
  )
}
