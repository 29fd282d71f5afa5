import { createEffect, createMemo, createResource, createSignal, on, Show } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import { type Asker, ask } from '../../contract/ask.ts'
import { listMisfits, type PlanGiven, readPlan, savePlan } from '../../contract/plan.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { newKey } from '../../contract/uuid.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import { countFaults, draftOf, faultsOf, givenOf, type SavedPlan } from './draft.ts'
import { Effect } from './Effect.tsx'
import { createLeaving } from './leaving.ts'
import { Misfits } from './Misfits.tsx'
import { SaveBar } from './SaveBar.tsx'
import { Shifts } from './Shifts.tsx'
import { SpecialDays } from './SpecialDays.tsx'
import { createTold } from './told.ts'
import { WeekSign } from './WeekSign.tsx'
import { useWords } from './words.ts'

interface EditorProps {
  asker: Asker
  pointId: string
  plan: SavedPlan
  onPlan: (plan: SavedPlan) => void
}

/** The plan in fields on one side, what it would do on the other. */
export function Editor(props: EditorProps) {
  const t = useWords()
  const language = useLanguage()
  const [draft, setDraft] = createStore(draftOf(props.plan))
  const [serviceId, setServiceId] = createSignal<string | null>(null)
  const [before, setBefore] = createSignal<PlanGiven>()
  const [said, setSaid] = createSignal('')
  const [problem, setProblem] = createSignal<Problem>()
  const [busy, setBusy] = createSignal(false)
  const [list, { refetch }] = createResource(() => ask(props.asker, listMisfits, { point: props.pointId }).catch(() => undefined))
  const reset = () => setDraft(reconcile(draftOf(props.plan), { key: null }))
  createEffect(on(() => props.plan, reset, { defer: true }))
  const faults = createMemo(() => faultsOf(draft))
  const kept = createMemo(() => JSON.stringify(givenOf(draftOf(props.plan))))
  const text = createMemo(() => JSON.stringify(givenOf(draft)))
  const changed = () => text() !== kept()
  const wanted = createMemo(
    () => (changed() && countFaults(faults()) === 0 ? { plan: JSON.parse(text()) as PlanGiven, serviceId: serviceId() } : undefined),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const known = createTold(props.asker, props.pointId, wanted)
  const leaving = createLeaving(changed)
  // What was said of the plan as it was says nothing of the next change.
  createEffect(on(text, () => setSaid(''), { defer: true }))
  let sent = { body: '', key: '' }

  /** Saves a plan over the one that is shown; what is asked once more after no answer goes under the same key. */
  const put = async (plan: PlanGiven, sentence: (misfits: number) => string) => {
    if (busy()) return
    const body = { point: props.pointId, revision: props.plan.revision, ...plan }
    const asText = JSON.stringify(body)
    if (sent.body !== asText) sent = { body: asText, key: newKey() }
    const previous = JSON.parse(kept()) as PlanGiven
    setBusy(true)
    setProblem(undefined)
    try {
      const { misfits } = await ask(props.asker, savePlan, body, sent.key)
      setBefore(previous)
      // Said once the fields show it; also where they could not be read again, for it is saved.
      await load().finally(() => setSaid(sentence(misfits)))
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem('unexpected'))
    }
    setBusy(false)
  }
  const load = async () => {
    props.onPlan(await ask(props.asker, readPlan, { point: props.pointId }))
    await refetch()
  }
  const save = () => wanted() && put(wanted()!.plan, (misfits) => (misfits > 0 ? t().effect.savedMisfits(misfits) : t().effect.saved))
  const undo = async () => {
    await put(before()!, () => t().effect.undone)
    setBefore(undefined)
  }
  const reload = async () => {
    setProblem(undefined)
    await load().catch((error) => setProblem(error instanceof Problem ? error : new Problem('unexpected')))
  }
  return (
    <div class="plan-body">
      <div class="plan-parts">
        <WeekSign draft={draft} setDraft={setDraft} onSaid={setSaid} />
        <SpecialDays draft={draft} setDraft={setDraft} faults={faults()} today={props.plan.today} />
        <Shifts draft={draft} setDraft={setDraft} faults={faults()} plan={props.plan} />
      </div>
      <Effect
        known={known}
        plan={props.plan}
        serviceId={serviceId()}
        onService={setServiceId}
        changed={changed()}
        faults={countFaults(faults())}
      />
      <Misfits
        asker={props.asker}
        pointId={props.pointId}
        services={props.plan.services}
        list={list.latest}
        onWorked={(sentence) => {
          setSaid(sentence)
          document.getElementById('plan-misfits')?.focus()
          void refetch()
        }}
      />
      <SaveBar
        told={changed() ? known.told() : undefined}
        counting={known.counting()}
        changed={changed()}
        faults={countFaults(faults())}
        busy={busy()}
        said={said()}
        wrong={problem() && problemSentence(language(), problem()!.code, problem()!.details)}
        overtaken={problem()?.code === 'plan-changed'}
        canUndo={before() !== undefined}
        onSave={() => void save()}
        onDiscard={reset}
        onUndo={() => void undo()}
        onReload={() => void reload()}
      />
      <Leaving leaving={leaving} />
    </div>
  )
}

function Leaving(props: { leaving: ReturnType<typeof createLeaving> }) {
  const t = useWords()
  const acts = (
    <>
      <Button kind="quiet" onClick={() => props.leaving.leave()}>
        {t().leaving.leave}
      </Button>
      <Button onClick={() => props.leaving.stay()}>{t().leaving.stay}</Button>
    </>
  )
  return (
    <Show when={props.leaving.to() !== undefined}>
      <Dialog open onClose={() => props.leaving.stay()} heading={t().leaving.heading} acts={acts}>
        <p>{t().leaving.say}</p>
      </Dialog>
    </Show>
  )
}
