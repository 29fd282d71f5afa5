import { createSignal, For } from 'solid-js'
import { removeDevice } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { ErrorSummary } from '../../ui/components/ErrorSummary.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import type { Device } from './device.ts'
import { useDeviceName } from './One.tsx'
import { useWords } from './words.ts'

interface TakeOutProps {
  asker: Asker
  pointId: string
  device: Device
  onClose: () => void
  onTakenOut: (device: Device, sentence: string) => void
}

/** Asks once more, and says what follows, before a device no longer belongs to its point. */
export function TakeOut(props: TakeOutProps) {
  const t = useWords()
  const language = useLanguage()
  const name = useDeviceName()
  const [busy, setBusy] = createSignal(false)
  const [errors, setErrors] = createSignal<{ message: string }[]>([])
  const follows = () => t().confirm[props.device.codeUntil === null ? props.device.kind : 'announced']
  const takeOut = async () => {
    setBusy(true)
    setErrors([])
    try {
      await ask(props.asker, removeDevice, { point: props.pointId, device: props.device.id })
      props.onClose()
      props.onTakenOut(props.device, t().takenOut(name(props.device)))
    } catch (error) {
      const { code, details } = error instanceof Problem ? error : new Problem('unexpected')
      setErrors([{ message: problemSentence(language(), code, details) }])
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      heading={t().confirm.title(name(props.device))}
      onClose={() => props.onClose()}
      acts={
        <>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().confirm.keep}
          </Button>
          <Button busy={busy()} onClick={takeOut}>
            {t().confirm.yes}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={errors()} />
      <For each={follows()}>{(sentence) => <p>{sentence}</p>}</For>
    </Dialog>
  )
}
