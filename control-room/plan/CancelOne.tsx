import { createSignal } from 'solid-js'
import { type Asker, ask } from '../../contract/ask.ts'
import { cancelAtDesk } from '../../contract/plan.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { newKey } from '../../contract/uuid.ts'
import { showReference } from '../../domain/reference.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { ErrorSummary } from '../../ui/components/ErrorSummary.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import type { SavedPlan } from './draft.ts'
import { Facts, type Misfit } from './Facts.tsx'
import { useWords } from './words.ts'

interface CancelOneProps {
  asker: Asker
  pointId: string
  services: SavedPlan['services']
  misfit: Misfit
  onClose: () => void
  onWorked: (sentence: string) => void
}

/** Asks once more before somebody's appointment goes. */
export function CancelOne(props: CancelOneProps) {
  const t = useWords()
  const language = useLanguage()
  const [busy, setBusy] = createSignal(false)
  const [errors, setErrors] = createSignal<{ message: string }[]>([])
  const key = newKey()
  const cancel = async () => {
    setBusy(true)
    setErrors([])
    try {
      await ask(props.asker, cancelAtDesk, { point: props.pointId, appointment: props.misfit.appointmentId }, key)
      const sentence = t().misfits.cancelled(showReference(props.misfit.reference))
      props.onClose()
      props.onWorked(sentence)
    } catch (error) {
      const { code, details } = error instanceof Problem ? error : new Problem('unexpected')
      setErrors([{ message: problemSentence(language(), code, details) }])
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      heading={t().misfits.cancelTitle(showReference(props.misfit.reference))}
      onClose={() => props.onClose()}
      acts={
        <>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().misfits.notNow}
          </Button>
          <Button busy={busy()} onClick={cancel}>
            {t().misfits.doCancel}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={errors()} />
      <Facts misfit={props.misfit} services={props.services} />
      <p>{props.misfit.reachable === 'mail' ? t().misfits.cancelMails : t().misfits.noMail}</p>
    </Dialog>
  )
}
