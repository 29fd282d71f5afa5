import { makeFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/texts.tsx'
import { type Asked, visitPath } from '../asked.ts'
import { useWords } from '../texts.ts'
import type { VisitOut } from './Facts.tsx'
import { Aside, Steps } from './Steps.tsx'

/** The appointment that is moved, above the times to move it to. */
export function Moving(props: { asked: Asked; visit: VisitOut }) {
  const t = useWords()
  const language = useLanguage()
  const format = () => makeFormat(language(), props.visit.zone)
  const when = () => t().dayAtTime(format().date(props.visit.startsAt), format().time(props.visit.startsAt))
  return (
    <>
      <Steps back={props.asked.to(visitPath(props.visit.token))} />
      <Aside>
        <b>{t().times.now(when())}</b>
        <span class="line">
          <bdi>{props.visit.point.name}</bdi>
        </span>
        <span class="soft line">{t().times.keep}</span>
      </Aside>
    </>
  )
}
