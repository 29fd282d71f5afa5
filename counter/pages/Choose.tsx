import { createEffect, createResource, createSignal, For, Show } from 'solid-js'
import { type Asker, ask } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { hallList } from '../../contract/tickets.ts'
import { Button } from '../../ui/components/Button.tsx'
import { CloseCounter } from '../../ui/components/CloseCounter.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { Loading } from '../../ui/components/Loading.tsx'
import type { Me } from '../../ui/entry.ts'
import { takeFocus } from '../../ui/focus.ts'
import { useLanguage } from '../../ui/texts.tsx'
import type { Place } from '../place.ts'
import type { Counter } from '../possible.ts'
import { useWords } from '../words.ts'

interface ChooseProps {
  asker: Asker
  points: Me['points']
  onChosen: (place: Place) => void
  onLeave: () => void
}

/** Point and counter; where there is only one of either, nothing is asked. */
export function Choose(props: ChooseProps) {
  const t = useWords()
  const language = useLanguage()
  const [pointId, setPointId] = createSignal(props.points[0]?.id)
  const [closing, setClosing] = createSignal<number>()
  const read = (point: string) =>
    ask(props.asker, hallList, { point }).catch((error) => (error instanceof Problem ? error : new Problem('unexpected')))
  const [hall, { mutate }] = createResource(pointId, read)
  const again = async () => {
    const point = pointId()!
    const found = await read(point)
    if (point === pointId()) mutate(found)
  }
  const known = () => {
    const found = hall()
    return found instanceof Problem ? undefined : found
  }
  const list = () => known()?.counters ?? []
  const problem = () => {
    const found = hall()
    return found instanceof Problem ? found : undefined
  }
  const choose = (counterId: number) => props.onChosen({ pointId: pointId()!, counterId })
  createEffect(() => {
    const [only, second] = list()
    if (props.points.length === 1 && only && !second) choose(only.id)
  })
  const kindOf = ({ mine, takenBy }: Counter) => (mine ? 'main' : takenBy ? 'plain' : 'quiet')
  const isOff = ({ taken, takenBy }: Counter) => taken && !takenBy
  const press = ({ id, takenBy }: Counter) => {
    if (takenBy) setClosing(id)
    else choose(id)
  }
  const stateOf = (counter: Counter) => (counter.mine ? t().choose.mine : counter.taken ? t().choose.taken : t().choose.free)
  return (
    <main class="small">
      <div class="card">
        <h1 ref={takeFocus}>{t().choose.title}</h1>
        <Show when={props.points.length === 0}>
          <p>{t().choose.nowhere}</p>
        </Show>
        <Show when={props.points.length > 1}>
          <Field name="point" label={t().choose.point}>
            {(control) => (
              <select {...control} value={pointId()} onChange={(event) => setPointId(event.currentTarget.value)}>
                <For each={props.points}>{(point) => <option value={point.id}>{point.name}</option>}</For>
              </select>
            )}
          </Field>
        </Show>
        <Show when={props.points.length === 1}>
          <p class="soft">{props.points[0]?.name}</p>
        </Show>
        <Show when={problem()}>{(found) => <p role="alert">{problemSentence(language(), found().code, found().details)}</p>}</Show>
        <Show when={!hall.loading} fallback={<Loading />}>
          <ul class="counters">
            <Keyed each={list()} by={({ id }) => id}>
              {(counter) => (
                <li>
                  <Button
                    kind={kindOf(counter())}
                    wide
                    off={isOff(counter())}
                    aria-haspopup={counter().takenBy ? 'dialog' : undefined}
                    onClick={() => press(counter())}
                  >
                    <b>{t().counter(counter().id)}</b> <small>{stateOf(counter())}</small>
                  </Button>
                </li>
              )}
            </Keyed>
          </ul>
        </Show>
        <Button kind="plain" onClick={() => props.onLeave()}>
          {t().more.out}
        </Button>
        <Show when={list().find(({ id }) => id === closing())}>
          {(counter) => (
            <CloseCounter
              asker={props.asker}
              pointId={pointId()!}
              zone={known()!.point.zone}
              counter={counter()}
              onMoved={() => void again()}
              onEnd={() => setClosing(undefined)}
            />
          )}
        </Show>
      </div>
    </main>
  )
}
