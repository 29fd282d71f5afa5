import { useFormat } from '../texts.tsx'

interface WaitRangeProps {
  fromMinutes: number
  untilMinutes: number
}

/** `10 tot 20 minuten`, to stand inside a sentence. */
export function WaitRange(props: WaitRangeProps) {
  const format = useFormat()
  return <span>{format().minutesRange(props.fromMinutes, props.untilMinutes)}</span>
}
