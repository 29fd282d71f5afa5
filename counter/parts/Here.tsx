import { Match, Show, Switch } from 'solid-js'
import { Card } from '../../ui/components/Card.tsx'
import { NumberLabel } from '../../ui/components/NumberLabel.tsx'
import { useFormat } from '../../ui/texts.tsx'
import { useDesk } from '../desk.ts'
import { useNames } from '../names.ts'
import { type HallTicket, minutesBetween, waitsSince } from '../possible.ts'
import { useWords } from '../words.ts'
import { Acts } from './Acts.tsx'
import { Messages } from './Messages.tsx'
import { TicketTags } from './TicketTags.tsx'

/** Who is at this counter, and what can be done now. */
export function Here() {
  const desk = useDesk()
  return (
    <Card as="section" class="here">
      <div aria-live="polite">
        <Show when={desk.current()} fallback={<Nobody />}>
          {(ticket) => <Who ticket={ticket()} />}
        </Show>
      </div>
      <Show when={desk.current()}>{(ticket) => <Facts ticket={ticket()} />}</Show>
      <div class="below">
        <Messages />
        <Acts />
      </div>
    </Card>
  )
}

/** Number and since when: all that the narrow strip has room for. */
export function Who(props: { ticket: HallTicket }) {
  const t = useWords()
  const desk = useDesk()
  const since = () => {
    const { startedAt, calledAt, state } = props.ticket
    const minutes = minutesBetween(Date.parse((state === 'serving' ? startedAt : calledAt) ?? ''), desk.now()) || 0
    const words = t().here
    if (state === 'serving') return minutes === 0 ? words.now : words.since(minutes)
    return minutes === 0 ? words.calledNow : words.called(minutes)
  }
  return (
    <div class="who">
      <div>
        <p class="soft">
          {since()}
          <Show when={props.ticket.state === 'called' && props.ticket.calls > 1}> · {t().here.calls(props.ticket.calls)}</Show>
        </p>
        <h2>
          <NumberLabel label={props.ticket.label} />
        </h2>
      </div>
      <TicketTags ticket={props.ticket} withLanguage />
    </div>
  )
}

function Facts(props: { ticket: HallTicket }) {
  const t = useWords()
  const format = useFormat()
  const names = useNames()
  const waited = () => minutesBetween(waitsSince(props.ticket), Date.parse(props.ticket.startedAt ?? props.ticket.calledAt ?? ''))
  const said = () => {
    const range = props.ticket.said
    return range ? ` (${t().here.said(format().minutesRange(range.fromMinutes, range.untilMinutes))})` : ''
  }
  return (
    <dl>
      <dt>{t().here.services}</dt>
      <dd>
        <b>{names.services(props.ticket.serviceIds)}</b>
      </dd>
      <dt>{t().here.waited}</dt>
      <dd>
        {t().here.waitedFor(waited())}
        {said()}
      </dd>
      <Show when={names.bring(props.ticket.serviceIds)}>
        {(bring) => (
          <>
            <dt>{t().here.bring}</dt>
            <dd>{bring()}</dd>
          </>
        )}
      </Show>
    </dl>
  )
}

/** Nobody is here: what to do to change that. */
export function Nobody() {
  const t = useWords()
  const desk = useDesk()
  const next = () => desk.list()?.waiting.find(({ id }) => id === desk.list()?.next?.ticketId)
  const say = (title: string, help: string) => (
    <div class="nobody">
      <h2>{title}</h2>
      <p>{help}</p>
    </div>
  )
  return (
    <Switch fallback={say(t().here.nobody, next() ? t().here.pressNext(next()?.label ?? '') : t().here.noneWaiting)}>
      <Match when={desk.counter()?.taken}>{say(t().here.taken, t().here.takenHelp)}</Match>
      <Match when={desk.counter()?.state === 'closed'}>{say(t().here.closed, t().here.openFirst)}</Match>
      <Match when={desk.counter()?.state === 'paused'}>{say(t().here.paused, t().here.again)}</Match>
    </Switch>
  )
}
