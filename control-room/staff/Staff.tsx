import { createEffect, createResource, createSignal, For, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import './staff.css'
import { disableStaff, enableStaff, listStaff, setPassword } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import type { Language } from '../../contract/language.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { Button, ButtonLink } from '../../ui/components/Button.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { Loading } from '../../ui/components/Loading.tsx'
import type { Me } from '../../ui/entry.ts'
import { useLanguage } from '../../ui/texts.tsx'
import { isolated } from '../isolated.ts'
import { You } from '../parts/You.tsx'
import { maySee } from '../person.ts'
import { AddPerson } from './AddPerson.tsx'
import { ChangeRoles } from './ChangeRoles.tsx'
import { DevicesOf } from './DevicesOf.tsx'
import { makePassword } from './make-password.ts'
import { NewPassword } from './NewPassword.tsx'
import { type Act, One } from './One.tsx'
import type { Person, Shown, StaffList } from './person.ts'
import { createPlaces } from './places.ts'
import { Sure } from './Sure.tsx'
import { useWords } from './words.ts'

interface StaffProps {
  asker: Asker
  who: Me
  onSpeak: (language: Language) => void
  onLeave: () => void
  onSignedOut: () => void
}

type Doing = { act: Act; person: Person }
const pauseMs = 250

/** Who has an account: found, added, given other roles, closed. */
export function Staff(props: StaffProps) {
  const t = useWords()
  const language = useLanguage()
  const places = createPlaces(props.asker)
  const [wanted, setWanted] = createSignal('')
  const [found, { refetch }] = createResource(wanted, (q) => ask(props.asker, listStaff, q ? { q } : {}))
  const [adding, setAdding] = createSignal(false)
  const [doing, setDoing] = createSignal<Doing>()
  const [shown, setShown] = createSignal<Shown>()
  const [said, setSaid] = createSignal('')
  const list = () => (found.state === 'errored' ? undefined : found.latest)
  const again = () => void refetch()
  let heading!: HTMLHeadingElement
  onMount(() => heading.focus())
  createEffect(() => found.error instanceof Problem && found.error.code === 'sign-in-needed' && props.onSignedOut())
  createEffect(() => {
    document.title = t().title
  })
  const done = (sentence: string) => {
    setSaid(sentence)
    // What was pressed may have gone: who works by keyboard goes on from the top.
    heading.focus()
    again()
  }
  const show = (one: Shown) => {
    setSaid('')
    setShown(one)
    again()
  }
  const start = async (act: Act, person: Person) => {
    if (act !== 'open') return setDoing({ act, person })
    try {
      await ask(props.asker, enableStaff, { staff: person.id })
      done(t().open.done(isolated(person.name)))
    } catch (error) {
      setSaid(problemSentence(language(), error instanceof Problem ? error.code : 'unexpected'))
    }
  }
  return (
    <main class="staff">
      <div class="staff-top">
        <Show when={maySee(props.who)}>
          <ButtonLink kind="quiet" icon="back" href="#/">
            {t().back}
          </ButtonLink>
        </Show>
        <h1 tabindex="-1" ref={heading}>
          {t().title}
        </h1>
        <Show when={!maySee(props.who)}>
          <You asker={props.asker} who={props.who} kind="quiet" onSpeak={props.onSpeak} onLeave={props.onLeave} />
        </Show>
      </div>
      <div class="said" role="status">
        {said()}
      </div>
      <Show when={shown()} keyed>
        {(one) => <NewPassword shown={one} onNoted={() => setShown(undefined)} />}
      </Show>
      <div class="staff-find">
        <Find onFind={setWanted} />
        <Button kind={shown() ? 'quiet' : 'main'} icon="plus" onClick={() => setAdding(true)}>
          {t().add.act}
        </Button>
      </div>
      <Switch fallback={<Loading />}>
        <Match when={found.state === 'errored'}>
          <p role="alert">{t().failed}</p>
          <Button kind="quiet" onClick={again}>
            {t().again}
          </Button>
        </Match>
        <Match when={list()}>
          {(all) => (
            <section class="card people" aria-label={t().title}>
              <Few list={all()} />
              <ul class="plain each-person">
                <For each={all().staff}>
                  {(person) => (
                    <One person={person} places={places()} isYou={person.id === props.who.id} onAct={(act) => void start(act, person)} />
                  )}
                </For>
              </ul>
            </section>
          )}
        </Match>
      </Switch>
      <Show when={!maySee(props.who)}>
        <DevicesOf places={places()} />
      </Show>
      <Show when={adding()}>
        <AddPerson asker={props.asker} places={places()} onClose={() => setAdding(false)} onAdded={show} />
      </Show>
      <Show when={doing()} keyed>
        {(one) => <Do asker={props.asker} doing={one} places={places()} onClose={() => setDoing(undefined)} onDone={done} onShow={show} />}
      </Show>
    </main>
  )
}

function Find(props: { onFind: (text: string) => void }) {
  const t = useWords()
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const type = (text: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => props.onFind(text.trim().slice(0, 120)), pauseMs)
  }
  return <Field name="find-person" label={t().find} type="search" autocomplete="off" onInput={(event) => type(event.currentTarget.value)} />
}

/** That there are more than are shown, or none. */
function Few(props: { list: StaffList }) {
  const t = useWords()
  return (
    <div role="status">
      <Show when={props.list.all > props.list.staff.length}>
        <p class="soft">{t().count(props.list.staff.length, props.list.all)}</p>
      </Show>
      <Show when={props.list.all === 0}>
        <p>{t().noneFits}</p>
      </Show>
    </div>
  )
}

interface DoProps {
  asker: Asker
  doing: Doing
  places: ReturnType<ReturnType<typeof createPlaces>>
  onClose: () => void
  onDone: (sentence: string) => void
  onShow: (shown: Shown) => void
}

/** What is about to be done to one account. */
function Do(props: DoProps) {
  const t = useWords()
  const { act, person } = props.doing
  const name = isolated(person.name)
  const close = async () => void (await ask(props.asker, disableStaff, { staff: person.id }))
  const closed = () => props.onDone(t().close.done(name))
  const password = makePassword()
  const change = async () => void (await ask(props.asker, setPassword, { staff: person.id, password }))
  const changed = () => props.onShow({ name: person.name, subject: person.subject, password })
  return (
    <Switch>
      <Match when={act === 'change'}>
        <ChangeRoles asker={props.asker} person={person} places={props.places} onClose={props.onClose} onDone={props.onDone} />
      </Match>
      <Match when={act === 'close'}>
        <Sure title={t().close.title(name)} say={t().close.say} yes={t().close.yes} act={close} onClose={props.onClose} onDone={closed} />
      </Match>
      <Match when={act === 'password'}>
        <Sure
          title={t().password.title(name)}
          say={t().password.say}
          yes={t().password.yes}
          act={change}
          onClose={props.onClose}
          onDone={changed}
        />
      </Match>
    </Switch>
  )
}
