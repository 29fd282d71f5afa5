import { Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { NumberLabel } from '../../ui/components/NumberLabel.tsx'
import { useFormat } from '../../ui/texts.tsx'
import { useDesk } from '../desk.ts'
import { useNames } from '../names.ts'
import { type HallTicket, minutesBetween, waitsSince } from '../possible.ts'
import { whySentence } from '../why.ts'
import { useWords } from '../words.ts'
import { TicketTags } from './TicketTags.tsx'

/** Who waits, in order, with the reason for the first; below it who stands apart. */
export function Line() {
  const t = useWords()
  const desk = useDesk()
  const list = () => desk.list()!
  const longest = () => Math.max(0, ...list().waiting.map((ticket) => minutesBetween(waitsSince(ticket), desk.now())))
  const open = () => list().counters.filter(({ state }) => state === 'open').length
  return (
    <Card as="section" class="waiting">
      <div class="top">
        <h2>{t().line.waiting(list().waiting.length)}</h2>
        <span class="soft">
          <Show when={list().waiting.length > 0}>{t().line.longest(longest())} · </Show>
          {t().line.open(open())}
        </span>
      </div>
      <div class="scroll">
        <Rows tickets={list().waiting} />
        <Show when={list().others.length > 0}>
          <details>
            <summary>{t().line.others(list().others.length)}</summary>
            <Rows tickets={list().others} />
          </details>
        </Show>
      </div>
      <div class="row">
        <Button kind="quiet" off={!desk.can('add')} onClick={() => desk.open({ name: 'add' })}>
          {t().line.add}
        </Button>
        <Button kind="quiet" onClick={() => desk.open({ name: 'parked' })}>
          {t().line.parked(list().parked.length)}
        </Button>
        <Button kind="quiet" onClick={() => desk.open({ name: 'missed' })}>
          {t().line.missed(list().missed.length)}
        </Button>
      </div>
    </Card>
  )
}

function Rows(props: { tickets: readonly HallTicket[] }) {
  return (
    <ol class="rows">
      <Keyed each={props.tickets} by={({ id }) => id}>
        {(ticket) => <Row ticket={ticket()} />}
      </Keyed>
    </ol>
  )
}

function Row(props: { ticket: HallTicket }) {
  const t = useWords()
  const format = useFormat()
  const desk = useDesk()
  const names = useNames()
  const next = () => {
    const found = desk.list()?.next
    return found?.ticketId === props.ticket.id ? found : undefined
  }
  return (
    <li classList={{ next: next() !== undefined }}>
      <NumberLabel label={props.ticket.label} size="line" />
      <div>
        <span class="row">
          <span>{names.services(props.ticket.serviceIds)}</span>
          <TicketTags ticket={props.ticket} />
        </span>
        <Show when={next()}>
          {(found) => <small>{whySentence(t().why, format(), found().why, desk.list()?.waitLimitMinutes ?? 0)}</small>}
        </Show>
      </div>
      <span class="minutes">{t().line.minutes(minutesBetween(waitsSince(props.ticket), desk.now()))}</span>
      <Button
        kind="plain"
        aria-label={t().line.choose(props.ticket.label)}
        onClick={() => desk.open({ name: 'ticket', ticketId: props.ticket.id })}
      >
        <Icon name="chevron" />
      </Button>
    </li>
  )
}
