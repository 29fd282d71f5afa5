import { For, Show } from 'solid-js'
import { addDays, dayOf } from '../../domain/time.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { Tag } from '../../ui/components/Tag.tsx'
import { useFormat } from '../../ui/texts.tsx'
import type { PlaceOut, Soon, SoonestFound } from '../ask-soonest.ts'
import type { Asked } from '../asked.ts'
import { type Picking, PickOne } from '../parts/Picking.tsx'
import { PointMap } from '../parts/PointMap.tsx'
import { ServiceNames } from '../parts/ServiceNames.tsx'
import { Aside, Steps } from '../parts/Steps.tsx'
import { Whenever } from '../parts/Whenever.tsx'
import { LanguageKept, NearMe, whereQuery } from '../parts/WhereFields.tsx'
import { isolated, ZoneNote } from '../parts/ZoneNote.tsx'
import { useWords } from '../texts.ts'

interface SoonestProps {
  asked: Asked
  found: SoonestFound
  picking: Picking | null
  zoneNote: boolean
}

const peopleMost = 8
const daysShown = 6

/** What is free the soonest near somebody, with other places, other days and a map. */
export function Soonest(props: SoonestProps) {
  const t = useWords()
  const best = () => props.found.soon[0]
  const others = () => props.found.soon.slice(1)
  return (
    <>
      <div class="list stack wide-gap">
        <Steps back={props.asked.to('/', whereQuery(props.found.where))} />
        <h1>{t().times.title}</h1>
        <Aside link={t().times.change} href={props.asked.to('/', whereQuery(props.found.where))}>
          <ServiceNames services={props.found.services} />
        </Aside>
        <WhereForm asked={props.asked} found={props.found} />
        <Show when={best()} fallback={<p>{nothingBecause(props.found) === 'place' ? t().find.unknown : t().find.none}</p>}>
          {(soon) => <Best {...props} soon={soon()} />}
        </Show>
        <Show when={others().length}>
          <section class="stack" aria-labelledby="others">
            <h2 id="others">{t().times.otherPlaces}</h2>
            <ol class="choices" start="2">
              <For each={others()}>{(soon, at) => <Other asked={props.asked} found={props.found} soon={soon} number={at() + 2} />}</For>
            </ol>
          </section>
        </Show>
        <Show when={props.found.where.at}>
          <OrMean asked={props.asked} found={props.found} />
        </Show>
        <Show when={best() || props.found.from}>
          <OtherDays asked={props.asked} found={props.found} />
        </Show>
      </div>
      <Show when={props.found.map}>
        {(map) => <PointMap map={map()} shown={props.found.soon.map(({ point }) => point)} at={props.found.where.at} />}
      </Show>
    </>
  )
}

const nothingBecause = ({ where }: SoonestFound): 'place' | 'full' => (where.typed && !where.at ? 'place' : 'full')

function WhereForm(props: { asked: Asked; found: SoonestFound }) {
  const t = useWords()
  const where = () => props.found.where
  return (
    <form class="stack" method="get" action={props.asked.to('/')}>
      <LanguageKept asked={props.asked} />
      <input type="hidden" name="services" value={props.found.wanted.services} />
      <div class="search">
        <Field
          name="place"
          label={t().find.where}
          hint={where().here ? t().find.aroundYou : t().find.whereHint}
          value={where().typed}
          maxlength="80"
          autocomplete="address-level2"
          enterkeyhint="search"
        />
        <Button type="submit" kind="quiet" icon="search">
          {t().places.button}
        </Button>
      </div>
      <NearMe where={where()} />
      <Show when={!where().at}>
        <OrMean asked={props.asked} found={props.found} />
      </Show>
      <Field name="people" label={t().services.howMany}>
        {(control) => (
          <select {...control} autocomplete="off">
            <For each={Array.from({ length: peopleMost }, (_, i) => i + 1)}>
              {(count) => (
                <option value={count} selected={count === props.found.wanted.people}>
                  {t().people(count)}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
    </form>
  )
}

/** Other places of that name: in the form where none is sure, below what was found where one is. */
function OrMean(props: { asked: Asked; found: SoonestFound }) {
  const t = useWords()
  const region = (country: string) => (country ? new Intl.DisplayNames(props.asked.language, { type: 'region' }).of(country) : undefined)
  const typedOf = (place: PlaceOut) => [place.name, place.region || region(place.country)].join(', ')
  return (
    <Show when={props.found.where.others.length}>
      <p class="either">
        <span class="soft">{t().find.orMean}</span>
        <For each={props.found.where.others}>
          {(place) => (
            <a class="apart" href={props.asked.to('/', { ...props.found.wanted, place: typedOf(place) })}>
              <bdi>{[place.name, place.region, region(place.country)].filter(Boolean).join(', ')}</bdi>
            </a>
          )}
        </For>
      </p>
    </Show>
  )
}

function Best(props: SoonestProps & { soon: Soon }) {
  const t = useWords()
  const format = useFormat()
  const point = () => props.soon.point
  const isNearest = () => props.found.soon.every(({ distanceKm }) => (props.soon.distanceKm ?? 0) <= (distanceKm ?? 0))
  const label = () => {
    const { where } = props.found
    if (!where.at) return t().find.firstAnywhere
    return isNearest() ? t().find.closeAndSoon : where.here ? t().find.firstAroundYou : t().find.firstAround(isolated(where.name))
  }
  return (
    <Card as="section" kind="best" aria-labelledby="best">
      <Tag kind="good">{label()}</Tag>
      <h2 class="moment" id="best">
        <span>{format().dayFrom(props.soon.day, dayOf(props.asked.now, point().zone))}</span>{' '}
        <span>{t().atTime(format().time(props.soon.startsAt))}</span>
      </h2>
      <p class="numbered">
        <Mark number={1} first />
        <span>
          <b>
            <bdi>{point().name}</bdi>
          </b>
          <Distance km={props.soon.distanceKm} />
          <span class="soft line">
            <bdi>{[point().address, [point().postalCode, point().district].filter(Boolean).join(' ')].filter(Boolean).join(', ')}</bdi>
          </span>
        </span>
      </p>
      <Show when={props.zoneNote}>
        <ZoneNote place={point().name} at={props.asked.now} />
      </Show>
      <Show when={props.picking}>
        {(picking) => (
          <PickOne picking={picking()} slot={props.soon} describedBy="best">
            {t().times.choose}
          </PickOne>
        )}
      </Show>
      <a class="apart" href={props.asked.to(`/${point().id}/time`, props.found.wanted)}>
        {t().find.moreTimes}
      </a>
    </Card>
  )
}

/** The number that a place has on the map. */
const Mark = (props: { number: number; first?: boolean }) => (
  <span class={props.first ? 'mark first' : 'mark'} aria-hidden="true">
    {props.number}
  </span>
)

function Distance(props: { km: number | null }) {
  const format = useFormat()
  return (
    <Show when={props.km !== null}>
      {' '}
      · <span class="unbroken">{format().distance((props.km ?? 0) * 1000)}</span>
    </Show>
  )
}

function Other(props: { asked: Asked; found: SoonestFound; soon: Soon; number: number }) {
  return (
    <li>
      <a class="choice found" href={props.asked.to(`/${props.soon.point.id}/time`, props.found.wanted)}>
        <Mark number={props.number} />
        <span class="inside">
          <b>
            <bdi>{props.soon.point.name}</bdi>
          </b>
          <span class="soft">
            <Whenever asked={props.asked} point={props.soon.point} slot={props.soon} />
            <Distance km={props.soon.distanceKm} />
          </span>
        </span>
        <Icon name="chevron" />
      </a>
    </li>
  )
}

function OtherDays(props: { asked: Asked; found: SoonestFound }) {
  const t = useWords()
  const format = useFormat()
  const today = () => dayOf(props.asked.now, props.found.soon[0]?.point.zone ?? 'UTC')
  const days = () => Array.from({ length: daysShown }, (_, i) => addDays(today(), i + 1))
  const address = (from: string) => props.asked.to('/', { ...props.found.wanted, ...whereQuery(props.found.where), from })
  return (
    <nav class="stack" aria-labelledby="later">
      <h2 id="later">{t().times.otherDay}</h2>
      <ol class="days">
        <For each={days()}>
          {(day) => (
            <li>
              <a class="day" href={address(day)} aria-current={props.found.from === day ? 'date' : undefined}>
                <span class="unseen">{t().find.from(format().day(day))}</span>
                <span aria-hidden="true">{format().weekdayShort(day)}</span>
                <b aria-hidden="true">{format().dayOfMonth(day)}</b>
              </a>
            </li>
          )}
        </For>
      </ol>
    </nav>
  )
}
