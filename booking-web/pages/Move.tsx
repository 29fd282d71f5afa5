import { Show } from 'solid-js'
import { Button, ButtonLink } from '../../ui/components/Button.tsx'
import { TextsProvider, useLanguage } from '../../ui/texts.tsx'
import type { PointOut } from '../ask-slots.ts'
import { Moment, type VisitOut, Where } from '../parts/Facts.tsx'
import { ZoneNote } from '../parts/ZoneNote.tsx'
import { useWords } from '../texts.ts'

interface MoveProps {
  visit: VisitOut
  point: PointOut
  startsAt: string
  action: string
  back: string
  formKey: string
  zoneNote: boolean
}

/** What changes into what; the old time in the zone of the old place. */
export function Move(props: MoveProps) {
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <h1>{t().move.title}</h1>
      <dl class="facts change">
        <div class="before">
          <dt>{t().move.before}</dt>
          <dd>
            <TextsProvider language={language()} zone={props.visit.zone}>
              <Moment startsAt={props.visit.startsAt} />
              <Show when={props.zoneNote}>
                <ZoneNote place={props.visit.point.name} at={Date.parse(props.visit.startsAt)} />
              </Show>
            </TextsProvider>
            <Where point={props.visit.point} />
          </dd>
        </div>
        <div class="after">
          <dt>{t().move.after}</dt>
          <dd>
            <Moment startsAt={props.startsAt} />
            <Show when={props.zoneNote}>
              <ZoneNote place={props.point.name} at={Date.parse(props.startsAt)} />
            </Show>
            <Where point={props.point} />
          </dd>
        </div>
      </dl>
      <p>{t().move.say}</p>
      <form class="stack" method="post" action={props.action}>
        <input type="hidden" name="key" value={props.formKey} />
        <input type="hidden" name="point" value={props.point.id} />
        <input type="hidden" name="startsAt" value={props.startsAt} />
        <Button type="submit" wide class="main-act">
          {t().move.yes}
        </Button>
        <ButtonLink href={props.back} kind="quiet" wide>
          {t().move.no}
        </ButtonLink>
      </form>
    </>
  )
}
