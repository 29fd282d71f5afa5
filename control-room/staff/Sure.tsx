import { createSignal, For } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { ErrorSummary } from '../../ui/components/ErrorSummary.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import { errorsOf } from './errors.ts'
import { useWords } from './words.ts'

interface SureProps {
  title: string
  /** What follows. */
  say: readonly string[]
  yes: string
  act: () => Promise<void>
  onClose: () => void
  /** After it is done and this is closed: by then the focus is free to go on. */
  onDone: () => void
}

/** Asks once more, and says what follows, before something is done to an account. */
export function Sure(props: SureProps) {
  const t = useWords()
  const language = useLanguage()
  const [busy, setBusy] = createSignal(false)
  const [errors, setErrors] = createSignal<{ message: string }[]>([])
  const act = async () => {
    setBusy(true)
    setErrors([])
    try {
      await props.act()
      const { onDone } = props
      props.onClose()
      onDone()
    } catch (error) {
      setErrors(errorsOf(error, language()))
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      heading={props.title}
      onClose={() => props.onClose()}
      acts={
        <>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
          <Button busy={busy()} onClick={act}>
            {props.yes}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={errors()} />
      <For each={props.say}>{(sentence) => <p>{sentence}</p>}</For>
    </Dialog>
  )
}
