import { For, Show } from 'solid-js'
import { newKey } from '../../contract/uuid.ts'
import { channels } from '../../domain/ids.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import { Named } from '../parts/Named.tsx'
import { weekdayName } from './days.ts'
import { type SavedPlan, type ShiftRow, weekdays } from './draft.ts'
import { SpanFields } from './SpanFields.tsx'
import { useWords } from './words.ts'

interface ShiftFormProps {
  shift: ShiftRow
  services: SavedPlan['services']
  /** The field that does not do. */
  fault: string | undefined
  onChange: (changed: Partial<ShiftRow>) => void
  onAnother: (shift: ShiftRow) => void
  onRemove: () => void
}

const kinds = ['counter', 'overbooking', 'seats'] as const
const turned = <T,>(list: readonly T[], one: T, on: boolean): T[] => [...list.filter((other) => other !== one), ...(on ? [one] : [])]

/** One shift in fields. */
export function ShiftForm(props: ShiftFormProps) {
  const t = useWords()
  const span = () => t().span(props.shift.from, props.shift.until)
  const wrong = () => {
    const sentences: Record<string, string> = t().shifts.wrong
    return props.fault === undefined ? undefined : (sentences[props.fault] ?? t().wrongOrder)
  }
  return (
    <section class="shift-form" id="plan-shift" tabindex="-1" aria-labelledby="plan-shift-heading">
      <h3 id="plan-shift-heading">{t().shifts.edit(span())}</h3>
      <Show when={wrong()}>
        <p class="fault" role="alert">
          <Icon name="warn" />
          {wrong()}
        </p>
      </Show>
      <SpanFields
        id={`shift-${props.shift.id}`}
        of={t().shifts.edit(span())}
        span={props.shift}
        onChange={({ from, until }) => props.onChange({ from, until })}
      />
      <OnDays {...props} />
      <div class="pair">
        <label>
          <span>{t().shifts.firstDay}</span>
          <input type="date" value={props.shift.firstDay} onChange={(event) => props.onChange({ firstDay: event.currentTarget.value })} />
        </label>
        <label>
          <span>{t().shifts.lastDay}</span>
          <input
            type="date"
            aria-describedby="plan-no-end"
            value={props.shift.lastDay ?? ''}
            onChange={(event) => props.onChange({ lastDay: event.currentTarget.value || null })}
          />
          <span class="soft" id="plan-no-end">
            {t().shifts.noEnd}
          </span>
        </label>
      </div>
      <ForServices {...props} />
      <HowBooked {...props} />
      <div class="row">
        <Button kind="quiet" onClick={() => props.onAnother(props.shift)}>
          {t().shifts.another}
        </Button>
        <Button kind="plain" aria-label={t().removeOf(t().shifts.edit(span()))} onClick={() => props.onRemove()}>
          {t().remove}
        </Button>
      </div>
    </section>
  )
}

function OnDays(props: ShiftFormProps) {
  const t = useWords()
  const language = useLanguage()
  return (
    <fieldset class="choices ticks">
      <legend>{t().shifts.days}</legend>
      <For each={weekdays}>
        {(day) => (
          <label>
            <input
              type="checkbox"
              checked={props.shift.weekdays.includes(day)}
              onChange={(event) => props.onChange({ weekdays: turned(props.shift.weekdays, day, event.currentTarget.checked).sort() })}
            />
            {weekdayName(language(), day)}
          </label>
        )}
      </For>
    </fieldset>
  )
}

function ForServices(props: ShiftFormProps) {
  const t = useWords()
  return (
    <fieldset class="choices">
      <legend>{t().shifts.services}</legend>
      <div class="row">
        <Button kind="plain" onClick={() => props.onChange({ services: props.services.map((s) => s.id) })}>
          {t().shifts.allServices}
        </Button>
        <Button kind="plain" onClick={() => props.onChange({ services: [] })}>
          {t().shifts.noServices}
        </Button>
      </div>
      <div class="ticks">
        <For each={props.services}>
          {(service) => (
            <label>
              <input
                type="checkbox"
                checked={props.shift.services.includes(service.id)}
                onChange={(event) => props.onChange({ services: turned(props.shift.services, service.id, event.currentTarget.checked) })}
              />
              <Named names={service.names} id={service.id} />
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}

function HowBooked(props: ShiftFormProps) {
  const t = useWords()
  // What was taken of a sitting is counted by people: from then on it is a shift of its own.
  const turn = (kind: ShiftRow['kind']) =>
    props.onChange({
      kind,
      seats: kind === 'seats' ? Math.max(1, props.shift.seats) : 0,
      ...((kind === 'seats') === (props.shift.kind === 'seats') ? {} : { id: newKey() }),
    })
  return (
    <div class="pair">
      <label>
        <span>{t().shifts.kind}</span>
        <select onChange={(event) => turn(kinds.find((kind) => kind === event.currentTarget.value)!)}>
          <For each={kinds}>
            {(kind) => (
              <option value={kind} selected={props.shift.kind === kind}>
                {t().shifts.kinds[kind]}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={props.shift.kind === 'seats'}>
        <label>
          <span>{t().shifts.seats}</span>
          <input
            type="number"
            min="1"
            max="999"
            value={props.shift.seats}
            onChange={(event) => props.onChange({ seats: Math.round(Number(event.currentTarget.value)) })}
          />
        </label>
      </Show>
      <fieldset class="choices">
        <legend>{t().shifts.channels}</legend>
        <label>
          <input
            type="radio"
            name="plan-channels"
            checked={props.shift.channels.length === 0}
            onChange={() => props.onChange({ channels: [] })}
          />
          {t().shifts.everybody}
        </label>
        <label>
          <input
            type="radio"
            name="plan-channels"
            checked={props.shift.channels.length > 0}
            onChange={() => props.onChange({ channels: ['desk'] })}
          />
          {t().shifts.some}
        </label>
        <Show when={props.shift.channels.length > 0}>
          <div class="ticks">
            <For each={channels}>
              {(channel) => (
                <label>
                  <input
                    type="checkbox"
                    checked={props.shift.channels.includes(channel)}
                    onChange={(event) => props.onChange({ channels: turned(props.shift.channels, channel, event.currentTarget.checked) })}
                  />
                  {t().shifts.channel[channel]}
                </label>
              )}
            </For>
          </div>
        </Show>
      </fieldset>
    </div>
  )
}
