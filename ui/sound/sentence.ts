import { splitLabel } from '../label.ts'

/** A clip to be said, and the silence after it in seconds. */
export interface Piece {
  clip: string
  pause: number
}

/** Number to be called aloud; without a counter only the number is said, as when a kiosk reads a ticket out. */
export interface Call {
  /** Says which call this is, so that it sounds once: ticket and how often it was called. */
  key: string
  label: string
  counterNumber?: number
  /** Of whoever is called: then only the hall's first voice and this one speak. */
  language?: string
}

const between = 0.05
const breath = 0.28

/** "Number A, zero four two, counter three": each character singly, a breath before the counter and after the series of a kiosk. */
export function piecesOf(call: Pick<Call, 'label' | 'counterNumber'>): Piece[] {
  const { series, digits } = splitLabel(call.label)
  const afterSeries = series.length > 1 ? breath : 0.12
  const characters = (text: string, last: number) =>
    [...text].map((clip, index) => ({ clip, pause: index === text.length - 1 ? last : between }))
  const counter = call.counterNumber === undefined ? [] : [{ clip: `counter-${call.counterNumber}`, pause: 0 }]
  return [{ clip: 'number', pause: 0.1 }, ...characters(series, afterSeries), ...characters(digits, breath), ...counter]
}
