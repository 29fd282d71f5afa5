import { createSignal, Show } from 'solid-js'
import { setMyPassword } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import { fieldSentence, problemSentence } from '../../contract/texts/problems.ts'
import { takeFocus } from '../focus.ts'
import { useLanguage, useTexts } from '../texts.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Field } from './Field.tsx'

interface OwnPasswordProps {
  asker: Asker
  onClose: () => void
}

const least = 12
const fields = ['present', 'next', 'again'] as const
const completed = { present: 'current-password', next: 'new-password', again: 'new-password' }

/** Whoever works here chooses another password for their own account. */
export function OwnPassword(props: OwnPasswordProps) {
  const t = useTexts()
  const language = useLanguage()
  const [typed, setTyped] = createSignal({ present: '', next: '', again: '' })
  const [errors, setErrors] = createSignal<{ field?: string; message: string }[]>([])
  const [busy, setBusy] = createSignal(false)
  const [done, setDone] = createSignal(false)
  const errorOf = (field: string) => errors().find((error) => error.field === field)?.message

  const missing = () => {
    const { present, next, again } = typed()
    return [
      ...(present ? [] : [{ field: 'present', message: t().password.noPresent }]),
      ...(next.length >= least ? [] : [{ field: 'next', message: t().password.short }]),
      ...(next.length < least || again === next ? [] : [{ field: 'again', message: t().password.differ }]),
    ]
  }
  const change = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    setErrors(missing())
    if (errors().length > 0) return
    setBusy(true)
    try {
      await ask(props.asker, setMyPassword, { present: typed().present, password: typed().next })
      setDone(true)
    } catch (error) {
      setErrors(saidOf(error))
    }
    setBusy(false)
  }
  const saidOf = (error: unknown) => {
    const { code, details, fields: wrong } = error instanceof Problem ? error : new Problem('unexpected')
    const named = wrong.map((w) => ({ field: w.field === 'body.present' ? 'present' : 'next', message: fieldSentence(language(), w.code) }))
    return named.length > 0 ? named : [{ message: problemSentence(language(), code, details) }]
  }
  const acts = () => (
    <Show when={!done()} fallback={<Button onClick={() => props.onClose()}>{t().close}</Button>}>
      <Button kind="quiet" onClick={() => props.onClose()}>
        {t().password.cancel}
      </Button>
      <Button type="submit" form="own-password" busy={busy()}>
        {t().password.yes}
      </Button>
    </Show>
  )
  return (
    <Dialog open heading={t().password.act} onClose={() => props.onClose()} acts={acts()}>
      <Show
        when={!done()}
        fallback={
          <p role="status" ref={takeFocus}>
            {t().password.done}
          </p>
        }
      >
        <form id="own-password" class="stack" onSubmit={change} novalidate>
          <ErrorSummary errors={errors()} />
          {fields.map((field) => (
            <Field
              name={field}
              type="password"
              label={t().password[field]}
              hint={field === 'next' ? t().password.nextHint : undefined}
              error={errorOf(field)}
              autocomplete={completed[field]}
              value={typed()[field]}
              onInput={(event) => setTyped({ ...typed(), [field]: event.currentTarget.value })}
            />
          ))}
        </form>
      </Show>
    </Dialog>
  )
}
