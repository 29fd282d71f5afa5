import { createSignal } from 'solid-js'
import { signIn } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import type { Language } from '../../contract/language.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import type { Me } from '../entry.ts'
import { useLanguage } from '../texts.tsx'
import { Button } from './Button.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { Field } from './Field.tsx'
import { LanguagePicker } from './LanguagePicker.tsx'

interface SignInTexts {
  title: string
  subject: string
  password: string
  ready: string
  noSubject: string
  noPassword: string
}

interface SignInProps {
  asker: Asker
  texts: SignInTexts
  onSignedIn: (who: Me) => void
  onSpeak: (language: Language) => void
}

/** The first page of a screen of the staff; each screen says it in its own words. */
export function SignIn(props: SignInProps) {
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
      ...(subject().trim() ? [] : [{ field: 'subject', message: props.texts.noSubject }]),
      ...(password() ? [] : [{ field: 'password', message: props.texts.noPassword }]),
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
        <h1>{props.texts.title}</h1>
        <ErrorSummary errors={errors()} />
        <Field
          name="subject"
          label={props.texts.subject}
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
          label={props.texts.password}
          error={errorOf('password')}
          type="password"
          autocomplete="current-password"
          value={password()}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" busy={busy()} wide>
          {props.texts.ready}
        </Button>
      </form>
    </main>
  )
}
