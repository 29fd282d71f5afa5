import { Match, Show, Switch } from 'solid-js'
import { visitCalendarPath } from '../../contract/visits.ts'
import { showReference } from '../../domain/reference.ts'
import { ButtonLink } from '../../ui/components/Button.tsx'
import { NumberLabel } from '../../ui/components/NumberLabel.tsx'
import { type Asked, visitPath } from '../asked.ts'
import { Bring } from '../parts/Bring.tsx'
import { Facts, type VisitOut } from '../parts/Facts.tsx'
import { Notice } from '../parts/Notice.tsx'
import { Qr } from '../parts/Qr.tsx'
import { ZoneNote } from '../parts/ZoneNote.tsx'
import { useWords } from '../texts.ts'

type TitleName = 'title' | 'titleMoved' | 'titleArrived' | 'titleCancelled' | 'titleMissed' | 'titleWaiting'

interface VisitProps {
  asked: Asked
  visit: VisitOut
  /** What has just been done, to be said once. */
  done: string | null
  title: TitleName
  zoneNote: boolean
}

export function Visit(props: VisitProps) {
  const t = useWords()
  const stands = () => props.visit.state === 'booked' || props.visit.state === 'unconfirmed'
  return (
    <>
      <h1>{t().visit[props.title]}</h1>
      <Said visit={props.visit} done={props.done} />
      <Show when={stands()}>
        <Code reference={props.visit.reference} />
      </Show>
      <Facts visit={props.visit} />
      <Show when={props.zoneNote}>
        <ZoneNote place={props.visit.point.name} at={Date.parse(props.visit.startsAt)} />
      </Show>
      <Show when={stands()} fallback={<Again asked={props.asked} visit={props.visit} />}>
        <Bring services={props.visit.services} />
        <Acts asked={props.asked} visit={props.visit} />
      </Show>
    </>
  )
}

function Said(props: { visit: VisitOut; done: string | null }) {
  const t = useWords()
  return (
    <Switch>
      <Match when={props.visit.state === 'cancelled'}>
        <p>{t().visit.sayCancelled}</p>
      </Match>
      <Match when={props.visit.state === 'missed'}>
        <p>{t().visit.sayMissed}</p>
      </Match>
      <Match when={props.visit.state === 'arrived'}>
        <p>{t().visit.sayArrived}</p>
        <Show when={props.visit.ticket}>
          {(ticket) => (
            <p>
              <NumberLabel label={ticket().label} size="big" />
            </p>
          )}
        </Show>
      </Match>
      <Match when={props.done === 'moved'}>
        <Notice kind="good">
          <p>{t().visit.sayMoved}</p>
        </Notice>
      </Match>
      <Match when={props.done === 'mailed'}>
        <Notice kind="good">
          <p>{t().visit.mailed}</p>
        </Notice>
      </Match>
      <Match when={props.done === 'booked'}>
        <Notice kind="warn">
          <p>{t().visit.save}</p>
        </Notice>
      </Match>
    </Switch>
  )
}

/** The largest thing on the page: what is typed or shown on arriving. */
function Code(props: { reference: string }) {
  const t = useWords()
  const shown = () => showReference(props.reference)
  return (
    <section class="code" aria-labelledby="code">
      <h2 id="code">{t().visit.code}</h2>
      <p>
        <bdi class="number reference" dir="ltr" lang="en">
          {shown()}
        </bdi>
      </p>
      <Qr content={props.reference} label={t().visit.qr(shown())} />
      <p class="soft">{t().visit.codeHow}</p>
    </section>
  )
}

function Acts(props: { asked: Asked; visit: VisitOut }) {
  const t = useWords()
  const here = () => visitPath(props.visit.token)
  const file = () => `${visitCalendarPath.replace(':visit', props.visit.visitId)}?token=${encodeURIComponent(props.visit.token)}`
  return (
    <div class="acts stack">
      <ButtonLink href={file()} icon="calendar" wide>
        {t().visit.calendar}
      </ButtonLink>
      <ButtonLink href={props.asked.to(`${here()}/move`)} kind="quiet" icon="clock" wide>
        {t().visit.move}
      </ButtonLink>
      <ButtonLink href={props.asked.to(`${here()}/cancel`)} kind="plain" wide>
        {t().visit.cancel}
      </ButtonLink>
      <p class="soft">
        {t().visit.secret} {t().visit.print}
      </p>
    </div>
  )
}

function Again(props: { asked: Asked; visit: VisitOut }) {
  const t = useWords()
  const query = () => ({ services: props.visit.serviceIds.join(','), people: props.visit.people })
  return (
    <Show when={props.visit.state !== 'arrived'}>
      <ButtonLink href={props.asked.to(`/${props.visit.point.id}/time`, query())} wide class="main-act">
        {t().again}
      </ButtonLink>
    </Show>
  )
}
