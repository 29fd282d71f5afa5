import { Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { useTexts } from '../../ui/texts.tsx'
import { useDesk } from '../desk.ts'
import { useNames } from '../names.ts'
import { TicketTags } from '../parts/TicketTags.tsx'
import { useWords } from '../words.ts'

/** One of those who wait: called out of order, or taken off the list. */
export function TicketDialog(props: { ticketId: string }) {
  const t = useWords()
  const shared = useTexts()
  const desk = useDesk()
  const names = useNames()
  const ticket = () => [...(desk.list()?.waiting ?? []), ...(desk.list()?.others ?? [])].find(({ id }) => id === props.ticketId)
  const close = () => desk.open(undefined)
  const act = (name: 'callOne' | 'leave') => {
    void desk.act(name, { ticketId: props.ticketId })
    close()
  }
  const why = () => (desk.counter()?.state === 'open' ? t().ticket.busy : t().ticket.notOpen)
  const acts = (
    <>
      <Button kind="plain" onClick={close}>
        {shared().close}
      </Button>
      <Button kind="quiet" off={!ticket() || !desk.can('leave')} onClick={() => act('leave')}>
        {t().ticket.gone}
      </Button>
      <Button off={!ticket() || !desk.can('callOne')} onClick={() => act('callOne')}>
        {t().ticket.callNow}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={close} heading={ticket()?.label ?? t().ticket.moved} acts={acts} class="one">
      <Show when={ticket()}>
        {(found) => (
          <div class="row">
            <b>{names.services(found().serviceIds)}</b>
            <TicketTags ticket={found()} withLanguage />
          </div>
        )}
      </Show>
      <Show when={ticket() && !desk.can('callOne')}>
        <p class="soft">{why()}</p>
      </Show>
    </Dialog>
  )
}
