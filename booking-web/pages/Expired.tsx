import { Show } from 'solid-js'
import { ButtonLink } from '../../ui/components/Button.tsx'
import { useFormat } from '../../ui/texts.tsx'
import type { Slot } from '../ask-slots.ts'
import { Facts, type VisitOut } from '../parts/Facts.tsx'
import { type Picking, PickTime } from '../parts/Picking.tsx'
import { useWords } from '../texts.ts'

interface ExpiredProps {
  visit: VisitOut
  /** What is free beside the time that was held. */
  near: readonly Slot[]
  /** Name and reach were typed, and go with the time that is pressed. */
  typed: boolean
  picking: Picking
  all: string
}

export function Expired(props: ExpiredProps) {
  const t = useWords()
  const format = useFormat()
  const free = () => props.near.some((slot) => slot.startsAt === props.visit.startsAt)
  return (
    <>
      <h1>{t().expired.title}</h1>
      <p>
        {t().expired.say} {free() ? t().expired.stillFree : t().expired.taken}
      </p>
      <Show when={props.near.length}>
        <section class="stack" aria-labelledby="near">
          <h2 id="near">{t().times.near}</h2>
          <Show when={props.typed}>
            <p>{t().expired.typed}</p>
          </Show>
          <PickTime
            picking={props.picking}
            slots={props.near}
            whole
            say={(slot) => t().dayAtTime(format().day(slot.day), format().time(slot.startsAt))}
          />
        </section>
      </Show>
      <p>
        <ButtonLink href={props.all} kind="quiet" wide>
          {t().expired.all}
        </ButtonLink>
      </p>
      <Facts visit={props.visit} />
    </>
  )
}
