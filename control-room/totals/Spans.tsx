import { Show } from 'solid-js'
import { useFormat } from '../../ui/texts.tsx'
import type { Answer } from './answer.ts'
import { plusDays } from './periods.ts'
import { useWords } from './words.ts'

/** Which days the figures are of, and which stand beside them. */
export function Spans(props: { answer: Answer }) {
  const t = useWords()
  const format = useFormat()
  const said = ({ from, until }: { from: string; until: string }) => {
    const last = plusDays(until, -1)
    const name = (day: string) => (from.slice(0, 4) === last.slice(0, 4) ? format().day(day) : `${format().day(day)} ${day.slice(0, 4)}`)
    return last <= from ? name(from) : t().span(name(from), name(last))
  }
  return (
    <>
      <b>{said(props.answer)}.</b> <Show when={props.answer.before}>{(before) => <>{t().compared(said(before()))} </>}</Show>
      <Show when={props.answer.underWay}>{t().underWay}</Show>
    </>
  )
}
