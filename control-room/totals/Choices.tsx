import { createSignal, For, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { lengthOf, periods, plusDays } from './periods.ts'
import { type Asked, type RowsBy, rowsBy } from './route.ts'
import { useWords } from './words.ts'

interface ChoicesProps {
  asked: Asked
  by: RowsBy
  today: string | undefined
  onChange: (change: Partial<Asked>) => void
}

const daysMax = 400

/** Which days, and by what. */
export function Choices(props: ChoicesProps) {
  const t = useWords()
  const period = () => props.asked.period ?? 'today'
  return (
    <div class="report-choices">
      <fieldset class="picks">
        <legend>{t().which}</legend>
        <For each={periods}>
          {(each) => (
            <label>
              <input type="radio" name="period" checked={period() === each} onChange={() => props.onChange({ period: each })} />
              <span>{t().period[each]}</span>
            </label>
          )}
        </For>
      </fieldset>
      <fieldset class="picks">
        <legend>{t().by}</legend>
        <For each={rowsBy}>
          {(each) => (
            <label>
              <input type="radio" name="by" checked={props.by === each} onChange={() => props.onChange({ by: each })} />
              <span>{t().byOne[each]}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={period() === 'own'}>
        <OwnDays {...props} />
      </Show>
    </div>
  )
}

/** People name the last day; an address says the day after it. */
function OwnDays(props: ChoicesProps) {
  const t = useWords()
  const [first, setFirst] = createSignal(props.asked.from ?? '')
  const [last, setLast] = createSignal(props.asked.until ? plusDays(props.asked.until, -1) : '')
  const [wrong, setWrong] = createSignal(false)
  const show = (event: SubmitEvent) => {
    event.preventDefault()
    const until = last() && plusDays(last(), 1)
    const length = first() && until ? lengthOf({ from: first(), until }) : 0
    setWrong(length < 1 || length > daysMax)
    if (!wrong()) props.onChange({ period: 'own', from: first(), until })
  }
  return (
    <form class="own-days" onSubmit={show} novalidate>
      <div class="field">
        <label for="own-from">{t().from}</label>
        <input id="own-from" type="date" max={props.today} value={first()} onInput={(event) => setFirst(event.currentTarget.value)} />
      </div>
      <div class="field">
        <label for="own-until">{t().until}</label>
        <input
          id="own-until"
          type="date"
          max={props.today}
          value={last()}
          aria-invalid={wrong() ? 'true' : undefined}
          aria-describedby={wrong() ? 'own-wrong' : undefined}
          onInput={(event) => setLast(event.currentTarget.value)}
        />
      </div>
      <Button kind="quiet" type="submit">
        {t().show}
      </Button>
      <Show when={wrong()}>
        <p class="wrong" id="own-wrong" role="alert">
          {t().wrongDays}
        </p>
      </Show>
    </form>
  )
}
