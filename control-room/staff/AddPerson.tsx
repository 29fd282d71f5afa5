import { createSignal, For } from 'solid-js'
import { addStaff } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import { type Language, languages } from '../../contract/language.ts'
import { Problem } from '../../contract/problems.ts'
import { newKey } from '../../contract/uuid.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { ErrorSummary } from '../../ui/components/ErrorSummary.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { ownNames } from '../../ui/language.ts'
import { useLanguage } from '../../ui/texts.tsx'
import { errorsOf } from './errors.ts'
import { makePassword } from './make-password.ts'
import type { Places, Role, Shown } from './person.ts'
import { placesMissing, RoleFields } from './RoleFields.tsx'
import { useWords } from './words.ts'

interface AddPersonProps {
  asker: Asker
  places: Places
  onClose: () => void
  onAdded: (shown: Shown) => void
}

/** A new account. Its password is made here and kept nowhere but as a hash: it is shown once, when the account is there. */
export function AddPerson(props: AddPersonProps) {
  const t = useWords()
  const present = useLanguage()
  const [name, setName] = createSignal('')
  const [subject, setSubject] = createSignal('')
  const [language, setLanguage] = createSignal<Language>(present())
  const [roles, setRoles] = createSignal<Role[]>([{ role: 'clerk', scope: '' }])
  const [errors, setErrors] = createSignal<{ field?: string; message: string }[]>([])
  const [busy, setBusy] = createSignal(false)
  const errorOf = (field: string) => errors().find((error) => error.field === field)?.message
  const password = makePassword()
  // Asked once more after no answer it is the same account, under the same key.
  let sent = { body: '', key: '' }

  const keyFor = (body: object): string => {
    const text = JSON.stringify(body)
    if (sent.body !== text) sent = { body: text, key: newKey() }
    return sent.key
  }
  const missing = () => [
    ...(name().trim() ? [] : [{ field: 'name', message: t().add.noName }]),
    ...(subject().trim() ? [] : [{ field: 'subject', message: t().add.noSubject }]),
    ...placesMissing(roles(), t().noPlace),
  ]
  const add = async () => {
    setErrors(missing())
    if (errors().length > 0 || busy()) return
    setBusy(true)
    const body = { name: name().trim(), subject: subject().trim(), password, language: language(), roles: roles() }
    try {
      await ask(props.asker, addStaff, body, keyFor(body))
      const { onAdded } = props
      props.onClose()
      onAdded({ name: body.name, subject: body.subject, password })
    } catch (error) {
      const taken = error instanceof Problem && error.code === 'limit-reached'
      setErrors(taken ? [{ field: 'subject', message: t().add.taken }] : errorsOf(error, present()))
    }
    setBusy(false)
  }
  return (
    <Dialog
      open
      class="wide"
      heading={t().add.title}
      onClose={() => props.onClose()}
      acts={
        <>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
          <Button busy={busy()} onClick={add}>
            {t().add.yes}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={errors()} />
      <Field
        name="name"
        label={t().add.name}
        hint={t().add.nameHint}
        error={errorOf('name')}
        autocomplete="off"
        value={name()}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <Field
        name="subject"
        label={t().add.subject}
        hint={t().add.subjectHint}
        error={errorOf('subject')}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={subject()}
        onInput={(event) => setSubject(event.currentTarget.value)}
      />
      <Field name="language" label={t().add.language}>
        {(control) => (
          <select {...control} value={language()} onChange={(event) => setLanguage(event.currentTarget.value as Language)}>
            <For each={languages}>
              {(each) => (
                <option value={each} lang={each}>
                  {ownNames[each]}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <RoleFields roles={roles()} places={props.places} onRoles={setRoles} errorOf={errorOf} />
    </Dialog>
  )
}
