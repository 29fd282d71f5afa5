import { createSignal } from 'solid-js'
import { signIn } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import type { Language } from '../../contract/language.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { Button } from '../../ui/components/Button.tsx'
import { ErrorSummary } from '../../ui/components/ErrorSummary.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { LanguagePicker } from '../../ui/components/LanguagePicker.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import type { Me } from '../person.ts'
import { useWords } from '../words.ts'

interface SignInProps {
  asker: Asker
  onSignedIn: (who: Me) => void
  onSpeak: (language: Language) => void
}

export function SignIn(props: SignInProps) {
  const t = useWords()
  const language = useLanguage()
  const [subject, setSubject] = createSignal('')
  const [password, setPassword] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [errors, setErrors] = createSignal<{ field?: string; message: string }[]>([])
  const errorOf = (field: string) => errors().find((error) => error.field === field)?.message

  const enter = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    const missing = [
      ...(subject().trim() ? [] : [{ field: 'subject', message: t().signIn.noSubject }]),
      ...(password() ? [] : [{ field: 'password', message: t().signIn.noPassword }]),
    ]
    setErrors(missing)
    if (missing.length > 0) return
    setBusy(true)
    try {
      props.onSignedIn(await ask(props.asker, signIn, { subject: subject().trim(), password: password() }))
    } catch (error) {
      const { code, details } = error instanceof Problem ? error : new Problem('unexpected')
      setErrors([{ message: problemSentence(language(), code === 'invalid-input' ? 'sign-in-failed' : code, details) }])
    }
    setBusy(false)
  }
  return (
    <main class="small">
      <LanguagePicker onPick={props.onSpeak} />
      <form class="card" onSubmit={enter} novalidate>
        <h1>{t().signIn.title}</h1>
        <ErrorSummary errors={errors()} />
        <Field
          name="subject"
          label={t().signIn.subject}
          error={errorOf('subject')}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          autofocus
          value={subject()}
          onInput={(event) => setSubject(event.currentTarget.value)}
        />
        <Field
          name="password"
          label={t().signIn.password}
          error={errorOf('password')}
          type="password"
          autocomplete="current-password"
          value={password()}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" busy={busy()} wide>
          {t().signIn.ready}
        </Button>
      </form>
    </main>
  )
}
