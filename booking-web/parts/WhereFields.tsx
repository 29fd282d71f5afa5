import { Show } from 'solid-js'
import { Icon } from '../../ui/components/Icon.tsx'
import type { Where } from '../ask-soonest.ts'
import type { Asked } from '../asked.ts'
import { useWords } from '../texts.ts'

/** Where somebody wants to come, as it goes on in an address. */
export const whereQuery = ({ typed, here, at }: Where): Record<string, string | null> =>
  here && at ? { latitude: at.latitude.toFixed(2), longitude: at.longitude.toFixed(2) } : { place: typed }

/** A form that is sent by GET drops the query of its address: the language that was chosen goes with its fields. */
export function LanguageKept(props: { asked: Asked }) {
  return (
    <Show when={props.asked.url.searchParams.get('language')}>
      <input type="hidden" name="language" value={props.asked.language} />
    </Show>
  )
}

/**
 * Asks the browser where somebody is, only when pressed, and sends that with the form to about a kilometre. It shows itself where a script
 * runs that can do so.
 */
export function NearMe(props: { where: Where }) {
  const t = useWords()
  return (
    <div class="near-me" data-near hidden>
      <button type="button" class="button quiet">
        <Icon name="pin" />
        <span>{props.where.here ? t().find.nearMeAgain : t().find.nearMe}</span>
      </button>
      <p role="status" data-failed={t().find.nearMeFailed} />
    </div>
  )
}
