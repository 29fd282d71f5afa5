import { Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { NumberLabel } from '../../ui/components/NumberLabel.tsx'
import { useDesk } from '../desk.ts'
import { useNames } from '../names.ts'
import type { HallTicket } from '../possible.ts'
import { useWords } from '../words.ts'

/** Who stands apart, or did not come: to go on with, or back in the line. */
export function AsideDialog(props: { of: 'parked' | 'missed' }) {
  const t = useWords()
  const desk = useDesk()
  const tickets = () => desk.list()?.[props.of] ?? []
  const close = () => desk.open(undefined)
  const act = (name: 'resume' | 'callOne' | 'returnMissed', ticket: HallTicket) => {
    void desk.act(name, { ticketId: ticket.id })
    close()
  }
  const call = () => (props.of === 'parked' ? ('resume' as const) : ('callOne' as const))
  const why = () => (desk.counter()?.state === 'open' ? t().ticket.busy : t().ticket.notOpen)
  return (
    <Dialog open onClose={close} heading={t()[props.of].title} class="wide">
      <Show when={tickets().length > 0} fallback={<p>{t()[props.of].none}</p>}>
        <Show when={!desk.can(call())}>
          <p class="soft">{why()}</p>
        </Show>
        <ul class="aside">
          <Keyed each={tickets()} by={({ id }) => id}>
            {(ticket) => (
              <li>
                <NumberLabel label={ticket().label} size="line" />
                <Reason ticket={ticket()} />
                <span class="row">
                  <Button kind="quiet" off={!desk.can('returnMissed')} onClick={() => act('returnMissed', ticket())}>
                    {t().ticket.back}
                  </Button>
                  <Button kind="quiet" off={!desk.can(call())} onClick={() => act(call(), ticket())}>
                    {props.of === 'parked' ? t().ticket.goOn : t().ticket.callNow}
                  </Button>
                </span>
              </li>
            )}
          </Keyed>
        </ul>
      </Show>
    </Dialog>
  )
}

function Reason(props: { ticket: HallTicket }) {
  const t = useWords()
  const names = useNames()
  const reason = () => (props.ticket.state === 'parked' ? t().parked.reasons[props.ticket.reason ?? ''] : undefined)
  return (
    <span>
      {names.services(props.ticket.serviceIds)}
      <Show when={reason()}>{(words) => <small>{words()}</small>}</Show>
    </span>
  )
}
