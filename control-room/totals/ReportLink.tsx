import { ButtonLink } from '../../ui/components/Button.tsx'
import { reportHash } from './route.ts'
import { useWords } from './words.ts'

/** Leads to the figures of all halls, or of one. */
export function ReportLink(props: { pointId?: string; kind?: 'quiet' | 'plain' }) {
  const t = useWords()
  return (
    <ButtonLink
      kind={props.kind ?? 'quiet'}
      icon={props.kind === 'plain' ? undefined : 'document'}
      href={reportHash({ point: props.pointId })}
    >
      {t().link}
    </ButtonLink>
  )
}
