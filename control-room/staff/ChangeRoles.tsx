import { createSignal } from 'solid-js'
import { setRoles as setRolesRoute } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { ErrorSummary } from '../../ui/components/ErrorSummary.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import { isolated } from '../isolated.ts'
import { errorsOf } from './errors.ts'
import type { Person, Places, Role } from './person.ts'
import { placesMissing, RoleFields } from './RoleFields.tsx'
import { useWords } from './words.ts'

interface ChangeRolesProps {
  asker: Asker
  person: Person
  places: Places
  onClose: () => void
  onDone: (sentence: string) => void
}

/** What somebody may from now on. */
export function ChangeRoles(props: ChangeRolesProps) {
  const t = useWords()
  const language = useLanguage()
  const [roles, setRoles] = createSignal<Role[]>(props.person.roles)
  const [errors, setErrors] = createSignal<{ field?: string; message: string }[]>([])
  const [busy, setBusy] = createSignal(false)
  const errorOf = (field: string) => errors().find((error) => error.field === field)?.message
  const save = async () => {
    setErrors(placesMissing(roles(), t().noPlace))
    if (errors().length > 0 || busy()) return
    setBusy(true)
    try {
      await ask(props.asker, setRolesRoute, { staff: props.person.id, roles: roles() })
      const { onDone, person } = props
      props.onClose()
      onDone(t().change.done(isolated(person.name)))
    } catch (error) {
      setErrors(errorsOf(error, language()))
    }
    setBusy(false)
  }
  return (
    <Dialog
      open
      class="wide"
      heading={t().change.title(isolated(props.person.name))}
      onClose={() => props.onClose()}
      acts={
        <>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t().cancel}
          </Button>
          <Button busy={busy()} onClick={save}>
            {t().change.yes}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={errors()} />
      <RoleFields roles={roles()} places={props.places} onRoles={setRoles} errorOf={errorOf} />
    </Dialog>
  )
}
