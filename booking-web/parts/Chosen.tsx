import { Show } from 'solid-js'
import { useFormat } from '../../ui/texts.tsx'
import type { TimesFound } from '../ask-times.ts'
import type { Asked } from '../asked.ts'
import { useWords } from '../texts.ts'
import { ServiceNames } from './ServiceNames.tsx'
import { Aside } from './Steps.tsx'

/** What was chosen on the steps before. */
export function Chosen(props: { asked: Asked; found: TimesFound }) {
  const t = useWords()
  const format = useFormat()
  const point = () => props.found.point
  const minutes = () => {
    const slot = props.found.best
    return slot ? (Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / 60_000 : 0
  }
  return (
    <>
      <Aside link={t().times.otherPlace} href={props.asked.to('/', props.found.wanted)}>
        {t().at}{' '}
        <b>
          <bdi>{point().name}</bdi>
        </b>
      </Aside>
      <Aside link={t().times.change} href={props.asked.to(`/${point().id}`, props.found.wanted)}>
        <ServiceNames services={props.found.services} />
        <Show when={props.found.wanted.people > 1}>{t().list(['', t().people(props.found.wanted.people)])}</Show>
        <Show when={minutes()}>
          <span class="soft line">{t().takes(format().duration(minutes()))}</span>
        </Show>
      </Aside>
    </>
  )
}
