import { Match, Show, Switch } from 'solid-js'
import type { ResultOf } from '../../contract/route.ts'
import type { followTicket } from '../../contract/tickets.ts'
import type { Instant } from '../../domain/time.ts'
import { isOnTime } from '../../domain/wait.ts'
import { ButtonLink } from '../../ui/components/Button.tsx'
import { CounterMark } from '../../ui/components/CounterMark.tsx'
import { NumberLabel } from '../../ui/components/NumberLabel.tsx'
import { useFormat } from '../../ui/texts.tsx'
import type { Asked } from '../asked.ts'
import { useWords } from '../texts.ts'

type TicketOut = ResultOf<typeof followTicket>

interface FollowProps {
  asked: Asked
  ticket: TicketOut
  /** Where it was sent, by name. */
  other: string | null
}

export function Follow(props: FollowProps) {
  const t = useWords()
  const format = useFormat()
  const state = () => props.ticket.state
  return (
    <>
      <p class="soft">
        <bdi>{props.ticket.pointName}</bdi>
      </p>
      <div class={`turn ${state()}`}>
        <h1>
          <span class="unseen">{t().follow.title} </span>
          <NumberLabel label={props.ticket.label} size="huge" />
        </h1>
        <div data-say>
          <Now ticket={props.ticket} other={props.other} at={props.asked.now} />
        </div>
      </div>
      <Show when={state() === 'waiting'}>
        <p>{t().follow.waiting}</p>
      </Show>
      <p class="soft">{t().follow.seenAt(format().time(props.asked.now))}</p>
      <ButtonLink href={`${props.asked.url.pathname}${props.asked.url.search}`} kind="quiet" wide>
        {t().follow.refresh}
      </ButtonLink>
      <p class="notice warn" data-cut hidden role="status">
        {t().follow.cut}
      </p>
    </>
  )
}

/** One sentence on how it stands, and what to do. */
function Now(props: { ticket: TicketOut; other: string | null; at: Instant }) {
  const t = useWords()
  const format = useFormat()
  const words = () => t().follow
  const wait = () => props.ticket.wait
  const appointmentAt = () => props.ticket.appointmentAt
  const onTime = () => {
    const expectedAt = appointmentAt()
    return expectedAt !== null && isOnTime(Date.parse(expectedAt), wait(), props.at)
  }
  const standing = () => {
    const [expectedAt, { ahead }] = [appointmentAt(), props.ticket]
    if (expectedAt !== null) return words().appointmentAt(format().time(expectedAt))
    return ahead === null ? words().notYet : words().ahead(ahead)
  }
  return (
    <Switch>
      <Match when={props.ticket.state === 'waiting'}>
        <p class="state">{standing()}</p>
        <Show when={onTime()}>
          <p>{words().aroundThen}</p>
        </Show>
        <Show when={!onTime() && wait()}>
          {(range) => <p>{words().about(format().minutesRange(range().fromMinutes, range().untilMinutes))}</p>}
        </Show>
      </Match>
      <Match when={props.ticket.state === 'called' || props.ticket.state === 'serving'}>
        <p class="state">{props.ticket.state === 'called' ? words().called : words().serving}</p>
        <Show when={props.ticket.counter}>
          {(counter) => (
            <p class="go">
              <Show when={props.ticket.state === 'called'}>{words().goTo} </Show>
              <CounterMark counter={counter()} size="big" />
            </p>
          )}
        </Show>
      </Match>
      <Match when={props.ticket.state === 'sent'}>
        <p class="state">{words().sent}</p>
        <p>{props.other ? words().saySent(props.other) : words().sentOn}</p>
      </Match>
      <Match when={props.ticket.state === 'parked'}>
        <Said state={words().parked} say={words().sayParked} />
      </Match>
      <Match when={props.ticket.state === 'missed'}>
        <Said state={words().missed} say={words().sayMissed} />
      </Match>
      <Match when={props.ticket.state === 'finished'}>
        <Said state={words().finished} say={words().sayFinished} />
      </Match>
      <Match when={props.ticket.state === 'left'}>
        <Said state={words().left} say={words().sayLeft} />
      </Match>
    </Switch>
  )
}

function Said(props: { state: string; say: string }) {
  return (
    <>
      <p class="state">{props.state}</p>
      <p>{props.say}</p>
    </>
  )
}
