import { For, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { useFormat } from '../../ui/texts.tsx'
import type { PointOut } from '../ask-slots.ts'
import type { Asked } from '../asked.ts'
import { useWords } from '../texts.ts'

type Row = { point: PointOut; distanceKm: number | null }
export type PlacesFound = {
  typed: string
  rows: Row[]
  nearby: Row[]
  /** How many there are; more than are shown. */
  count: number
}

export function Places(props: { asked: Asked; found: PlacesFound }) {
  const t = useWords()
  return (
    <>
      <h1>{t().places.title}</h1>
      <Search asked={props.asked} found={props.found} />
      <section class="stack" aria-labelledby="found">
        <h2 id="found">{props.found.typed ? t().places.found(props.found.count) : t().places.all}</h2>
        <Show when={props.found.rows.length} fallback={<p>{t().places.none}</p>}>
          <Rows asked={props.asked} rows={props.found.rows} />
        </Show>
        <Show when={props.found.count > props.found.rows.length}>
          <p class="soft">{t().places.more}</p>
        </Show>
      </section>
      <Show when={props.found.nearby.length}>
        <section class="stack" aria-labelledby="nearby">
          <h2 id="nearby">{t().places.nearby}</h2>
          <Rows asked={props.asked} rows={props.found.nearby} />
        </section>
      </Show>
      <p class="aside">
        <b>{t().places.have}</b> {t().places.useLink}
      </p>
    </>
  )
}

function Search(props: { asked: Asked; found: PlacesFound }) {
  const t = useWords()
  return (
    <form class="search" method="get" action={props.asked.to('/')}>
      <input type="hidden" name="all" value="1" />
      <Show when={props.asked.url.searchParams.get('language')}>
        <input type="hidden" name="language" value={props.asked.language} />
      </Show>
      <Field
        name="place"
        label={t().places.search}
        hint={t().places.hint}
        type="search"
        value={props.found.typed}
        maxlength="100"
        autocomplete="off"
        enterkeyhint="search"
      />
      <Button type="submit" kind="quiet" icon="search">
        {t().places.button}
      </Button>
    </form>
  )
}

function Rows(props: { asked: Asked; rows: readonly Row[] }) {
  const t = useWords()
  const format = useFormat()
  const where = ({ point }: Row) => [point.address, [point.postalCode, point.district].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return (
    <ul class="choices">
      <For each={props.rows}>
        {(row) => (
          <li>
            <a class="choice" href={props.asked.to(`/${row.point.id}`)}>
              <span class="inside">
                <b>
                  <bdi>{row.point.name}</bdi>
                </b>
                <span class="soft">
                  <bdi>{where(row)}</bdi>
                  <Show when={row.distanceKm !== null}>
                    {' '}
                    · <span class="unbroken">{format().distance((row.distanceKm ?? 0) * 1000)}</span>
                  </Show>
                </span>
                <Show when={!row.point.bookable}>
                  <span class="soft">{row.point.openingsKnown ? t().places.walkIn : t().places.noOpenings}</span>
                </Show>
              </span>
              <Icon name="chevron" />
            </a>
          </li>
        )}
      </For>
    </ul>
  )
}
