import { createSignal, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { useTexts } from '../../ui/texts.tsx'
import { useDesk } from '../desk.ts'
import { useWords } from '../words.ts'
import { Services } from './Services.tsx'

/** Hands who is here on: to other services, to one counter, or to another place. */
export function TransferDialog() {
  const t = useWords()
  const shared = useTexts()
  const desk = useDesk()
  const shown = desk.current()
  const had = shown?.serviceIds ?? []
  const [services, setServices] = createSignal<string[]>([...had])
  const [toCounter, setToCounter] = createSignal('')
  const [toPoint, setToPoint] = createSignal('')
  const [asked, setAsked] = createSignal(false)
  const close = () => desk.open(undefined)
  const others = () => desk.list()?.counters.filter(({ id, state }) => id !== desk.counterId && state !== 'closed') ?? []
  const changed = () => services().length > 0 && services().join() !== had.join()
  const ready = () => changed() || toCounter() !== '' || toPoint() !== ''
  const transfer = () => {
    setAsked(true)
    if (!shown || !ready()) return
    void desk.act('transfer', {
      ticketId: shown.id,
      ...(changed() ? { serviceIds: services() } : {}),
      ...(toPoint() ? { toPoint: toPoint() } : toCounter() ? { toCounter: Number(toCounter()) } : {}),
    })
    close()
  }
  const acts = (
    <>
      <Button kind="plain" onClick={close}>
        {shared().close}
      </Button>
      <Button off={!desk.can('transfer')} onClick={transfer}>
        {t().transfer.ready}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={close} heading={t().transfer.title(shown?.label ?? '')} acts={acts} class="wide">
      <Services legend={t().transfer.services} chosen={services()} onChange={setServices} />
      <div class="pair">
        <Field name="to-counter" label={t().transfer.counter}>
          {(control) => (
            <select
              {...control}
              value={toCounter()}
              onChange={(event) => {
                setToCounter(event.currentTarget.value)
                setToPoint('')
              }}
            >
              <option value="">{t().transfer.choose}</option>
              <Keyed each={others()} by={({ id }) => id}>
                {(one) => <option value={one().id}>{t().counter(one().id)}</option>}
              </Keyed>
            </select>
          )}
        </Field>
        <Field name="to-point" label={t().transfer.point} hint={toPoint() ? t().transfer.noUndo : undefined}>
          {(control) => (
            <select
              {...control}
              value={toPoint()}
              onChange={(event) => {
                setToPoint(event.currentTarget.value)
                setToCounter('')
              }}
            >
              <option value="">{t().transfer.choose}</option>
              <Keyed each={desk.list()?.points} by={({ id }) => id}>
                {(one) => <option value={one().id}>{one().name}</option>}
              </Keyed>
            </select>
          )}
        </Field>
      </div>
      <Show when={asked() && !ready()}>
        <p class="trouble" role="alert">
          {t().transfer.nothing}
        </p>
      </Show>
    </Dialog>
  )
}
