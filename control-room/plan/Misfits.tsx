import { createSignal, For, Show } from 'solid-js'
import { type Asker, ask } from '../../contract/ask.ts'
import { leaveMisfit, type listMisfits } from '../../contract/plan.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { showReference } from '../../domain/reference.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import { CancelOne } from './CancelOne.tsx'
import type { SavedPlan } from './draft.ts'
import { Facts, type Misfit } from './Facts.tsx'
import { MoveOne } from './MoveOne.tsx'
import { useWords } from './words.ts'

interface MisfitsProps {
  asker: Asker
  pointId: string
  services: SavedPlan['services']
  list: ResultOf<typeof listMisfits> | undefined
  onWorked: (sentence: string) => void
}

/** Appointments that the plan no longer has time for, one after another: move, cancel with a message, or leave as it is. */
export function Misfits(props: MisfitsProps) {
  const t = useWords()
  const language = useLanguage()
  const [moving, setMoving] = createSignal<Misfit>()
  const [cancelling, setCancelling] = createSignal<Misfit>()
  const [wrong, setWrong] = createSignal('')
  const leave = async (misfit: Misfit, left: boolean) => {
    setWrong('')
    try {
      await ask(props.asker, leaveMisfit, { point: props.pointId, appointment: misfit.appointmentId, leave: left })
      const reference = showReference(misfit.reference)
      props.onWorked(left ? t().misfits.leftAs(reference) : t().misfits.returned(reference))
    } catch (error) {
      const { code, details } = error instanceof Problem ? error : new Problem('unexpected')
      setWrong(problemSentence(language(), code, details))
    }
  }
  const act = (misfit: Misfit, words: string, run: () => void, kind: 'main' | 'quiet' | 'plain' = 'quiet') => (
    <Button kind={kind} aria-label={t().misfits.of(words, showReference(misfit.reference))} onClick={run}>
      {words}
    </Button>
  )
  return (
    <section class="card misfits" id="plan-misfits" tabindex="-1" aria-labelledby="plan-misfits-heading">
      <h2 id="plan-misfits-heading">{t().misfits.heading}</h2>
      <Show when={wrong()}>
        <p class="fault" role="alert">
          <Icon name="warn" />
          {wrong()}
        </p>
      </Show>
      <Show when={props.list?.misfits.length} fallback={<p class="soft">{t().misfits.none}</p>}>
        <ul class="plain work">
          <For each={props.list?.misfits}>
            {(misfit) => (
              <li>
                <Facts misfit={misfit} services={props.services} />
                <span class="row">
                  {act(misfit, t().misfits.move, () => setMoving(misfit))}
                  {act(misfit, t().misfits.cancel, () => setCancelling(misfit))}
                  {act(misfit, t().misfits.leave, () => void leave(misfit, true), 'plain')}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.list?.left.length}>
        <h3>{t().misfits.left}</h3>
        <ul class="plain work">
          <For each={props.list?.left}>
            {(misfit) => (
              <li>
                <Facts misfit={misfit} services={props.services} />
                <span class="row">{act(misfit, t().misfits.back, () => void leave(misfit, false), 'plain')}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={moving()} keyed>
        {(misfit) => <MoveOne {...props} misfit={misfit} onClose={() => setMoving(undefined)} />}
      </Show>
      <Show when={cancelling()} keyed>
        {(misfit) => <CancelOne {...props} misfit={misfit} onClose={() => setCancelling(undefined)} />}
      </Show>
    </section>
  )
}
