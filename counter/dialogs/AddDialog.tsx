import { createSignal, For, Show } from 'solid-js'
import { type Language, languages } from '../../contract/language.ts'
import { newKey } from '../../contract/uuid.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { NumberLabel } from '../../ui/components/NumberLabel.tsx'
import { takeFocus } from '../../ui/focus.ts'
import { ownNames } from '../../ui/language.ts'
import { useLanguage, useTexts } from '../../ui/texts.tsx'
import { useDesk } from '../desk.ts'
import { Messages } from '../parts/Messages.tsx'
import { useWords } from '../words.ts'
import { Services } from './Services.tsx'

const priorities = [0, 1, 2] as const

/** Somebody who has no number: gets one here, to be told aloud. */
export function AddDialog() {
  const t = useWords()
  const shared = useTexts()
  const desk = useDesk()
  const spoken = useLanguage()
  const key = newKey()
  const [services, setServices] = createSignal<string[]>([])
  const [people, setPeople] = createSignal(1)
  const [language, setLanguage] = createSignal<Language>(spoken())
  const [priority, setPriority] = createSignal<0 | 1 | 2>(0)
  const [asked, setAsked] = createSignal(false)
  const [added, setAdded] = createSignal(false)
  const label = () => [...(desk.list()?.waiting ?? []), ...(desk.list()?.others ?? [])].find(({ id }) => id === key)?.label
  const close = () => desk.open(undefined)
  const peopleRight = () => Number.isInteger(people()) && people() >= 1 && people() <= 99
  const add = async () => {
    setAsked(true)
    if (services().length === 0 || !peopleRight()) return
    const input = { serviceIds: services(), people: people(), language: language(), priority: priority() }
    setAdded((await desk.act('add', input, key)) !== undefined)
  }
  const acts = (
    <>
      <Button kind="plain" onClick={close}>
        {shared().close}
      </Button>
      <Show when={!added()}>
        <Button busy={desk.busy()?.act === 'add'} off={!desk.can('add')} onClick={() => void add()}>
          {t().add.ready}
        </Button>
      </Show>
    </>
  )
  return (
    <Dialog open onClose={close} heading={t().add.title} acts={acts} class="wide">
      <Show
        when={!added()}
        fallback={
          <p class="given" role="status" ref={takeFocus}>
            {t().add.given}
            <NumberLabel label={label() ?? ''} size="big" />
          </p>
        }
      >
        <Services legend={t().add.services} chosen={services()} onChange={setServices} />
        <Show when={asked() && services().length === 0}>
          <p class="trouble" role="alert">
            {t().add.noService}
          </p>
        </Show>
        <div class="pair">
          <Field
            name="people"
            label={t().add.people}
            type="number"
            min="1"
            max="99"
            inputmode="numeric"
            error={asked() && !peopleRight() ? t().add.noPeople : undefined}
            value={people()}
            onInput={(event) => setPeople(event.currentTarget.valueAsNumber)}
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
        </div>
        <fieldset class="choices">
          <legend>{t().add.priority}</legend>
          <For each={priorities}>
            {(each) => (
              <label>
                <input type="radio" name="priority" checked={priority() === each} onChange={() => setPriority(each)} />
                <span>{t().add.priorities[each]}</span>
              </label>
            )}
          </For>
        </fieldset>
        <Show when={desk.trouble()?.act === 'add'}>
          <Messages />
        </Show>
      </Show>
    </Dialog>
  )
}
