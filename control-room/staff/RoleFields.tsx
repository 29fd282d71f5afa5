import { For, Index, Show } from 'solid-js'
import { roleNames } from '../../contract/access.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { isForAll, type Places, type Role, type RoleName } from './person.ts'
import { useWords } from './words.ts'

interface RoleFieldsProps {
  roles: readonly Role[]
  places: Places
  onRoles: (roles: Role[]) => void
  errorOf: (field: string) => string | undefined
}

/** What somebody may, and where: one role or more. */
export function RoleFields(props: RoleFieldsProps) {
  const t = useWords()
  const change = (at: number, role: Role) => props.onRoles(props.roles.map((one, i) => (i === at ? role : one)))
  const choose = (at: number, role: RoleName, scope: string) => change(at, { role, scope: isForAll(role) && scope === '' ? '*' : scope })
  return (
    <>
      <Index each={props.roles}>
        {(one, at) => (
          <div class="role">
            <Field name={`role-${at}`} label={t().role(at + 1)} hint={t().may[one().role]}>
              {(control) => (
                <select
                  {...control}
                  value={one().role}
                  onChange={(event) => choose(at, event.currentTarget.value as RoleName, one().scope)}
                >
                  <For each={roleNames}>{(name) => <option value={name}>{t().roles[name]}</option>}</For>
                </select>
              )}
            </Field>
            <Field name={`place-${at}`} label={t().place(at + 1)} error={props.errorOf(`place-${at}`)}>
              {(control) => (
                <select {...control} onChange={(event) => change(at, { ...one(), scope: event.currentTarget.value })}>
                  <option value="" selected={one().scope === ''}>
                    {t().choosePlace}
                  </option>
                  <option value="*" selected={one().scope === '*'}>
                    {t().everywhere}
                  </option>
                  <For each={props.places.all}>
                    {({ id, name }) => (
                      <option value={id} selected={one().scope === id}>
                        {name}
                      </option>
                    )}
                  </For>
                </select>
              )}
            </Field>
            <Show when={props.roles.length > 1}>
              <Button kind="plain" icon="bin" onClick={() => props.onRoles(props.roles.filter((_, i) => i !== at))}>
                {t().dropRole(at + 1)}
              </Button>
            </Show>
          </div>
        )}
      </Index>
      <Button kind="quiet" icon="plus" class="one-more" onClick={() => props.onRoles([...props.roles, { role: 'clerk', scope: '' }])}>
        {t().oneMore}
      </Button>
    </>
  )
}

/** The fields of places that nobody chose yet. */
export const placesMissing = (roles: readonly Role[], sentence: string): { field: string; message: string }[] =>
  roles.flatMap(({ scope }, at) => (scope === '' ? [{ field: `place-${at}`, message: sentence }] : []))
