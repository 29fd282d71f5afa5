import { createResource, createSignal, For, Show } from 'solid-js'
import { enrolDevice } from '../../contract/access.ts'
import { type Asker, ask } from '../../contract/ask.ts'
import { directionOf, type Language, languages } from '../../contract/language.ts'
import { listPoints } from '../../contract/points.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { LanguagePicker } from '../../ui/components/LanguagePicker.tsx'
import { TextsProvider } from '../../ui/texts.tsx'
import type { Enrolment } from '../enrolment.ts'
import { wordsIn } from '../words.ts'

interface EnrolProps {
  asker: Asker
  onEnrolled: (enrolment: Enrolment) => void
}

/** Typed once by whoever hangs the screen; or look at a hall without it. */
export function Enrol(props: EnrolProps) {
  const [language, setLanguage] = createSignal<Language>(languages.find((each) => navigator.language.startsWith(each)) ?? 'nl')
  const t = () => wordsIn(language()).enrol
  const [code, setCode] = createSignal('')
  const [wrong, setWrong] = createSignal<string>()
  const [busy, setBusy] = createSignal(false)
  const pick = (picked: Language) => {
    setLanguage(picked)
    document.documentElement.lang = picked
    document.documentElement.dir = directionOf(picked)
  }
  pick(language())
  const enrol = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    try {
      const made = await ask(props.asker, enrolDevice, { code: code().trim() })
      if (made.kind === 'display') props.onEnrolled({ pointId: made.pointId, token: made.token })
      else setWrong(t().kiosk)
    } catch (error) {
      const known = error instanceof Problem ? error.code : 'unexpected'
      setWrong(known === 'code-not-valid' || known === 'invalid-input' ? t().wrong : problemSentence(language(), known))
    }
    setBusy(false)
  }
  return (
    <TextsProvider language={language()} zone="UTC">
      <main class="enrol">
        <LanguagePicker onPick={pick} />
        <form class="card" onSubmit={enrol}>
          <h1>{t().title}</h1>
          <Field
            name="code"
            label={t().code}
            hint={t().codeHint}
            error={wrong()}
            autocomplete="off"
            autofocus
            required
            value={code()}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" busy={busy()}>
            {t().ready}
          </Button>
        </form>
        <Places asker={props.asker} words={t()} />
      </main>
    </TextsProvider>
  )
}

function Places(props: { asker: Asker; words: ReturnType<typeof wordsIn>['enrol'] }) {
  const [points] = createResource(() =>
    ask(props.asker, listPoints, {}).then(
      ({ points }) => points,
      () => [],
    ),
  )
  return (
    <Show when={points()?.length}>
      <form class="card calm" method="get">
        <h2>{props.words.without}</h2>
        <Field name="point" label={props.words.place}>
          {(control) => (
            <select {...control} required>
              <option value="">{props.words.choosePlace}</option>
              <For each={points()}>{(point) => <option value={point.id}>{point.name}</option>}</For>
            </select>
          )}
        </Field>
        <Button type="submit" kind="quiet">
          {props.words.show}
        </Button>
      </form>
    </Show>
  )
}
