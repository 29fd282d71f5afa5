import { createResource, createSignal, For, Show } from 'solid-js'
import { type Asker, ask } from '../../contract/ask.ts'
import { moveAtDesk, otherTimes } from '../../contract/plan.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { newKey } from '../../contract/uuid.ts'
import { showReference } from '../../domain/reference.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { ErrorSummary } from '../../ui/components/ErrorSummary.tsx'
import { Loading } from '../../ui/components/Loading.tsx'
import { useFormat, useLanguage, useTexts } from '../../ui/texts.tsx'
import type { Misfit } from './Facts.tsx'
import { useWords } from './words.ts'

interface MoveOneProps {
  asker: Asker
  pointId: string
  misfit: Misfit
  onClose: () => void
  onWorked: (sentence: string) => void
}

type Time = ResultOf<typeof otherTimes>['times'][number]

/** The next best times for one appointment, here and at near points. */
export function MoveOne(props: MoveOneProps) {
  const t = useWords()
  const format = useFormat()
  const language = useLanguage()
  const [found, { refetch }] = createResource(() =>
    ask(props.asker, otherTimes, { point: props.pointId, appointment: props.misfit.appointmentId }).then(
      ({ times }) => times,
      (error) => {
        say(error)
        return []
      },
    ),
  )
  const [chosen, setChosen] = createSignal<Time>()
  const [busy, setBusy] = createSignal(false)
  const [errors, setErrors] = createSignal<{ message: string }[]>([])
  const say = (error: unknown) => {
    const { code, details } = error instanceof Problem ? error : new Problem('unexpected')
    setErrors([{ message: problemSentence(language(), code, details) }])
  }
  const reference = () => showReference(props.misfit.reference)
  const move = async () => {
    const time = chosen()
    if (busy()) return
    if (!time) return void setErrors([{ message: t().misfits.choose }])
    setBusy(true)
    setErrors([])
    const { point, startsAt } = time
    try {
      // What nobody has answered is found done by its state: a key of its own each time moves nobody twice.
      await ask(
        props.asker,
        moveAtDesk,
        { point: props.pointId, appointment: props.misfit.appointmentId, toPoint: point.id, startsAt },
        newKey(),
      )
      const sentence = t().misfits.moved(reference(), format().day(time.day), time.wallTime)
      // The dialog first: what stands behind it takes no focus while it is open.
      props.onClose()
      props.onWorked(sentence)
    } catch (error) {
      say(error)
      setChosen(undefined)
      void refetch()
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      class="divert"
      heading={t().misfits.moveTitle(reference())}
      onClose={() => props.onClose()}
      acts={
        <>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().misfits.notNow}
          </Button>
          <Button busy={busy()} off={!found.latest?.length} onClick={move}>
            {t().misfits.doMove}
          </Button>
        </>
      }
    >
      <p>{t().misfits.now(format().day(props.misfit.day), props.misfit.wallTime)}</p>
      <p>{props.misfit.reachable === 'mail' ? t().misfits.mails : t().misfits.noMail}</p>
      <ErrorSummary errors={errors()} />
      <Show when={found.latest} fallback={<Loading />}>
        {(times) => (
          <Show when={times().length > 0} fallback={<p>{t().misfits.noTimes}</p>}>
            <Times times={times()} pointId={props.pointId} onChoose={setChosen} />
          </Show>
        )}
      </Show>
    </Dialog>
  )
}

function Times(props: { times: readonly Time[]; pointId: string; onChoose: (time: Time) => void }) {
  const t = useWords()
  const shared = useTexts()
  const format = useFormat()
  const there = (time: Time) =>
    time.point.id === props.pointId || time.distanceKm === null || time.travel === null
      ? t().misfits.here
      : t().misfits.away(format().distance(time.distanceKm * 1000), shared()[time.travel.by](time.travel.minutes))
  return (
    <fieldset class="choices where">
      <legend>{t().misfits.choose}</legend>
      <For each={props.times}>
        {(time) => (
          <label>
            <input type="radio" name="other-time" onChange={() => props.onChoose(time)} />
            <span class="candidate">
              <span class="first">
                <b>
                  {format().day(time.day)}, <bdi>{time.wallTime}</bdi>
                </b>
                <bdi>{time.point.name}</bdi>
              </span>
              <span class="soft">{there(time)}</span>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  )
}
