import { For, Show } from 'solid-js'
import { Icon } from '../../ui/components/Icon.tsx'
import { useFormat, useTexts } from '../../ui/texts.tsx'
import type { Asked } from '../asked.ts'
import { Notice } from '../parts/Notice.tsx'
import type { Picking } from '../parts/Picking.tsx'
import { Whenever } from '../parts/Whenever.tsx'
import { isolated } from '../parts/ZoneNote.tsx'
import type { QuieterPlace } from './ask-quieter.ts'
import { useWords } from './words.ts'

interface QuieterProps {
  asked: Asked
  places: readonly QuieterPlace[]
  picking: Picking
}

/** An offer and no order: the times here stay, and beside them is where somebody could come sooner, and how far that is. */
export function Quieter(props: QuieterProps) {
  const t = useWords()
  const shared = useTexts()
  const format = useFormat()
  return (
    <Show when={props.places.length > 0}>
      <Notice kind="good">
        <p>
          <b>{t().title}</b>
        </p>
        <p>{t().say}</p>
        <ul class="choices">
          <For each={props.places}>
            {(place) => (
              <li>
                <a class="choice" href={props.picking.elsewhere(place.point.id)}>
                  <span class="inside">
                    <b>{t().go(isolated(place.point.name))}</b>
                    <span>
                      <Whenever asked={props.asked} point={place.point} slot={place.first} />
                    </span>
                    <span class="soft">
                      <span class="unbroken">{format().distance(place.distanceKm * 1000)}</span> ·{' '}
                      {shared()[place.travel.by](place.travel.minutes)}
                    </span>
                  </span>
                  <Icon name="chevron" />
                </a>
              </li>
            )}
          </For>
        </ul>
      </Notice>
    </Show>
  )
}
