import { For, Show } from 'solid-js'
import type { onePoint } from '../../contract/points.ts'
import type { ResultOf } from '../../contract/route.ts'
import { Button } from '../../ui/components/Button.tsx'
import { ErrorSummary } from '../../ui/components/ErrorSummary.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { Named } from '../../ui/components/Named.tsx'
import { type IconName, icons } from '../../ui/icons.ts'
import type { ServiceOut, Wanted } from '../ask-slots.ts'
import type { Asked } from '../asked.ts'
import { InShort, MoreOf } from '../parts/AboutService.tsx'
import { Aside, Steps } from '../parts/Steps.tsx'
import { useWords } from '../texts.ts'

interface ServicesProps {
  asked: Asked
  found: ResultOf<typeof onePoint>
  wanted: Wanted
  wrong: boolean
}

export function Services(props: ServicesProps) {
  const t = useWords()
  const bookable = () => (props.found.point.bookable ? props.found.services.filter((service) => service.bookable) : [])
  const others = () => props.found.services.filter((service) => !service.bookable && service.walkIn)
  const faults = () => (props.wrong ? [{ field: 'services', message: t().services.choose }] : [])
  return (
    <>
      <Steps back={props.asked.to('/')} step={1} />
      <ErrorSummary errors={faults()} />
      <h1>{t().services.title}</h1>
      <Aside link={t().services.other} href={props.asked.to('/', props.wanted.services ? props.wanted : {})}>
        {t().at}{' '}
        <b>
          <bdi>{props.found.point.name}</bdi>
        </b>
      </Aside>
      <Show when={bookable().length} fallback={<p>{props.found.point.openingsKnown ? t().services.notHere : t().services.noOpenings}</p>}>
        <form class="stack" method="get" action={props.asked.to(`/${props.found.point.id}/time`)}>
          <Show when={props.asked.url.searchParams.get('language')}>
            <input type="hidden" name="language" value={props.asked.language} />
          </Show>
          <fieldset class="stack" aria-describedby="several">
            <legend class="unseen">{t().services.title}</legend>
            <p class="soft" id="several">
              {t().services.several}
            </p>
            <ul class="choices">
              <For each={bookable()}>
                {(service, at) => (
                  <Choice service={service} first={at() === 0} chosen={props.wanted.services.split(',').includes(service.id)} />
                )}
              </For>
            </ul>
          </fieldset>
          <PeopleCount most={props.found.peopleMax} chosen={props.wanted.people} />
          <Button type="submit" wide class="main-act">
            {t().services.next}
          </Button>
        </form>
      </Show>
      <Show when={bookable().length && others().length}>
        <section class="aside stack" aria-labelledby="walk-in">
          <h2 id="walk-in">{t().services.walkIn}</h2>
          <p>{t().services.walkInHow}</p>
          <ul>
            <For each={others()}>
              {(service) => (
                <li>
                  <Named names={service.names} else={service.id} />
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </>
  )
}

const iconOf = (name: string): IconName => (Object.hasOwn(icons, name) ? (name as IconName) : 'document')

function Choice(props: { service: ServiceOut; first: boolean; chosen: boolean }) {
  return (
    <li class="service">
      <label class="choice tick">
        <input
          type="checkbox"
          name="services"
          value={props.service.id}
          checked={props.chosen}
          id={props.first ? 'field-services' : undefined}
        />
        <Icon name={iconOf(props.service.icon)} />
        <span class="inside">
          <b>
            <Named names={props.service.names} else={props.service.id} />
          </b>
          <Show when={Object.keys(props.service.explanations).length}>
            <Named names={props.service.explanations} />
          </Show>
          <InShort service={props.service} />
        </span>
      </label>
      <MoreOf service={props.service} />
    </li>
  )
}

function PeopleCount(props: { most: number; chosen: number }) {
  const t = useWords()
  return (
    <Field name="people" label={t().services.howMany} hint={t().services.countHint}>
      {(control) => (
        <select {...control} autocomplete="off">
          <For each={Array.from({ length: props.most }, (_, i) => i + 1)}>
            {(count) => (
              <option value={count} selected={count === props.chosen}>
                {t().people(count)}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}
