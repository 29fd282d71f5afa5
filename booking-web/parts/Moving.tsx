import { makeFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/texts.tsx'
import { useWords } from '../texts.ts'
import type { VisitOut } from './Facts.tsx'
import { Aside } from './Steps.tsx'

/** The appointment that is moved, above the times to move it to. */
export function Moving(props: { visit: VisitOut }) {
  const t = useWords()
  const language = useLanguage()
  const format = () => makeFormat(language(), props.visit.zone)
  const when = () => t().dayAtTime(format().date(props.visit.startsAt), format().time(props.visit.startsAt))
  return (
    <Aside>
      <b>{t().times.now(when())}</b>
      <span class="line">
        <bdi>{props.visit.point.name}</bdi>
      </span>
      <span class="soft line">{t().times.keep}</span>
    </Aside>
  )
}
