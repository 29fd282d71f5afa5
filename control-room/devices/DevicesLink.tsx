import { ButtonLink } from '../../ui/components/Button.tsx'
import { devicesHash } from './route.ts'
import { useWords } from './words.ts'

/** Leads from a hall to its kiosks and displays. */
export function DevicesLink(props: { pointId: string }) {
  const t = useWords()
  return (
    <ButtonLink kind="quiet" icon="printer" href={devicesHash(props.pointId)}>
      {t().link}
    </ButtonLink>
  )
}
