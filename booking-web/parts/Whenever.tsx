import { dayOf } from '../../domain/time.ts'
import { makeFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/texts.tsx'
import type { PointOut } from '../ask-slots.ts'
import type { Asked } from '../asked.ts'
import { useWords } from '../texts.ts'

interface WheneverProps {
  asked: Asked
  point: PointOut
  slot: { startsAt: string; day: string }
}

/** A slot of another place in one line, in the time of that place. */
export function Whenever(props: WheneverProps) {
  const t = useWords()
  const language = useLanguage()
  const format = () => makeFormat(language(), props.point.zone)
  const day = () => format().dayFrom(props.slot.day, dayOf(props.asked.now, props.point.zone))
  const when = () => t().dayAtTime(day(), format().time(props.slot.startsAt))
  return <span class="whenever">{when()}</span>
}
