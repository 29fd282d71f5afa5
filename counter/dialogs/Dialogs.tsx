import { Match, Switch } from 'solid-js'
import type { Language } from '../../contract/language.ts'
import { CloseCounter } from '../../ui/components/CloseCounter.tsx'
import { OwnPassword } from '../../ui/components/OwnPassword.tsx'
import { type Opened, useDesk } from '../desk.ts'
import { AddDialog } from './AddDialog.tsx'
import { AsideDialog } from './AsideDialog.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { MoreDialog } from './MoreDialog.tsx'
import { ParkDialog } from './ParkDialog.tsx'
import { TicketDialog } from './TicketDialog.tsx'
import { TransferDialog } from './TransferDialog.tsx'

interface DialogsProps {
  onLeave: () => void
  onSpeak: (language: Language) => void
}

/** The one window that stands over the work, if any. */
export function Dialogs(props: DialogsProps) {
  const desk = useDesk()
  const is = (name: Opened['name']) => desk.opened()?.name === name
  const ticketId = () => {
    const opened = desk.opened()
    return opened?.name === 'ticket' ? opened.ticketId : undefined
  }
  return (
    <Switch>
      <Match when={ticketId()}>{(id) => <TicketDialog ticketId={id()} />}</Match>
      <Match when={is('parked')}>
        <AsideDialog of="parked" />
      </Match>
      <Match when={is('missed')}>
        <AsideDialog of="missed" />
      </Match>
      <Match when={is('add')}>
        <AddDialog />
      </Match>
      <Match when={is('transfer')}>
        <TransferDialog />
      </Match>
      <Match when={is('park')}>
        <ParkDialog />
      </Match>
      <Match when={is('keys')}>
        <KeysDialog />
      </Match>
      <Match when={is('more')}>
        <MoreDialog onSpeak={props.onSpeak} />
      </Match>
      <Match when={is('password')}>
        <OwnPassword asker={desk.asker} onClose={() => desk.open(undefined)} />
      </Match>
      <Match when={is('close') && desk.counter()}>
        {(counter) => (
          <CloseCounter
            asker={desk.asker}
            pointId={desk.pointId}
            zone={desk.list()?.point.zone ?? 'UTC'}
            counter={counter()}
            onEnd={() => desk.open(undefined)}
          />
        )}
      </Match>
      <Match when={is('leave')}>
        <LeaveDialog onLeave={props.onLeave} />
      </Match>
    </Switch>
  )
}
