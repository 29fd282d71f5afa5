import { For } from 'solid-js'
import { Field } from '../../ui/components/Field.tsx'
import { useWords as usePlanWords } from '../plan/words.ts'
import { useWords } from '../words.ts'

interface HowLongProps {
  /** Bookings are made for days ahead: days as well as hours. */
  long: boolean
  minutes: number
  onMinutes: (minutes: number) => void
  leastGain: number
  onLeastGain: (minutes: number) => void
}

const lengths = [30, 60, 120]
const dayMinutes = 24 * 60
const longLengths = [dayMinutes, 7 * dayMinutes]
const gains = [5, 10, 15, 20, 30, 45]

export function HowLong(props: HowLongProps) {
  const t = useWords()
  const plan = usePlanWords()
  return (
    <div class="pair">
      <fieldset class="choices">
        <legend>{t().divert.howLong}</legend>
        <For each={props.long ? [...lengths, ...longLengths] : lengths}>
          {(minutes) => (
            <label>
              <input type="radio" name="long" checked={props.minutes === minutes} onChange={() => props.onMinutes(minutes)} />
              {minutes >= dayMinutes
                ? plan().divert.days(minutes / dayMinutes)
                : minutes % 60 === 0
                  ? t().divert.hours(minutes / 60)
                  : t().divert.forMinutes(minutes)}
            </label>
          )}
        </For>
      </fieldset>
      <Field name="gain" label={t().divert.leastGain}>
        {(control) => (
          <select {...control} onChange={(event) => props.onLeastGain(Number(event.currentTarget.value))}>
            <For each={gains}>
              {(minutes) => (
                <option value={minutes} selected={minutes === props.leastGain}>
                  {t().divert.forMinutes(minutes)}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
    </div>
  )
}
