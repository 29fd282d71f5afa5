import { For, type ParentProps, Show } from 'solid-js'
import type { ResultOf } from '../../contract/route.ts'
import type { oneVisit } from '../../contract/visits.ts'
import { Named } from '../../ui/components/Named.tsx'
import { useServiceWords } from '../../ui/service-words.ts'
import { useFormat } from '../../ui/texts.tsx'
import { useWords } from '../texts.ts'

export type VisitOut = ResultOf<typeof oneVisit>

/** What somebody comes for, where and when: as it is kept. */
export function Facts(props: { visit: VisitOut }) {
  const t = useWords()
  return (
    <dl class="facts">
      <Fact name={t().visit.when}>
        <Moment startsAt={props.visit.startsAt} endsAt={props.visit.endsAt} />
      </Fact>
      <Fact name={t().visit.where}>
        <Where point={props.visit.point} />
      </Fact>
      <Fact name={t().visit.what}>
        <For each={props.visit.services}>
          {(service) => (
            <span class="line">
              <Named names={service.names} else={service.id} />
            </span>
          )}
        </For>
      </Fact>
      <Show when={props.visit.people > 1}>
        <Fact name={t().visit.who}>{t().people(props.visit.people)}</Fact>
      </Show>
      <Costs visit={props.visit} />
    </dl>
  )
}

/** What each service costs, where that was told. */
function Costs(props: { visit: VisitOut }) {
  const t = useWords()
  const words = useServiceWords()
  const several = () => props.visit.services.length > 1
  const told = () =>
    props.visit.services.flatMap((service) => {
      const { price = null } = service.about ?? {}
      const said = words.price(price)
      return said ? [{ service, said: props.visit.people > 1 && price?.cents ? t().visit.perPerson(said) : said }] : []
    })
  return (
    <Show when={told().length}>
      <Fact name={t().visit.costs}>
        <For each={told()}>
          {({ service, said }) => (
            <span class="line">
              {said}
              <Show when={several()}>
                {' '}
                (<Named names={service.names} else={service.id} />)
              </Show>
            </span>
          )}
        </For>
      </Fact>
    </Show>
  )
}

export function Fact(props: ParentProps & { name: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

/** A day with its weekday, a time, and how long. */
export function Moment(props: { startsAt: string; endsAt?: string }) {
  const t = useWords()
  const format = useFormat()
  const minutes = () => (props.endsAt ? (Date.parse(props.endsAt) - Date.parse(props.startsAt)) / 60_000 : 0)
  return (
    <>
      <b class="line">{format().dateWithYear(props.startsAt)}</b>
      <b class="line">{t().atTime(format().time(props.startsAt))}</b>
      <Show when={minutes()}>
        <span class="soft line">{t().takes(format().duration(minutes()))}</span>
      </Show>
    </>
  )
}

export function Where(props: { point: VisitOut['point'] }) {
  const town = () => [props.point.postalCode, props.point.district].filter(Boolean).join(' ')
  return (
    <>
      <b class="line">
        <bdi>{props.point.name}</bdi>
      </b>
      <For each={[props.point.address, town()].filter(Boolean)}>
        {(text) => (
          <span class="line">
            <bdi>{text}</bdi>
          </span>
        )}
      </For>
    </>
  )
}
