import { For, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Tag } from '../../ui/components/Tag.tsx'
import { isForAll, type Person, type Places } from './person.ts'
import { useWords } from './words.ts'

export type Act = 'change' | 'password' | 'close' | 'open'

interface OneProps {
  person: Person
  places: Places
  isYou: boolean
  onAct: (act: Act) => void
}

/** One account: whose it is, what they may, and what can be done with it. An admin does not close their own. */
export function One(props: OneProps) {
  const t = useWords()
  const closed = () => props.person.disabledAt !== null
  const acts = (): Act[] => (props.isYou ? ['password'] : closed() ? ['open'] : ['change', 'password', 'close'])
  const said = ({ role, scope }: Person['roles'][number]) => {
    if (scope !== '*') return t().at(t().roles[role], props.places.name(scope))
    return isForAll(role) ? t().roles[role] : t().at(t().roles[role], t().everywhere)
  }
  return (
    <li classList={{ closed: closed() }}>
      <div class="who">
        <h2>
          <bdi>{props.person.name}</bdi>
        </h2>
        <span class="soft">
          <bdi>{props.person.subject}</bdi>
        </span>
        <Show when={closed()}>
          <Tag>{t().closed}</Tag>
        </Show>
        <Show when={props.isYou}>
          <Tag>{t().you}</Tag>
        </Show>
      </div>
      <ul class="plain their-roles">
        <For each={props.person.roles}>{(role) => <li>{said(role)}</li>}</For>
      </ul>
      <div class="their-acts">
        <For each={acts()}>
          {(act) => (
            <Button kind="plain" aria-label={t().named(t()[act].act, props.person.name)} onClick={() => props.onAct(act)}>
              {t()[act].act}
            </Button>
          )}
        </For>
      </div>
    </li>
  )
}
