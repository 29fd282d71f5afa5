import { For, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import type { Desk } from '../desk.ts'
import { codeLength } from '../flow.ts'
import { useWords } from '../words.ts'

/** The signs of a reference, in the order of a keyboard of their own. */
const rows = ['23456', '789CD', 'FGHJK', 'MNPQR', 'TVWXY']

/** The code of an appointment, by keys large enough for every finger; a reader may send it at any moment. */
export function Code(props: { desk: Desk }) {
  const t = useWords()
  const code = () => props.desk.flow().code
  const isWhole = () => code().length === codeLength
  return (
    <>
      <h1 tabindex="-1">{t().code}</h1>
      <p class="lead">{t().codeHint}</p>
      <output class="code" dir="ltr" aria-label={t().typed(code())}>
        <For each={Array.from({ length: codeLength }, (_, n) => n)}>
          {(n) => (
            <span class="sign number" classList={{ next: n === code().length }}>
              {code()[n] ?? ''}
            </span>
          )}
        </For>
      </output>
      <div role="alert">
        <Show when={props.desk.flow().wrongCode}>
          <p class="wrong">
            <Icon name="warn" />
            {t().codeWrong}
          </p>
        </Show>
      </div>
      <div class="keypad" dir="ltr" lang="en">
        <For each={rows.flatMap((row) => [...row])}>
          {(sign) => (
            <Button kind="quiet" class="key number" disabled={isWhole()} onClick={() => props.desk.act({ do: 'type', sign })}>
              {sign}
            </Button>
          )}
        </For>
      </div>
      <div class="acts two">
        <Button kind="quiet" disabled={code() === ''} onClick={() => props.desk.act({ do: 'erase' })}>
          {t().erase}
        </Button>
        <Button disabled={!isWhole()} onClick={() => props.desk.arrive(code(), false)}>
          {t().onward}
        </Button>
      </div>
    </>
  )
}
