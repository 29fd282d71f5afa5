import { Show } from 'solid-js'
import type { listMisfits } from '../../contract/plan.ts'
import type { ResultOf } from '../../contract/route.ts'
import { showReference } from '../../domain/reference.ts'
import { Tag } from '../../ui/components/Tag.tsx'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import type { SavedPlan } from './draft.ts'
import { nameIn } from './names.ts'
import { useWords } from './words.ts'

export type Misfit = ResultOf<typeof listMisfits>['misfits'][number]

/** When somebody comes, what for, and whether they can be reached: nothing that says who. */
export function Facts(props: { misfit: Misfit; services: SavedPlan['services'] }) {
  const t = useWords()
  const format = useFormat()
  const language = useLanguage()
  const nameOf = (id: string) => nameIn(props.services.find((s) => s.id === id)?.names ?? {}, language(), id)
  return (
    <span class="facts">
      <b>
        {format().day(props.misfit.day)}, <bdi>{props.misfit.wallTime}</bdi>
      </b>
      <span>{format().list(props.misfit.serviceIds.map(nameOf))}</span>
      <span class="soft">
        <bdi class="reference">{showReference(props.misfit.reference)}</bdi>
        <Show when={props.misfit.people > 1}> · {t().misfits.people(props.misfit.people)}</Show>
      </span>
      <Tag kind={props.misfit.reachable === 'mail' ? 'good' : 'warn'}>{t().misfits.reachable[props.misfit.reachable]}</Tag>
    </span>
  )
}
