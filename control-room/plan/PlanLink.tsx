import { ButtonLink } from '../../ui/components/Button.tsx'
import { planHash } from './route.ts'
import { useWords } from './words.ts'

/** Leads from a hall to its opening hours and shifts. */
export function PlanLink(props: { pointId: string }) {
  const t = useWords()
  return (
    <div class="row">
      <ButtonLink kind="quiet" icon="calendar" href={planHash(props.pointId)}>
        {t().link}
      </ButtonLink>
    </div>
  )
}
