import { minuteMs } from '../../domain/time.ts'
import { useWords } from '../words.ts'

/** How long something still lasts, in words: `nog 42 minuten`. */
export function useMinutesLeft(): (until: string, now: number) => string {
  const t = useWords()
  return (until, now) => t().left(Math.max(0, Math.round((Date.parse(until) - now) / minuteMs)))
}
