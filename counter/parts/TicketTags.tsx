import { Show } from 'solid-js'
import { Tag } from '../../ui/components/Tag.tsx'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import { useNames } from '../names.ts'
import type { HallTicket } from '../possible.ts'
import { useWords } from '../words.ts'

interface TicketTagsProps {
  ticket: HallTicket
  /** Also which language somebody speaks, where it is not that of whoever works here. */
  withLanguage?: boolean
}

export function TicketTags(props: TicketTagsProps) {
  const t = useWords()
  const format = useFormat()
  const language = useLanguage()
  const names = useNames()
  return (
    <span class="tags">
      <Show when={props.ticket.appointmentAt}>{(at) => <Tag kind="good">{t().here.appointment(format().time(at()))}</Tag>}</Show>
      <Show when={props.ticket.priority > 0}>
        <Tag kind="warn">{t().here.priority}</Tag>
      </Show>
      <Show when={props.ticket.people > 1}>
        <Tag>{t().here.people(props.ticket.people)}</Tag>
      </Show>
      <Show when={props.withLanguage && props.ticket.language !== language()}>
        <Tag>{t().here.speaks(names.language(props.ticket.language))}</Tag>
      </Show>
      <Show when={props.ticket.onlyCounter !== null}>
        <Tag>{t().here.onlyYou}</Tag>
      </Show>
    </span>
  )
}
