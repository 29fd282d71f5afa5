import { For, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { Named } from '../../ui/components/Named.tsx'
import { type IconName, icons } from '../../ui/icons.ts'
import { useServiceWords } from '../../ui/service-words.ts'
import { useFormat } from '../../ui/texts.tsx'
import type { ServiceFound, Where } from '../ask-soonest.ts'
import type { Asked } from '../asked.ts'
import { LanguageKept, NearMe, whereQuery } from '../parts/WhereFields.tsx'
import { useWords } from '../texts.ts'

interface StartProps {
  asked: Asked
  what: string
  where: Where
  services: readonly ServiceFound[]
}

/** What somebody comes for, and where: the first page. */
export function Start(props: StartProps) {
  const t = useWords()
  return (
    <>
      <h1>{t().services.title}</h1>
      <form class="stack" method="get" action={props.asked.to('/')}>
        <LanguageKept asked={props.asked} />
        <Field name="what" label={t().find.what} value={props.what} type="search" maxlength="120" autocomplete="off" />
        <Field
          name="place"
          label={t().find.where}
          hint={t().find.whereHint}
          value={props.where.typed}
          maxlength="80"
          autocomplete="address-level2"
        />
        <NearMe where={props.where} />
        <Button type="submit" wide icon="search" class="main-act">
          {t().places.button}
        </Button>
      </form>
      <section class="stack" aria-labelledby="found">
        <h2 id="found">{props.what ? (props.services.length ? t().find.mean : t().find.nothingTitle) : t().find.usual}</h2>
        <Show when={props.services.length} fallback={<p>{t().find.nothing}</p>}>
          <ul class="choices">
            <For each={props.services}>{(service) => <Service asked={props.asked} service={service} where={props.where} />}</For>
          </ul>
        </Show>
      </section>
      <p class="aside either">
        <span>{t().find.placeFirst}</span>{' '}
        <a class="apart" href={props.asked.to('/', { all: 1 })}>
          {t().places.all}
        </a>
      </p>
      <p class="aside">
        <b>{t().places.have}</b> {t().places.useLink}
      </p>
    </>
  )
}

const iconOf = (name: string): IconName => (Object.hasOwn(icons, name) ? (name as IconName) : 'document')

function Service(props: { asked: Asked; service: ServiceFound; where: Where }) {
  const t = useWords()
  const format = useFormat()
  const words = useServiceWords()
  const parts = () => [
    props.service.bookablePoints > 0 ? t().find.atPlaces(props.service.bookablePoints) : t().places.walkIn,
    words.onlyIn(props.service.languages),
  ]
  const address = () =>
    props.service.bookablePoints > 0
      ? props.asked.to('/', { services: props.service.id, ...whereQuery(props.where) })
      : props.asked.to('/', { place: props.where.typed, all: 1 })
  return (
    <li>
      <a class="choice found" href={address()}>
        <Icon name={iconOf(props.service.icon)} />
        <span class="inside">
          <b>
            <Named names={props.service.names} else={props.service.id} />
          </b>
          <span class="soft">
            <Named names={props.service.provider.names} />
          </span>
          <span class="soft">
            {parts().filter(Boolean).join(' · ')}
            <Show when={props.service.nearest}>
              {(near) => (
                <>
                  {' · '}
                  <bdi>{near().name}</bdi> <span class="unbroken">{format().distance(near().distanceKm * 1000)}</span>
                </>
              )}
            </Show>
          </span>
        </span>
        <Icon name="chevron" />
      </a>
    </li>
  )
}
