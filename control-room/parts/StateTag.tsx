import { Tag } from '../../ui/components/Tag.tsx'
import type { HallState } from '../hall-state.ts'
import { useWords } from '../words.ts'

/** The shape that a state of a hall has. */
export const kindOf = { over: 'bad', rising: 'warn', calm: 'good', closed: 'neutral' } as const

/** Shape, word and colour of how a hall is. */
export function StateTag(props: { state: HallState }) {
  const t = useWords()
  return <Tag kind={kindOf[props.state]}>{t().states[props.state]}</Tag>
}
