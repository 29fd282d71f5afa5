import { Match, onMount, Show, Switch } from 'solid-js'
import { isOnTime } from '../../domain/wait.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { NumberLabel } from '../../ui/components/NumberLabel.tsx'
import { focusOn } from '../../ui/focus.ts'
import { useFormat } from '../../ui/texts.tsx'
import type { Desk, KioskState } from '../desk.ts'
import { QrCode } from '../parts/QrCode.tsx'
import { useWords } from '../words.ts'

type ShownTicket = NonNullable<KioskState['ticket']>

interface TicketProps {
  desk: Desk
  ticket: ShownTicket
  printer: KioskState['printer']
}

/** The number, the largest thing there is; how long it will take; and where the paper is. */
export function Ticket(props: TicketProps) {
  const t = useWords()
  const format = useFormat()
  let heading!: HTMLHeadingElement
  // It comes later than its page: until then there is nothing that could have the focus.
  onMount(() => focusOn(heading))
  const soon = () => {
    const { elsewhere, appointmentAt, wait, takenAt } = props.ticket
    if (elsewhere) return t().goTo(`${elsewhere.name}, ${elsewhere.address}`)
    const soon = wait ? t().soon(format().minutesRange(wait.fromMinutes, wait.untilMinutes)) : t().listen
    if (!appointmentAt) return soon
    const onTime = isOnTime(Date.parse(appointmentAt), wait, Date.parse(takenAt))
    return `${t().appointmentAt(format().time(appointmentAt))} ${onTime ? t().aroundThen : soon}`
  }
  return (
    <div class="given">
      <h1 ref={heading} tabindex="-1">
        {t().yourNumber}
      </h1>
      <p class="turn">
        <NumberLabel label={props.ticket.label} />
      </p>
      <p class="soon">{soon()}</p>
      <div role="status" class="paper">
        <Paper {...props} />
      </div>
      <div class="acts">
        <Button wide onClick={() => props.desk.over()}>
          {t().done}
        </Button>
      </div>
    </div>
  )
}

function Paper(props: TicketProps) {
  const t = useWords()
  const print = () => props.ticket.print
  const trouble = () => (print() === 'paper-out' ? t().paperOut : print() === 'cover-open' ? t().coverOpen : t().noPrinter)
  const isMended = () => props.printer === 'ok' || props.printer === 'low'
  return (
    <Switch>
      <Match when={print() === 'waiting' || print() === 'printing'}>
        <p class="note">
          <Icon name="printer" />
          <span>{t().printing}</span>
        </p>
      </Match>
      <Match when={print() === 'printed'}>
        <p class="note">
          <Icon name="down" />
          <span>{t().printed}</span>
        </p>
        <Button kind="plain" onClick={() => props.desk.printAgain(props.ticket.id)}>
          {t().printAgain}
        </Button>
      </Match>
      <Match when={true}>
        <div class="note">
          <Show when={props.ticket.followUrl} fallback={<Icon name="phone" />}>
            {(url) => <QrCode content={url()} label={t().qr} />}
          </Show>
          <span>
            <b>{print() === 'unknown' ? t().unsure : trouble()}</b> {props.ticket.followUrl ? t().rememberOrScan : t().remember}
          </span>
        </div>
        <Show when={isMended() || print() === 'unknown'}>
          <Button kind="quiet" onClick={() => props.desk.printAgain(props.ticket.id)}>
            {t().printNow}
          </Button>
        </Show>
      </Match>
    </Switch>
  )
}
