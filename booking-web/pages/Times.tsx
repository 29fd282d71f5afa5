import { For, type JSX, Show } from 'solid-js'
import { problemSentence } from '../../contract/texts/problems.ts'
import { Card } from '../../ui/components/Card.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { Tag } from '../../ui/components/Tag.tsx'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import type { Elsewhere } from '../ask-slots.ts'
import type { TimesFound } from '../ask-times.ts'
import type { Asked } from '../asked.ts'
import { Days } from '../parts/Days.tsx'
import { Notice } from '../parts/Notice.tsx'
import { type Picking, PickOne, PickTime } from '../parts/Picking.tsx'
import { Whenever } from '../parts/Whenever.tsx'
import { isolated, ZoneNote } from '../parts/ZoneNote.tsx'
import { Quieter } from '../quieter/Quieter.tsx'
import { useWords } from '../texts.ts'

interface TimesProps {
  asked: Asked
  found: TimesFound
  picking: Picking
  title: string
  steps: JSX.Element
  /** What stands above the times: what was chosen before, or the appointment that is moved. */
  above: JSX.Element
  zoneNote: boolean
}

export function Times(props: TimesProps) {
  const t = useWords()
  return (
    <>
      {props.steps}
      <Show when={props.found.refused}>
        {(refused) => <Refused found={props.found} refused={refused()} picking={props.picking} asked={props.asked} />}
      </Show>
      <h1>{props.title}</h1>
      {props.above}
      <Show when={props.found.best} fallback={<p>{t().times.noneHere}</p>}>
        <Best asked={props.asked} found={props.found} picking={props.picking} zoneNote={props.zoneNote} />
      </Show>
      <Show when={props.found.walkIn}>
        {(wait) => <WalkIn place={props.found.point.name} from={wait().fromMinutes} until={wait().untilMinutes} />}
      </Show>
      <Quieter asked={props.asked} places={props.found.quieter} picking={props.picking} />
      <Days found={props.found} picking={props.picking} />
      <Show when={props.found.others.length}>
        <section class="stack" aria-labelledby="others">
          <h2 id="others">{t().times.otherPlaces}</h2>
          <ul class="choices">
            <For each={props.found.others}>{(other) => <Other asked={props.asked} other={other} picking={props.picking} />}</For>
          </ul>
        </section>
      </Show>
    </>
  )
}

type Parts = { asked: Asked; found: TimesFound; picking: Picking }

function Refused(props: Parts & { refused: NonNullable<TimesFound['refused']> }) {
  const t = useWords()
  const language = useLanguage()
  const format = useFormat()
  return (
    <Notice kind="warn">
      <p>
        <b>{problemSentence(language(), props.refused.code)}</b>
      </p>
      <Show when={props.refused.near.length}>
        <p>{t().times.near}:</p>
        <PickTime
          picking={props.picking}
          slots={props.refused.near}
          whole
          say={(slot) => t().dayAtTime(format().day(slot.day), format().time(slot.startsAt))}
        />
      </Show>
    </Notice>
  )
}

function Best(props: Parts & { zoneNote: boolean }) {
  const t = useWords()
  const format = useFormat()
  const best = () => props.found.best!
  const day = () => format().dayFrom(best().day, props.found.today)
  const time = () => format().time(best().startsAt)
  return (
    <Card as="section" kind="best" aria-labelledby="best">
      <Tag kind="good">{props.found.bestIsFirst ? t().times.firstOfAll : t().times.firstHere(props.found.point.name)}</Tag>
      <h2 class="moment" id="best">
        <span>{day()}</span> <span>{t().atTime(time())}</span>
      </h2>
      <p>
        <bdi>{props.found.point.name}</bdi>
      </p>
      <Show when={props.zoneNote}>
        <ZoneNote place={props.found.point.name} at={props.asked.now} />
      </Show>
      <PickOne picking={props.picking} slot={best()} describedBy="best">
        {t().times.choose}
      </PickOne>
    </Card>
  )
}

function Other(props: { asked: Asked; other: Elsewhere & { sooner: boolean }; picking: Picking }) {
  const t = useWords()
  const format = useFormat()
  return (
    <li>
      <a class="choice" href={props.picking.elsewhere(props.other.point.id)}>
        <span class="inside">
          <b>
            <bdi>{props.other.point.name}</bdi>
          </b>
          <span class="soft">
            <Whenever asked={props.asked} point={props.other.point} slot={props.other.slot} />
            <Show when={props.other.distanceKm !== null}>
              {' '}
              · <span class="unbroken">{format().distance((props.other.distanceKm ?? 0) * 1000)}</span>
            </Show>
          </span>
          <Show when={props.other.sooner}>
            <Tag kind="good">{t().times.sooner}</Tag>
          </Show>
        </span>
        <Icon name="chevron" />
      </a>
    </li>
  )
}

function WalkIn(props: { place: string; from: number; until: number }) {
  const t = useWords()
  const format = useFormat()
  return (
    <p class="aside">
      <b>{t().times.ratherNow}</b> {t().times.walkIn(isolated(props.place), format().minutesRange(props.from, props.until))}
    </p>
  )
}
