import type { Format } from '../ui/format.ts'
import type { HallList } from './possible.ts'
import type { Texts } from './texts/nl.ts'

type Why = NonNullable<HallList['next']>['why']

/** The reason why somebody is next, as a sentence. A code that this screen does not know is said as the usual one. */
export function whySentence(words: Texts['why'], format: Format, why: Why, limitMinutes: number): string {
  const minutes = Number(why.figures.minutes ?? 0)
  const appointmentAt = why.figures.appointmentAt
  switch (why.code) {
    case 'only-you':
      return words.onlyYou
    case 'early':
      return appointmentAt ? words.early(format.time(appointmentAt)) : words.first
    case 'appointment':
      return appointmentAt ? words.appointment(format.time(appointmentAt)) : words.first
    case 'wait':
      return minutes >= limitMinutes ? words.waitOver(minutes, limitMinutes) : words.waitNear(minutes, limitMinutes)
    case 'priority':
      return words.priority
    default:
      return words.first
  }
}
