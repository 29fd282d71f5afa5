import { createMemo, Show } from 'solid-js'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { stateShapes } from '../../ui/components/Tag.tsx'
import { localeOf } from '../../ui/language.ts'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import type { HallState } from '../hall-state.ts'
import { type MapState, regionName } from './create-map.ts'
import { useWords } from './words.ts'

/** The regions of the network; pressing one turns the map there. Each says in how many of its halls people wait too long. */
export function Regions(props: { map: MapState; stateOf: (id: string) => HallState }) {
  const t = useWords()
  const language = useLanguage()
  const format = useFormat()
  const countryName = createMemo(() => new Intl.DisplayNames(localeOf(language()), { type: 'region' }))
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are no fields
    <div class="regions" role="group" aria-label={t().regions}>
      <Keyed each={props.map.regions()} by={({ id }) => id}>
        {(region) => {
          const count = createMemo(() => region().halls.filter(({ id }) => props.stateOf(id) === 'over').length)
          return (
            <button type="button" aria-pressed={props.map.region() === region()} onClick={() => props.map.turnTo(region().id)}>
              <bdi>{regionName(region(), countryName())}</bdi>
              <Show when={count() > 0}>
                <span class="over" aria-hidden="true">
                  <svg viewBox="0 0 10 10" aria-hidden="true">
                    <path d={stateShapes.bad} />
                  </svg>
                  {format().number(count())}
                </span>
              </Show>
              <span class="unseen"> {t().over(count())}</span>
            </button>
          )
        }}
      </Keyed>
    </div>
  )
}
